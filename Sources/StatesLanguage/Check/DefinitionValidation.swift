package import Diagnostics
package import JSON

/// What Step Functions says of the text of a definition.
package struct DefinitionValidation: Sendable {
  /// The longest definition, in bytes.
  package static let sizeLimit = 1_048_576

  /// The text.
  package let text: String

  /// The machine, as far as it could be read.
  package private(set) var machine: StateMachine?

  /// What was found, in the order in which the service looks.
  package private(set) var findings: [DefinitionFinding] = []

  /// Where the parts of the text stand.
  private var positions: JSONPositions?

  /// Validates `text` as the definition of a workflow of `type`.
  package init(_ text: String, type: MachineType = .standard) {
    self.text = text
    guard (1...Self.sizeLimit).contains(text.utf8.count) else {
      findings = [.wrongLength(of: text, limit: Self.sizeLimit)]
      return
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      findings = [.missingDescription]
      return
    }
    do throws(JSONSyntaxError) {
      let (json, positions) = try JSONReader.readWithPositions(text)
      self.positions = positions
      check(json, type)
    } catch {
      findings = [.invalidJSON(error, in: text)]
    }
  }

  /// Validates `json` as the definition of a workflow of `type`; transitions may lead to states that
  /// are not there if they are not checked.
  package init(
    _ json: JSONValue, type: MachineType = .standard, checksTransitions: Bool = true
  ) {
    text = JSONWriter.compact(json)
    check(json, type, checksTransitions: checksTransitions)
  }

  /// Whether a machine can be created of it.
  package var isValid: Bool { !findings.contains { $0.severity == .error } }

  /// What was found, as diagnostics of the text.
  package var diagnostics: DiagnosticSet { diagnostics(limit: .max) }

  /// The first `limit` of what was found, as diagnostics of the text.
  package func diagnostics(limit: Int) -> DiagnosticSet {
    DiagnosticSet(findings.prefix(limit).map { $0.diagnostic(in: positions) })
  }

  // MARK: -

  /// Checks the form of `json`, and whether it makes sense.
  private mutating func check(
    _ json: JSONValue, _ type: MachineType, checksTransitions: Bool = true
  ) {
    var findings: [DefinitionFinding] = []
    let machine = StateMachine(json: json, findings: &findings)
    self.machine = machine
    let isWhole = checksTransitions && machine.graph.isWhole(in: json)
    findings += StateMachineCheck.findings(of: machine, type: type, isWhole: isWhole)
    self.findings = findings
  }
}

extension DefinitionFinding {
  /// There is no text.
  fileprivate static let missingDescription = DefinitionFinding(
    code: .missingDescription, message: "Received a null or empty workflow input.", path: .root,
    place: .nowhere)

  /// The text is empty or too long.
  fileprivate static func wrongLength(of text: String, limit: Int) -> DefinitionFinding {
    let bound = text.isEmpty ? "greater than or equal to 1" : "less than or equal to \(limit)"
    return DefinitionFinding(
      code: .invalidRequest,
      message: "1 validation error detected: Value at 'definition' failed to satisfy constraint: "
        + "Member must have length \(bound)", path: .root, place: .nowhere)
  }
}

extension StateGraph {
  /// Whether the graph and those inside it have all states that `json` defines.
  fileprivate func isWhole(in json: JSONValue) -> Bool {
    guard let defined = json["States"]?.objectValue, !startAt.isEmpty else { return false }
    guard defined.count == states.count else { return false }
    return states.allSatisfy { state in
      guard let json = defined[state.name] else { return false }
      switch state.kind {
      case .parallel(let parallel):
        let branches = json["Branches"]?.arrayValue ?? []
        return zip(parallel.branches, branches).allSatisfy { $0.isWhole(in: $1) }
      case .map(let map):
        let processor = json["ItemProcessor"] ?? json["Iterator"] ?? .null
        return map.itemProcessor.graph.isWhole(in: processor)
      default: return true
      }
    }
  }
}
