import SessionLanguage

extension Session {
  /// Does a command of the shell.
  func perform(
    _ command: Command, _ statement: Statement, of source: CellSource
  ) async throws(SessionFailure) {
    switch command {
    case .load(let sources, let alias): try await load(sources, alias: alias)
    case .reload(let name): try await reload(name)
    case .unload(let name): try await unload(name)
    case .services: listServices()
    case .routes(let name): try showRoutes(name)
    case .logs(let name, let follows): try await showLogs(name, follows: follows)
    case .help(let topic): try help(topic)
    case .variables: listVariables()
    case .history: listCells()
    case .table(let expression): try printTable(of: expression, of: source)
    case .open(let path): try open(path)
    case .save(let path): try save(path)
    case .rerun(let range): try await rerun(range)
    case .export(let folder): try await export(folder)
    case .set(let key, let value): try await set(key, to: value)
    case .expect(let expression): try expect(expression, statement, of: source)
    case .run(let command): try await run(command, statement, of: source)
    case .show(let name): try show(name)
    case .why(let target): try explain(target, of: source)
    case .graph(let name): try drawGraph(name)
    case .edit(let name): try edit(name)
    case .drop(let name): try drop(name)
    case .undo: try undo()
    case .redo: try redo()
    case .mock(let command): try mock(command, statement, of: source)
    case .unmock(let target): try unmock(target, statement, of: source)
    case .quit: try requirePrompt("quit")
    }
  }
}
