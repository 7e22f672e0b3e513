import Diagnostics
import JSON
import SessionLanguage
import WorkflowCompiler

/// A person's session: services, results, workflows, and the cells that made them.
///
/// Lines are entered one at a time; what a statement prints is handed to `emit` at once. Whatever a
/// statement or a service does, the session stays as it was before or as the statement says.
package actor Session {
  /// What a session knows of its surroundings.
  package struct Surroundings: Sendable {
    /// Where services come from.
    package var services: any ServiceProvider

    /// The files.
    package var files: any FileAccess

    /// The time in milliseconds since 1970.
    package var now: @Sendable () -> Int64

    /// The nanoseconds of a clock that never goes back.
    package var monotonicClock: @Sendable () -> UInt64 = { [start = ContinuousClock.now] in
      UInt64((ContinuousClock.now - start) / .nanoseconds(1))
    }

    /// Is told what is being done while it takes long; nil when it is over.
    package var progress: @Sendable (WorkProgress?) -> Void

    /// The names of the services that come with the tool, with what they are.
    package var bundledServices: [(name: String, summary: String)]

    /// Whether a person types, who is asked before work is lost.
    package var isInteractive = false

    /// Creates surroundings.
    package init(
      services: any ServiceProvider, files: any FileAccess, now: @escaping @Sendable () -> Int64,
      progress: @escaping @Sendable (WorkProgress?) -> Void,
      bundledServices: [(name: String, summary: String)]
    ) {
      self.services = services
      self.files = files
      self.now = now
      self.progress = progress
      self.bundledServices = bundledServices
    }
  }

  /// The surroundings.
  let surroundings: Surroundings

  /// Takes what is printed.
  private let emit: @Sendable (Output) -> Void

  /// The loaded services and defined workflows.
  var catalog = Catalog()

  /// The results that have names, and the last ones.
  var results = Results()

  /// The workflows that are closed, by name, in the order in which they were defined.
  var workflows: [WorkflowWorkspace] = []

  /// The workflow that is open.
  var workspace: WorkflowWorkspace?

  /// The cells.
  var notebook = Notebook()

  /// What answers in a service's place.
  let mocks = MockBook()

  /// What `set` has changed.
  var settings = Settings()

  /// The services whose sources are saved, as that happens; nil until they are watched, and once
  /// someone has taken it.
  var savedServices: AsyncStream<String>?

  /// What the statement in hand has printed.
  var printed: [Output] = []

  /// Where what the statement in hand has given comes from.
  var provenance = Provenance()

  /// Whether an `expect` of the statement in hand was not met.
  var isExpectationMissed = false

  /// The flowchart of the workflow that the statement in hand has defined.
  var definedGraph: String?

  /// The statement in hand as a cell that follows the open workflow; nil for none.
  var followUp: String?

  /// Whether workflows are only defined, without running their steps.
  var definesOnly = false

  /// The command that was refused last because it would drop what is not saved.
  var refusedCommand: String?

  /// Whether the entry in hand is refused for that.
  var isRefusing = false

  /// The lines of an unfinished statement.
  private var pending: [String] = []

  /// The blocks that the unfinished statement has opened.
  private var openBlocks: [OpenBlock] = []

  /// Whether the unfinished statement's last line is unfinished.
  private var isInsideLine = false

  /// The last whole entry, for the history of lines.
  private var lastEntry: String?

  /// Creates an empty session.
  package init(surroundings: Surroundings, emit: @escaping @Sendable (Output) -> Void) {
    self.surroundings = surroundings
    self.emit = emit
  }

  /// The lines of the unfinished statement.
  var pendingLines: [String] { pending }

  /// What the next line is asked for with: the open blocks.
  package var prompt: StyledText {
    var titles = openBlocks.map(\.title)
    if let workspace { titles.insert(workspace.draft.name, at: 0) }
    if titles.isEmpty { titles = ["cws"] }
    return StyledText(titles.joined(separator: " ") + (isInsideLine ? " … " : "> "), .strong)
  }

  /// Enters one line; a statement that it completes is done.
  package func enter(_ line: String) async -> EntryResult {
    if pending.isEmpty, line.allSatisfy(\.isWhitespace) {
      workspace?.noteBlankLine()
      return .done
    }
    pending.append(line)
    let text = pending.joined(separator: "\n")
    let parsed = Parser.parse(text, context: workspace == nil ? .session : .workflow)
    if parsed.needsMoreInput, !isOpening(text) {
      openBlocks = parsed.openBlocks
      isInsideLine = parsed.isInsideLine
      return .incomplete
    }
    discardPending()
    lastEntry = text
    isRefusing = false
    defer { if !isRefusing { refusedCommand = nil } }
    return await execute(text, in: .entered(text), at: 0, opensWorkflow: isOpening(text))
  }

  /// Drops the lines of an unfinished statement.
  package func discardPending() {
    pending = []
    openBlocks = []
    isInsideLine = false
  }

  /// The last whole entry, once.
  package func takeEntry() -> String? {
    defer { lastEntry = nil }
    return lastEntry
  }

  /// Ends the input: an unfinished statement and an open workflow are errors.
  package func finish() async -> EntryResult {
    guard !pending.isEmpty else {
      guard let workspace else { return .done }
      emit(
        .failure(
          StyledText("the input ends inside the workflow `\(workspace.name)`"),
          help: "close it with `end`"))
      return .failed
    }
    let text = pending.joined(separator: "\n")
    let block = openBlocks.last
    discardPending()
    let end = text.utf8.count
    let diagnostic = Diagnostic(
      code: "unfinished", "the input ends inside \(block.map { "`\($0.title)`" } ?? "a statement")",
      at: block?.range ?? SourceRange(end, end),
      help: block == nil ? "close the bracket or the quote" : "close it with `end`")
    emit(.diagnostics(DiagnosticSet([diagnostic]), .entered(text)))
    return .failed
  }

  /// Prints `output` and keeps it for the cell in hand.
  func print(_ output: Output) {
    printed.append(output)
    emit(output)
  }

  /// Prints `output` without keeping it.
  func show(_ output: Output) {
    emit(output)
  }

  /// Whether `text` is the line that opens a workflow, whose steps are then entered one by one.
  func isOpening(_ text: String) -> Bool {
    guard workspace == nil, !text.contains("\n") else { return false }
    let parsed = Parser.parse(text, context: .session)
    return !parsed.isInsideLine && parsed.openBlocks.map(\.kind) == [.workflow]
  }
}
