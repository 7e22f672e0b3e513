/// Why a line editor cannot be made.
package enum LineEditorError: Error, Hashable, Sendable {
  /// A descriptor of the configuration is no terminal; read the input with ``ScriptReader``.
  case notATerminal

  /// The system has no locale in UTF-8, without which other letters than ASCII's are lost.
  case noUnicodeLocale

  /// The system refused a thread, a pipe or memory.
  case outOfResources
}

extension LineEditorError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal: "the input is no terminal"
    case .noUnicodeLocale: "the system has no locale in UTF-8"
    case .outOfResources: "the system has no resources left for the line editor"
    }
  }
}
