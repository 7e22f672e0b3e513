/// What a line editor is made for: its terminal, its history and its keys.
package struct LineEditorConfiguration: Sendable {
  /// The two families of key bindings.
  package enum Keys: Sendable {
    /// Control and meta keys, as in Emacs.
    case emacs

    /// An insert mode and a command mode, as in vi.
    case vi
  }

  /// The name before the colon by which lines of `~/.editrc` address this program.
  package var programName: String

  /// The path of the file that keeps the history, or `nil` to keep it in memory only.
  package var historyFile: String?

  /// The number of entries that the history remembers.
  package var historySize: Int

  /// The descriptor of the terminal that keys are read from.
  package var input: Int32

  /// The descriptor of the terminal that the line is drawn on.
  package var output: Int32

  /// The key bindings, or `nil` for those that `~/.editrc` chooses, which are Emacs's by default.
  package var keys: Keys?

  /// Whether `~/.editrc` is read.
  package var readsStartupFile: Bool

  /// Creates a configuration for the terminal of the process.
  package init(
    programName: String = "cws",
    historyFile: String? = nil,
    historySize: Int = 10_000,
    input: Int32 = 0,
    output: Int32 = 1,
    keys: Keys? = nil,
    readsStartupFile: Bool = true
  ) {
    self.programName = programName
    self.historyFile = historyFile
    self.historySize = historySize
    self.input = input
    self.output = output
    self.keys = keys
    self.readsStartupFile = readsStartupFile
  }
}
