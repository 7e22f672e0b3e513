internal import CEditline

/// What the editing thread runs: it serves commands, keys and signals.
///
/// Used by the thread that made it until ``run()`` is called, and then by the one that runs it.
final class EditingLoop {
  /// What the terminal is used for.
  enum Activity {
    /// Nothing is being read.
    case idle

    /// A line is being edited.
    case editing

    /// A line is being read that is not shown.
    case secret
  }

  let editor: Libedit
  let queue: CommandQueue
  let news: EditingNews
  let historyFile: HistoryFile?

  /// The entries that can be recalled.
  var history: History

  /// What answers to Tab.
  var completer: Completer?

  /// The line as the last Tab left it, if it could not be completed.
  var ambiguousLine: EditedLine?

  /// The search of the history that is under way.
  var search: HistorySearch?

  /// The walk through the history that the last key was part of.
  var recall: PrefixRecall?

  /// The prompt of the line that is being read.
  var prompt = Prompt("")

  /// What the line starts as.
  var initialText = ""

  /// Pasted lines that no one has asked for yet.
  var pasted = PastedText()

  /// What the terminal is used for.
  var activity = Activity.idle

  /// Whether Ctrl-C ended the line.
  var isInterrupted = false

  /// Whether the thread shall end.
  var isClosed = false

  /// Who waits for a line.
  private var requests: [ReadRequest] = []

  /// The keys that the next line gets.
  private var wantedKeys: LineEditorConfiguration.Keys?

  /// Opens the terminal and reads the history.
  init(
    configuration: LineEditorConfiguration, queue: CommandQueue, news: EditingNews
  ) throws(LineEditorError) {
    self.queue = queue
    self.news = news
    editor = try Libedit(configuration: configuration, wake: queue.wakeInput)
    history = History(limit: configuration.historySize)
    historyFile = configuration.historyFile.map(HistoryFile.init)
    editor.receiver = self
    bindKeys(configuration)
    loadHistory()
  }

  /// Serves until the editor is closed.
  func run() {
    while !isClosed {
      if requests.isEmpty {
        queue.wait()
      } else {
        serve(requests.removeFirst())
      }
      attend()
    }
    editor.setRaw(false)
    refuse(requests)
    requests = []
    for case .read(let request) in queue.close() {
      refuse([request])
    }
    news.finish()
  }

  // MARK: - Reading

  /// Reads what is asked for and answers.
  private func serve(_ request: ReadRequest) {
    if let keys = wantedKeys {
      editor.bind(keys)
      wantedKeys = nil
    }
    let event =
      switch request.kind {
      case .line(let initialText): readLine(prompt: request.prompt, initialText: initialText)
      case .secret: readSecret(prompt: request.prompt)
      }
    request.continuation.resume(returning: event)
  }

  /// Answers that there are no more lines.
  private func refuse(_ requests: [ReadRequest]) {
    for request in requests {
      request.continuation.resume(returning: .endOfInput)
    }
  }

  // MARK: - Commands and signals

  /// Attends to what arrived while no line is read.
  private func attend() {
    if queue.takeSignals().contains(CEDITLINE_SIGNAL_INTERRUPT.rawValue) {
      pasted = PastedText()
      news.interrupt()
    }
    performCommands()
  }

  /// Does what the thread was asked to.
  func performCommands() {
    for command in queue.takeCommands() {
      perform(command)
    }
  }

  /// Does one thing.
  private func perform(_ command: EditingCommand) {
    switch command {
    case .read(let request): requests.append(request)
    case .setCompleter(let completer): self.completer = completer
    case .addHistory(let entry): addHistory(entry)
    case .print(let text): print(text)
    case .setKeys(let keys): wantedKeys = keys
    case .close: isClosed = true
    }
  }

  // MARK: - Beginning

  /// Binds the keys that the configuration or the startup file wants.
  private func bindKeys(_ configuration: LineEditorConfiguration) {
    let first = configuration.keys ?? .emacs
    editor.bind(first)
    guard configuration.readsStartupFile else { return }
    editor.readStartupFile()
    // `bind -v` in the file has dropped all bindings.
    let wanted = configuration.keys ?? editor.keys
    if editor.keys != first || wanted != first {
      editor.bind(wanted)
    }
  }
}
