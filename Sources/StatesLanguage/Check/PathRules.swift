import Diagnostics
import JSON

extension StateMachineCheck {
  /// Fields that hold a path, and members of payloads that are one, are paths that can be read.
  mutating func checkPaths(of state: State, at path: DefinitionPath) {
    for (name, value) in state.jsonPath.members {
      guard let kind = PathKind(field: name) else { continue }
      check(value, kind, at: path.member(name))
    }
    for (index, catcher) in state.catchers.enumerated() {
      guard let value = catcher.jsonPath["ResultPath"] else { continue }
      let field = path.member("Catch").element(index).member("ResultPath")
      check(value, .reference(.optional), at: field)
    }
    for (json, steps) in state.payloads {
      checkPayload(json, at: DefinitionPath(steps: path.steps + steps))
    }
    if case .choice(let choice) = state.kind {
      for (index, rule) in choice.rules.enumerated() {
        checkPaths(of: rule.comparison, at: path.member("Choices").element(index))
      }
    }
    if case .map(let map) = state.kind { checkLimits(of: map, at: path) }
    if case .pass(let pass) = state.kind, let result = pass.result {
      warnOfPaths(in: result, at: path.member("Result"))
    }
    if case .fail(let fail) = state.kind {
      warnOfPath(fail.error, "Error", at: path)
      warnOfPath(fail.cause, "Cause", at: path)
    }
  }

  /// Checks the path `value`.
  private mutating func check(_ value: JSONValue, _ kind: PathKind, at path: DefinitionPath) {
    guard let text = value.stringValue else {
      if !value.isNull || !kind.isOptional { refuse(.wrongType("String", at: path)) }
      return
    }
    if let mistake = kind.mistake(in: text) { add(.schema, mistake, at: path) }
  }

  /// Checks the paths in the comparison of a Choice rule and those inside it.
  private mutating func checkPaths(of rule: JSONObject, at path: DefinitionPath) {
    for (name, value) in rule.members where name == "Variable" || name.hasSuffix("Path") {
      check(value, .reference(.anywhere), at: path.member(name))
    }
    for name in ComparisonOperator.combining {
      let path = path.member(name)
      if let inner = rule[name]?.objectValue { checkPaths(of: inner, at: path) }
      for (index, inner) in (rule[name]?.arrayValue ?? []).enumerated() {
        if let inner = inner.objectValue { checkPaths(of: inner, at: path.element(index)) }
      }
    }
  }

  /// Checks the paths to the numbers of a distributed Map.
  private mutating func checkLimits(of map: MapState, at path: DefinitionPath) {
    let reader = path.member("ItemReader").member("ReaderConfig")
    let limits = [
      (map.itemReader?.json["ReaderConfig"]?["MaxItemsPath"], reader.member("MaxItemsPath")),
      (
        map.itemBatcher?.json["MaxItemsPerBatchPath"],
        path.member("ItemBatcher").member("MaxItemsPerBatchPath")
      ),
      (
        map.itemBatcher?.json["MaxInputBytesPerBatchPath"],
        path.member("ItemBatcher").member("MaxInputBytesPerBatchPath")
      ),
    ]
    for (value, path) in limits {
      if let value { check(value, .reference(.inData), at: path) }
    }
  }

  // MARK: - Payloads

  /// Members of `json` whose names end in `.$` are paths or calls of intrinsic functions.
  private mutating func checkPayload(_ json: JSONValue, at path: DefinitionPath) {
    switch json {
    case .array(let list):
      for (index, element) in list.elements.enumerated() {
        checkPayload(element, at: path.element(index))
      }
    case .object(let object):
      for (key, value) in object.members { checkMember(key, value, of: path) }
    default: break
    }
  }

  /// Checks the member `key` of the payload at `path`.
  private mutating func checkMember(_ key: String, _ value: JSONValue, of path: DefinitionPath) {
    guard key.hasSuffix(".$") else {
      if let text = value.stringValue, PathKind.looksLikePath(text) {
        warn(
          .noDollar,
          "The value of the field '\(key)' looks like a JSONPath or an intrinsic function, but the "
            + "name of the field does not end in '.$'", at: path.member(key))
      }
      return checkPayload(value, at: path.member(key))
    }
    if let text = value.stringValue, (try? PathExpression(text)) != nil { return }
    let message =
      "The value for the field '\(key)' must be a valid JSONPath or a valid intrinsic function call"
    refuse(.schema(message, at: path.member(key), place: .owner))
  }

  /// Warns of a text in the field `name` that looks like a path.
  private mutating func warnOfPath(_ text: Template?, _ name: String, at path: DefinitionPath) {
    guard let text = text?.json.stringValue, PathKind.looksLikePath(text) else { return }
    warn(
      .noPath,
      "The value of the field '\(name)' looks like a JSONPath, but the name of the field does not "
        + "end in 'Path'", at: path.member(name))
  }

  /// Warns of names in a constant that look as if their values were paths.
  private mutating func warnOfPaths(in json: JSONValue, at path: DefinitionPath) {
    for (key, value) in json.objectValue?.members ?? [] {
      if key.hasSuffix(".$") {
        warn(
          .staticResult, "The Result of a Pass state is a constant, in which '\(key)' is no path",
          at: path.member(key))
      }
      warnOfPaths(in: value, at: path.member(key))
    }
  }

  /// Notes what is allowed and probably not meant.
  private mutating func warn(
    _ code: DefinitionFinding.Code, _ message: String, at path: DefinitionPath
  ) {
    var finding = DefinitionFinding(code: code, message: message, path: path)
    finding.severity = .warning
    refuse(finding)
  }
}

/// What a path may be.
private enum PathKind {
  /// Any path; null stands for nothing at all.
  case path
  /// A path or a call of an intrinsic function.
  case expression
  /// A path to one place.
  case reference(Reach)

  /// Where a path to one place may lead.
  enum Reach {
    /// Into the data, the variables and the context object.
    case anywhere
    /// Into the data and the variables.
    case inData
    /// Into the data; null stands for nothing at all.
    case optional
  }

  /// The kind of the path in the field `field` of a state; nil if there is none.
  init?(field: String) {
    switch field {
    case "InputPath", "OutputPath": self = .path
    case "ResultPath": self = .reference(.optional)
    case "ItemsPath": self = .reference(.anywhere)
    case "ErrorPath", "CausePath": self = .expression
    default:
      guard field.hasSuffix("Path") else { return nil }
      self = .reference(.inData)
    }
  }

  /// Whether there may be null in its place.
  var isOptional: Bool {
    switch self {
    case .path, .reference(.optional): true
    default: false
    }
  }

  /// What is wrong with `text`; nil if nothing is.
  func mistake(in text: String) -> String? {
    switch self {
    case .path: (try? JSONPath(text)) == nil ? "Value must be a valid JSONPath." : nil
    case .expression: (try? PathExpression(text)) == nil ? "Value must be a valid JSONPath." : nil
    case .reference(let reach): Self.mistake(inReference: text, reach)
    }
  }

  /// What is wrong with the path `text`, which leads to one place.
  private static func mistake(inReference text: String, _ reach: Reach) -> String? {
    let message = "Value is not a Reference Path"
    guard text.hasPrefix("$") else { return message + ": Reference path didn't start with '$'" }
    guard let path = try? ReferencePath(text).path else { return message }
    switch (reach, path.root) {
    case (.inData, .context), (.optional, .context), (.optional, .variable): return message
    default: return nil
    }
  }

  /// Whether `text` is more likely a path or a call than a text.
  static func looksLikePath(_ text: String) -> Bool {
    guard ["$.", "$$.", "States."].contains(where: text.hasPrefix) else { return false }
    return (try? PathExpression(text)) != nil
  }
}

extension State {
  /// The payloads in which members may be paths, and where they stand.
  fileprivate var payloads: [(json: JSONValue, path: [DefinitionPath.Step])] {
    var found: [(json: JSONValue, path: [DefinitionPath.Step])] = []
    for name in ["Parameters", "ResultSelector"] {
      if let json = jsonPath[name] { found.append((json, [.member(name)])) }
    }
    for (template, path) in assigns { found.append((template.json, path)) }
    if case .task(let task) = kind, let credentials = task.credentials {
      found.append((credentials.json, [.member("Credentials")]))
    }
    if case .map(let map) = kind { found += map.payloads }
    return found
  }
}

extension MapState {
  /// The payloads of its own fields.
  fileprivate var payloads: [(json: JSONValue, path: [DefinitionPath.Step])] {
    let fields: [(JSONValue?, [String])] = [
      (itemSelector?.json, ["ItemSelector"]),
      (itemReader?.json["Parameters"], ["ItemReader", "Parameters"]),
      (itemBatcher?.json["BatchInput"], ["ItemBatcher", "BatchInput"]),
      (resultWriter?.json["Parameters"], ["ResultWriter", "Parameters"]),
    ]
    return fields.compactMap { json, path in
      json.map { ($0, path.map(DefinitionPath.Step.member)) }
    }
  }
}
