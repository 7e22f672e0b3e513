import JSON
import StatesLanguage

extension ProgramBuilder {
  /// Notes what this interpreter does not run.
  mutating func refuseUnsupported(_ state: State, at path: DefinitionPath) {
    guard machine.language(of: state) != .jsonata else { return }
    refuse(
      "The state '\(state.name)' is written in JSONPath, and only JSONata can be run", at: path)
  }

  /// Notes a part that cannot be run.
  private mutating func refuse(_ message: String, at path: DefinitionPath) {
    findings.append(DefinitionFinding(code: .notRunnable, message: message, path: path))
  }
}
