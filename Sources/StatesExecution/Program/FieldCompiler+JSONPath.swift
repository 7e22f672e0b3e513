import JSON
import StatesLanguage

extension FieldCompiler {
  /// Compiles the path `value` of a field at `path`; nil if there is none or it is malformed.
  mutating func path(_ value: JSONValue?, at path: DefinitionPath) -> PathCode? {
    guard let value, !value.isNull else { return nil }
    do throws(JSONPathSyntaxError) {
      guard let source = value.stringValue else {
        throw JSONPathSyntaxError("Expected value of type String", at: 0)
      }
      return PathCode(try JSONPath(source), resolve: address)
    } catch {
      refuse("Value is not a valid JSONPath: \(error.message)", at: path)
      return nil
    }
  }

  /// Compiles the path in the field `name` of `state`.
  mutating func path(_ name: String, of state: State) -> PathCode? {
    path(state.jsonPath[name], at: path.member(name))
  }

  /// Compiles the field `name` of `state`, whose path names a number.
  mutating func number(_ name: String, of state: State) -> PathNumberCode? {
    path(name, of: state).map { PathNumberCode(name: name, path: $0) }
  }

  /// Compiles the field `name` of `state`, whose value is a path or a call.
  mutating func expression(_ name: String, of state: State) -> TemplateCode? {
    guard let value = state.jsonPath[name] else { return nil }
    var failures: [PayloadFailure] = []
    let code = TemplateCode(
      path: value, name: name, location: name, resolve: address, failures: &failures)
    refuse(failures)
    return code
  }

  /// Compiles the payload template in the field `name` of `state`.
  mutating func payload(_ name: String, of state: State) -> TemplateCode? {
    state.jsonPath[name].map { payload($0, name) }
  }

  /// Compiles a payload template, which is the field `location`.
  mutating func payload(_ json: JSONValue, _ location: String) -> TemplateCode {
    var failures: [PayloadFailure] = []
    let code = TemplateCode(
      payload: json, location: location, resolve: address, failures: &failures)
    refuse(failures)
    return code
  }

  /// Compiles the member `key` of a payload template, which is the field `location`.
  mutating func payload(
    member value: JSONValue, _ key: String, _ location: String
  ) -> TemplateCode {
    var failures: [PayloadFailure] = []
    let code = TemplateCode(
      member: value, key: key, location: location, resolve: address, failures: &failures)
    refuse(failures)
    return code
  }

  /// Compiles what a JSONPath state does with its input and its result.
  mutating func flow(of state: State) -> PathFlow {
    var result: JSONValue?
    if case .pass(let pass) = state.kind { result = pass.result }
    return PathFlow(
      input: selection("InputPath", of: state),
      parameters: state.type == .map ? nil : payload("Parameters", of: state),
      constantResult: result, selector: payload("ResultSelector", of: state),
      placement: placement(state.jsonPath["ResultPath"], at: path.member("ResultPath")),
      output: selection("OutputPath", of: state))
  }

  /// Compiles the field `name` of `state`, which chooses a part.
  private mutating func selection(_ name: String, of state: State) -> PathFlow.Selection {
    guard let value = state.jsonPath[name] else { return .whole }
    if value.isNull { return .nothing }
    guard let code = path(name, of: state) else { return .whole }
    return code.path.isRoot && code.path.root == .input ? .whole : .part(code)
  }

  /// Compiles a `ResultPath` at `path`.
  mutating func placement(
    _ value: JSONValue?, at path: DefinitionPath
  ) -> PathFlow.Placement {
    guard let value else { return .instead }
    if value.isNull { return .nowhere }
    do throws(JSONPathSyntaxError) {
      let reference = try ReferencePath(value.stringValue ?? "")
      return reference.isRoot ? .instead : .place(reference)
    } catch {
      refuse("Value is not a Reference Path: \(error.message)", at: path)
      return .instead
    }
  }

  // MARK: - Findings

  /// Notes a mistake.
  mutating func refuse(_ message: String, at path: DefinitionPath) {
    findings.append(DefinitionFinding(code: .schema, message: message, path: path))
  }

  /// Notes members that are neither paths nor calls.
  private mutating func refuse(_ failures: [PayloadFailure]) {
    for failure in failures {
      let place = path.member(failure.location)
      refuse(
        "The value for the field '\(failure.field)' must be a valid JSONPath or a valid intrinsic "
          + "function call",
        at: place)
    }
  }
}
