import Diagnostics
import SessionLanguage

extension Session {
  /// `open FILE`: takes over the cells of a file; nothing is run.
  func open(_ path: Name) throws(SessionFailure) {
    try requireSaved(for: "open", orElse: "drops")
    try openFile(path.text)
    let count = notebook.cells.count
    show(.passing("\(path)  \(count) \(count == 1 ? "cell" : "cells"); `rerun all` runs them"))
  }

  /// Takes over the cells of the file at `path`.
  package func openFile(_ path: String) throws(SessionFailure) {
    try requirePrompt("open")
    let text: String
    do throws(FileFailure) {
      text = try surroundings.files.readText(path)
    } catch {
      throw error.sessionFailure
    }
    let (document, diagnostics) = SessionDocument.parse(text)
    if !diagnostics.isEmpty {
      let file = SourceFile(name: path, text: text)
      if diagnostics.containsError { throw .diagnostics(diagnostics, in: file) }
      show(.diagnostics(diagnostics, file))
    }
    notebook.open(document, path: path)
  }

  /// `save [FILE]`.
  func save(_ path: Name?) throws(SessionFailure) {
    try requirePrompt("save")
    guard let path = path?.text ?? notebook.path else {
      throw .message("the session has no file yet", help: "name one: `save FILE`")
    }
    let text = notebook.updatedDocument().text
    do throws(FileFailure) {
      try surroundings.files.write(Array(text.utf8), to: path)
    } catch {
      throw error.sessionFailure
    }
    notebook.saved(at: path)
    show(.passing("saved \(path)"))
  }
}
