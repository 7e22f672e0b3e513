/// Where a shell reads lines from and writes to: a terminal, a script, or a test.
package protocol Terminal: Sendable {
  /// The cells of a line.
  var width: Int { get }

  /// Whether standard output, or standard error, shows colours.
  func isColored(_ channel: TerminalChannel) -> Bool

  /// Whether a person sits there, who is greeted and sees prompts.
  var isInteractive: Bool { get }

  /// The next line.
  func readLine(_ request: LineRequest) async -> TerminalEvent

  /// Writes `text` and a line end.
  func write(_ text: String, to channel: TerminalChannel)

  /// Shows what is being done on a line that the next one, or nil, replaces; without a person, says
  /// once what takes long.
  func showProgress(_ progress: WorkProgress?)

  /// Keeps `entry` in the history.
  func addHistory(_ entry: String)

  /// Calls for an end of what is being done: Ctrl-C while no line is read.
  var interrupts: AsyncStream<Void> { get }
}

/// How a line is asked for.
package struct LineRequest: Sendable {
  /// What stands before it.
  package var prompt: StyledText

  /// What it can be completed to.
  package var completions: CompletionIndex

  /// The keys that edit it, if the session has chosen them.
  package var keys: EditingKeys?
}

/// The keys that edit lines.
package enum EditingKeys: String, Hashable, Sendable {
  /// Those of Emacs.
  case emacs

  /// Those of vi.
  case vi
}

/// One of the two streams that are written to.
package enum TerminalChannel: Sendable {
  /// Standard output.
  case output

  /// Standard error.
  case error
}

/// What came of asking for a line.
package enum TerminalEvent: Hashable, Sendable {
  /// A line, without its end.
  case line(String)

  /// Ctrl-C: the line is dropped.
  case interrupted

  /// The end of the input.
  case end

  /// The input cannot be read, for the reason given; the next line may be readable.
  case failed(String)
}
