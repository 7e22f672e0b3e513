/// A prompt with keys, history and completion on a terminal.
///
/// libedit runs on a thread of the editor's own, so no call of this type blocks but ``close()``.
/// While no line is being read the terminal is in its usual modes.
package final class LineEditor: Sendable {
  /// The thread that owns libedit.
  private let thread: EditingThread

  /// Opens the terminal and reads the history.
  package init(configuration: LineEditorConfiguration) throws(LineEditorError) {
    thread = try EditingThread(configuration: configuration)
  }

  deinit {
    thread.close()
  }

  /// Lets the user edit a line that starts as `initialText`.
  ///
  /// Reads that overlap are served in their order.
  package func readLine(prompt: Prompt, initialText: String = "") async -> LineEditorEvent {
    await withCheckedContinuation { continuation in
      let kind = ReadRequest.Kind.line(initialText: initialText)
      thread.enqueue(
        .read(ReadRequest(prompt: prompt, kind: kind, continuation: continuation)))
    }
  }

  /// Lets the user enter a line that is not shown and does not reach the history.
  package func readSecret(prompt: Prompt) async -> LineEditorEvent {
    await withCheckedContinuation { continuation in
      thread.enqueue(
        .read(ReadRequest(prompt: prompt, kind: .secret, continuation: continuation)))
    }
  }

  /// Makes `completer` answer to Tab.
  package func setCompleter(_ completer: @escaping Completer) {
    thread.enqueue(.setCompleter(completer))
  }

  /// Adds an entry, which may have several lines, to the history and its file.
  ///
  /// An entry equal to the one before it, an empty one and one that starts with a space are
  /// not kept.
  package func addHistory(_ entry: String) {
    thread.enqueue(.addHistory(entry))
  }

  /// Writes `text` to the terminal, above the line if one is being edited.
  ///
  /// A newline is added where one is missing and a line is being edited.
  package func print(_ text: String) {
    thread.enqueue(.print(text))
  }

  /// Changes the key bindings, from the next line on.
  package func setKeys(_ keys: LineEditorConfiguration.Keys) {
    thread.enqueue(.setKeys(keys))
  }

  /// An element for each Ctrl-C from now on that is pressed while no line is being read.
  ///
  /// Every access gives a stream of its own, and what happened before the access is not in it.
  package var interrupts: AsyncStream<Void> {
    thread.interrupts()
  }

  /// The first failure to read or write the history file, if there was one.
  package var historyFailure: HistoryFileError? {
    thread.historyFailure
  }

  /// Ends the editor: a read that waits gets ``LineEditorEvent/endOfInput``, what was printed is
  /// written, and the terminal is restored.
  package func close() {
    thread.close()
  }

  /// Whether both descriptors are terminals, so that an editor can be made for them.
  package static func isAvailable(input: Int32 = 0, output: Int32 = 1) -> Bool {
    EditingThread.isTerminal(input) && EditingThread.isTerminal(output)
  }
}
