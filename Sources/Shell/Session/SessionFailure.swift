package import Diagnostics

/// Why a statement could not be done.
package struct SessionFailure: Error, Sendable {
  /// What is printed.
  package var output: Output

  /// Whether the statement is a part of the session all the same, because it did something.
  package var isKept = false

  /// The failure that `message` tells.
  package static func message(_ message: String, help: String? = nil) -> SessionFailure {
    SessionFailure(output: .failure(StyledText(message), help: help))
  }

  /// The failure of a statement that is wrong.
  package static func diagnostics(_ set: DiagnosticSet, in file: SourceFile) -> SessionFailure {
    SessionFailure(output: .diagnostics(set, file))
  }
}

/// What came of entering a line.
package enum EntryResult: Hashable, Sendable {
  /// It was done.
  case done

  /// It could not be done.
  case failed

  /// More lines must follow.
  case incomplete

  /// The session is to end.
  case quit
}
