import SessionLanguage

extension Session {
  /// Whether the session may end: a person is asked once if work would be lost.
  package func mayEnd() -> Bool {
    do throws(SessionFailure) {
      try requireSaved(for: "quit", orElse: "leaves without")
      return true
    } catch {
      show(error.output)
      return false
    }
  }

  /// Refuses `command` once if it drops what is not saved; a script is never asked.
  func requireSaved(for command: String, orElse consequence: String) throws(SessionFailure) {
    guard surroundings.isInteractive, refusedCommand != command, let loss = unsavedWork else {
      return
    }
    refusedCommand = command
    isRefusing = true
    let place = notebook.path == nil ? "`save FILE` keeps" : "`save` keeps"
    let file = notebook.path.map { " in \($0)" } ?? ""
    throw .message(
      loss.text,
      help: "\(place) \(loss.pronoun)\(file); `\(command)` again \(consequence) \(loss.pronoun)")
  }

  // MARK: -

  /// What would be lost, as a sentence, and the pronoun for it; nil for nothing of worth.
  private var unsavedWork: (text: String, pronoun: String)? {
    if let workspace, workspace.hasChanged {
      return ("the workflow `\(workspace.name)` is open and not saved", "it")
    }
    guard let count = notebook.unsavedCount(isWorthKeeping: Self.isWorthKeeping) else {
      return nil
    }
    return count == 1 ? ("a cell is not saved", "it") : ("\(count) cells are not saved", "them")
  }

  /// Whether a cell without a file has made something: a look at a service's answer has not.
  private static func isWorthKeeping(_ source: String) -> Bool {
    Parser.parse(source).statements.contains { statement in
      switch statement.kind {
      case .workflow, .step, .command(.mock), .command(.expect): true
      default: false
      }
    }
  }
}
