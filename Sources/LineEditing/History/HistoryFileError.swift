/// Why the history file could not be read or written.
package struct HistoryFileError: Error, Hashable, Sendable {
  /// What was being done.
  package enum Operation: String, Sendable {
    case read
    case write
    case trim
  }

  /// What was being done.
  package var operation: Operation

  /// The path of the file.
  package var path: String

  /// The reason that the system gave.
  package var code: SystemCode
}

extension HistoryFileError: CustomStringConvertible {
  package var description: String {
    "cannot \(operation.rawValue) the history in \(path): \(code)"
  }
}
