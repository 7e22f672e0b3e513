import JSON
import JSONata
import StatesLanguage

/// Compiles the fields of one state.
struct FieldCompiler {
  /// The slots of the scopes around the state, innermost first.
  let scopes: [[String: Int]]

  /// Where the state stands.
  let path: DefinitionPath

  /// The language of the state.
  let language: QueryLanguage

  /// What is no JSONata.
  var findings: [DefinitionFinding] = []

  /// Starts with the state at `path`.
  init(scopes: [[String: Int]], path: DefinitionPath, language: QueryLanguage = .jsonata) {
    self.scopes = scopes
    self.path = path
    self.language = language
  }

  /// Compiles the field `location`, if it is there.
  mutating func template(_ template: Template?, _ location: String) -> TemplateCode? {
    guard let template else { return nil }
    if language == .jsonPath { return payload(template.json, location) }
    var failures: [TemplateFailure] = []
    let code = TemplateCode(
      template.json, location: location, resolve: address, failures: &failures)
    for failure in failures {
      findings.append(
        DefinitionFinding(
          code: .invalidExpression, message: failure.error.message,
          path: DefinitionPath(steps: path.steps + [.member(failure.location)])))
    }
    return code
  }

  /// Compiles what is set and handed on; `prefix` leads to the fields.
  mutating func result(assign: Template?, output: Template?, prefix: String) -> ResultCode {
    let output = template(output, prefix + "Output")
    guard let members = assign?.json.objectValue, let scope = scopes.first else {
      return ResultCode(output: output)
    }
    var values: [(slot: Int, value: TemplateCode)] = []
    for (key, value) in members.members {
      let location = "\(prefix)Assign/\(key)"
      guard let slot = scope[language == .jsonPath ? key.withoutPathSuffix : key],
        let code = assigned(value, key, location)
      else { continue }
      values.append((slot, code))
    }
    let shape =
      language == .jsonPath
      ? JSONShape(uniqueKeys: members.keys.map(\.withoutPathSuffix)) : members.shape
    return ResultCode(assign: values, assignShape: shape, output: output)
  }

  /// Compiles what is assigned by the member `key` of an `Assign`.
  private mutating func assigned(
    _ value: JSONValue, _ key: String, _ location: String
  ) -> TemplateCode? {
    guard language == .jsonPath else { return template(Template(value), location) }
    return payload(member: value, key, location)
  }

  /// Where the variable `name` is kept.
  func address(_ name: String) -> VariableAddress? {
    for (depth, scope) in scopes.enumerated() {
      if let slot = scope[name] { return VariableAddress(depth: depth, slot: slot) }
    }
    return nil
  }

  // MARK: - Kinds

  /// Compiles a task.
  mutating func task(_ task: TaskState, of state: State) -> TaskCode {
    TaskCode(
      resource: TaskResource(task.resource), arguments: template(task.arguments, "Arguments"),
      credentials: template(task.credentials, "Credentials"),
      timeout: number(task.timeoutSeconds, "TimeoutSeconds", of: state),
      heartbeat: number(task.heartbeatSeconds, "HeartbeatSeconds", of: state))
  }

  /// Compiles the number in the field `name` of `state`, or that to which its `Path` form leads.
  private mutating func number(
    _ template: Template?, _ name: String, of state: State
  ) -> NumberCode? {
    if let path = number(name + "Path", of: state) { return .path(path) }
    return self.template(template, name).map { .template($0, name) }
  }

  /// Compiles when a rule of a Choice state holds; `prefix` leads to its fields.
  mutating func condition(
    of rule: ChoiceRule, _ prefix: String, at path: DefinitionPath
  ) -> ConditionCode {
    guard language == .jsonata else {
      return .comparison(comparison(rule.comparison, at: path))
    }
    return .template(template(rule.condition, prefix + "Condition") ?? .constant(false))
  }

  /// Compiles how long a Wait state waits.
  mutating func wait(_ wait: WaitState, of state: State) -> WaitCode {
    switch wait.duration {
    case .seconds(let seconds): return .seconds(template(seconds, "Seconds") ?? .constant(0))
    case .timestamp(let time): return .timestamp(template(time, "Timestamp") ?? .constant(""))
    case nil: break
    }
    if let path = path("SecondsPath", of: state) { return .secondsPath(path) }
    return path("TimestampPath", of: state).map { .timestampPath($0) } ?? .seconds(.constant(0))
  }

  /// Compiles a Map.
  mutating func map(_ map: MapState, of state: State, processor: Int) -> MapCode {
    var code = MapCode(processor: processor, distribution: distribution(of: map, named: state.name))
    if let path = path("ItemsPath", of: state) { code.items = .path(path) }
    if let items = template(map.items, "Items") { code.items = .template(items) }
    if code.items == nil, language == .jsonPath { code.items = .input }
    code.selector =
      template(map.itemSelector, "ItemSelector") ?? payload("Parameters", of: state)
    code.maxConcurrency = number(map.maxConcurrency, "MaxConcurrency", of: state)
    code.toleratedCount = number(map.toleratedFailureCount, "ToleratedFailureCount", of: state)
    code.toleratedPercentage = number(
      map.toleratedFailurePercentage, "ToleratedFailurePercentage", of: state)
    return code
  }
}
