internal import CEditline
internal import Synchronization

/// Something that the editing thread is asked to do.
enum EditingCommand: Sendable {
  case read(ReadRequest)
  case setCompleter(Completer)
  case addHistory(String)
  case print(String)
  case setKeys(LineEditorConfiguration.Keys)
  case close
}

/// A wish for a line, and who waits for it.
struct ReadRequest: Sendable {
  /// The ways of reading.
  enum Kind: Sendable {
    /// A line with editing, which starts as the given text.
    case line(initialText: String)

    /// A line that is not shown.
    case secret
  }

  /// What is drawn before the line.
  let prompt: Prompt

  /// The way of reading.
  let kind: Kind

  /// Who waits.
  let continuation: CheckedContinuation<LineEditorEvent, Never>
}

/// The way to the editing thread: commands, and a pipe that wakes it.
final class CommandQueue: Sendable {
  /// What waits for the thread.
  private struct State {
    var commands: [EditingCommand] = []
    var isClosed = false
  }

  /// What waits for the thread.
  private let state = Mutex(State())

  /// The end of the pipe that the thread watches.
  let wakeInput: Int32

  /// The end of the pipe that others write to.
  private let wakeOutput: Int32

  /// Creates a queue to which signals write too.
  init() throws(LineEditorError) {
    var input: Int32 = -1
    var output: Int32 = -1
    guard ceditline_pipe(&input, &output) else { throw .outOfResources }
    wakeInput = input
    wakeOutput = output
    guard ceditline_watch_signals(output) else { throw .outOfResources }
  }

  deinit {
    ceditline_unwatch_signals(wakeOutput)
    FileBytes.close(wakeInput)
    FileBytes.close(wakeOutput)
  }

  /// Adds a command, unless the queue is closed.
  func add(_ command: EditingCommand) -> Bool {
    let isAdded = state.withLock { state in
      guard !state.isClosed else { return false }
      state.commands.append(command)
      return true
    }
    _ = FileBytes.write([UInt8(ascii: "q")], to: wakeOutput)
    return isAdded
  }

  /// Takes the commands in their order.
  func takeCommands() -> [EditingCommand] {
    state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// Refuses commands from now on, and returns those that were not taken.
  func close() -> [EditingCommand] {
    state.withLock { state in
      state.isClosed = true
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// Takes the signals that arrived, and empties the pipe.
  func takeSignals() -> Set<UInt32> {
    var signals: Set<UInt32> = []
    while case .success(let bytes) = FileBytes.read(wakeInput, upTo: 512), !bytes.isEmpty {
      signals.formUnion(bytes.map(UInt32.init))
    }
    return signals
  }

  /// Waits for a command or a signal.
  func wait() {
    ceditline_wait(wakeInput)
  }
}
