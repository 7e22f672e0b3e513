package import Diagnostics
package import JSON

extension StateMachine {
  /// The machine that `text` defines.
  package static func read(_ text: String) throws(DiagnosticSet) -> StateMachine {
    let (json, positions) = try parts(of: text)
    return try StateMachine(json: json, positions: positions)
  }

  /// The value of `text`, and where its parts stand.
  private static func parts(
    of text: String
  ) throws(DiagnosticSet) -> (value: JSONValue, positions: JSONPositions) {
    do {
      return try JSONReader.readWithPositions(text)
    } catch {
      throw DiagnosticSet([error.diagnostic()])
    }
  }

  /// The machine that `json` defines; `positions` tells where its parts stand in its text.
  ///
  /// Throws all mistakes in its form. Whether it makes sense is for ``StateMachineCheck``.
  package init(json: JSONValue, positions: JSONPositions? = nil) throws(DiagnosticSet) {
    var findings: [DefinitionFinding] = []
    self.init(json: json, findings: &findings)
    guard findings.isEmpty else {
      throw DiagnosticSet(findings.map { $0.diagnostic(in: positions) })
    }
  }

  /// The machine that can be made of `json`; what is wrong with it is added to `findings`.
  init(json: JSONValue, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: .root)
    reader.refuseOthers(than: FieldTable.machine)
    comment = reader.text("Comment")
    queryLanguage = reader.choice("QueryLanguage", of: QueryLanguage.self)
    version = reader.text("Version")
    if let version, version != "1.0" {
      reader.findings.append(.notOneOf(["1.0"], at: reader.path.member("Version")))
    }
    timeoutSeconds = reader.integer("TimeoutSeconds", in: 0...99_999_999)
    graph = StateGraph(&reader)
    findings += reader.findings
  }
}

extension StateGraph {
  /// The branch that `json` defines.
  init(_ json: JSONValue, at path: DefinitionPath, findings: inout [DefinitionFinding]) {
    var reader = FieldReader(json, at: path)
    reader.refuseOthers(than: FieldTable.branch)
    self.init(&reader)
    comment = reader.text("Comment")
    findings += reader.findings
  }

  /// The graph in the fields `StartAt` and `States` of an object.
  init(_ reader: inout FieldReader) {
    reader.require("States", "StartAt")
    startAt = reader.text("StartAt") ?? ""
    states = []
    guard let json = reader.value("States") else { return }
    let path = reader.path.member("States")
    guard let object = json.objectValue else {
      reader.findings.append(.wrongType("Object", at: path))
      return
    }
    if object.isEmpty { reader.findings.append(.empty(at: path)) }
    for (name, state) in object.members {
      let state = State(name, state, at: path.member(name), findings: &reader.findings)
      if let state { states.append(state) }
    }
  }
}
