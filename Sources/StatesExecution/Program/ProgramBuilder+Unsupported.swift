import JSON
import StatesLanguage

extension ProgramBuilder {
  /// Notes what this interpreter does not run.
  mutating func refuseUnsupported(_ state: State, at path: DefinitionPath) {
    guard machine.language(of: state) == .jsonata else {
      return refuse(
        "The state '\(state.name)' is written in JSONPath, and only JSONata can be run", at: path)
    }
    guard case .map(let map) = state.kind else { return }
    if map.itemProcessor.mode == .distributed {
      let path = path.member("ItemProcessor").member("ProcessorConfig").member("Mode")
      refuse(
        "The state '\(state.name)' is a distributed Map, and only inline ones can be run", at: path)
    }
    let fields = [
      ("ItemReader", map.itemReader), ("ItemBatcher", map.itemBatcher),
      ("ResultWriter", map.resultWriter),
    ]
    for (name, template) in fields where template != nil {
      refuse("The field '\(name)' cannot be run", at: path.member(name))
    }
  }

  /// Notes a part that cannot be run.
  private mutating func refuse(_ message: String, at path: DefinitionPath) {
    findings.append(DefinitionFinding(code: .notRunnable, message: message, path: path))
  }
}
