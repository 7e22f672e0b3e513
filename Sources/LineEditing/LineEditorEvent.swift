/// How the reading of a line ended.
package enum LineEditorEvent: Hashable, Sendable {
  /// Enter was pressed.
  ///
  /// The text has no final newline. It holds inner ones where an entry of several lines was
  /// recalled from the history or given as the initial text.
  case line(String)

  /// Ctrl-C was pressed; what had been typed is dropped, and so are pasted lines that wait.
  case interrupted

  /// Ctrl-D was pressed on an empty line, the terminal hung up, or the editor was closed.
  case endOfInput
}
