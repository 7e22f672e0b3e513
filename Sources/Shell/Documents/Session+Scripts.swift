package import Export
package import JSON
import SessionLanguage

extension Session {
  /// Runs the cells of the file at `path` in order, until one fails where the file does not say so.
  ///
  /// - Parameters:
  ///   - path: The session's file.
  ///   - onlyDefinitions: Whether only cells that load services or define workflows are done, and
  ///     no workflow's steps are run.
  /// - Returns: Whether all of them succeeded.
  package func runFile(_ path: String, onlyDefinitions: Bool = false) async -> Bool {
    definesOnly = onlyDefinitions
    defer { definesOnly = false }
    do throws(SessionFailure) {
      try openFile(path)
    } catch {
      show(error.output)
      return false
    }
    for number in notebook.cells.indices.map({ $0 + 1 }) {
      if onlyDefinitions, !isDefinition(notebook.cells[number - 1].source) { continue }
      guard await runsAsRecorded(number) else { return false }
    }
    return true
  }

  /// Runs the closed workflow `name`; the fields of `input`, if it is an object, replace those of its
  /// sample input.
  ///
  /// - Returns: Whether it succeeded.
  package func runWorkflow(_ name: String, input: JSONValue?) async -> Bool {
    guard let input else { return await enter("run \(name)") == .done }
    guard case .object = input else { return await run(name, on: input) }
    return await enter("run \(name) \(JSONWriter.compact(input))") == .done
  }

  /// Compiles the session's workflows and services into files in `folder`.
  ///
  /// - Returns: Whether it succeeded.
  package func exportFiles(to folder: String, formats: Set<ExportFormat>) async -> Bool {
    do throws(SessionFailure) {
      try await export(to: folder, formats: formats)
      return true
    } catch {
      show(error.output)
      return false
    }
  }

  /// Whether a cell loads services or defines workflows, and does nothing else.
  private func isDefinition(_ source: String) -> Bool {
    let statements = Parser.parse(source, context: .session).statements
    return statements.contains { statement in
      switch statement.kind {
      case .workflow, .command(.load): true
      default: false
      }
    }
  }
}
