/// Why a line of a script cannot be had.
package enum ScriptError: Error, Hashable, Sendable {
  /// The bytes of the line, counted from 1, are no UTF-8.
  case invalidUTF8(line: Int)

  /// The system could not read on behind the line, for the reason `errno` gave.
  case unreadable(afterLine: Int, code: Int32)
}

extension ScriptError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidUTF8(let line):
      "line \(line) is not valid UTF-8"
    case .unreadable(let line, let code):
      "the input cannot be read after line \(line): \(SystemCode(number: code))"
    }
  }
}
