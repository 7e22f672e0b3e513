import JSON
import JSONata
import StatesLanguage

/// Compiles the fields of one state.
struct FieldCompiler {
  /// The slots of the scopes around the state, innermost first.
  let scopes: [[String: Int]]

  /// Where the state stands.
  let path: DefinitionPath

  /// What is no JSONata.
  var findings: [DefinitionFinding] = []

  /// Starts with the state at `path`.
  init(scopes: [[String: Int]], path: DefinitionPath) {
    self.scopes = scopes
    self.path = path
  }

  /// Compiles the field `location`, if it is there.
  mutating func template(_ template: Template?, _ location: String) -> TemplateCode? {
    guard let template else { return nil }
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
    var result = ResultCode()
    result.output = template(output, prefix + "Output")
    guard let members = assign?.json.objectValue, let scope = scopes.first else { return result }
    result.assignShape = members.shape
    for (name, value) in members.members {
      guard let slot = scope[name],
        let code = template(Template(value), "\(prefix)Assign/\(name)")
      else { continue }
      result.assign.append((slot, code))
    }
    return result
  }

  /// Where the variable `name` is kept.
  private func address(_ name: String) -> VariableAddress? {
    for (depth, scope) in scopes.enumerated() {
      if let slot = scope[name] { return VariableAddress(depth: depth, slot: slot) }
    }
    return nil
  }

  // MARK: - Kinds

  /// Compiles a task.
  mutating func task(_ task: TaskState) -> TaskCode {
    TaskCode(
      resource: TaskResource(task.resource), arguments: template(task.arguments, "Arguments"),
      credentials: template(task.credentials, "Credentials"),
      timeout: template(task.timeoutSeconds, "TimeoutSeconds"),
      heartbeat: template(task.heartbeatSeconds, "HeartbeatSeconds"))
  }

  /// Compiles how long a Wait state waits.
  mutating func wait(_ wait: WaitState) -> StateCode.Action {
    switch wait.duration {
    case .seconds(let seconds): .wait(.seconds(template(seconds, "Seconds") ?? .constant(0)))
    case .timestamp(let time): .wait(.timestamp(template(time, "Timestamp") ?? .constant("")))
    case nil: .wait(.seconds(.constant(0)))
    }
  }

  /// Compiles the Map state `name`.
  mutating func map(_ map: MapState, named name: String, processor: Int) -> MapCode {
    MapCode(
      items: template(map.items, "Items"), selector: template(map.itemSelector, "ItemSelector"),
      maxConcurrency: template(map.maxConcurrency, "MaxConcurrency"),
      toleratedCount: template(map.toleratedFailureCount, "ToleratedFailureCount"),
      toleratedPercentage: template(
        map.toleratedFailurePercentage, "ToleratedFailurePercentage"),
      processor: processor, distribution: distribution(of: map, named: name))
  }
}
