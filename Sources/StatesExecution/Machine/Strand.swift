import JSON
import StatesLanguage

/// A walk through a graph: the whole machine's, a branch's or an iteration's.
struct Strand: Sendable {
  /// The strand whose Parallel or Map state waits for this one.
  var parent: Int?

  /// The branch or iteration that it is.
  var position: Int

  /// The iterations and branches that it is in, outermost first.
  var path: [Int]

  /// The state in which it is.
  var code: StateCode

  /// The state's input.
  var input: JSONValue

  /// What the state works on: in JSONPath the part that `InputPath` chooses.
  var effectiveInput: JSONValue

  /// The variables.
  var variables: VariableFrame

  /// The item of the innermost Map around it.
  var item: MapItem?

  /// The last event.
  var lastEvent: Int

  /// The event of entering the state.
  var enteredEvent = 0

  /// The event before that.
  var eventBeforeEntry = 0

  /// When the state was entered.
  var enteredTime = Timestamp.epoch

  /// How often the state was tried again.
  var retryCount = 0

  /// How often each retrier has tried it again.
  var retriesUsed: [Int] = []

  /// The place of the stay among the visits, if they are recorded.
  var visit = -1

  /// What it does at the moment.
  var phase = Phase.entering

  /// The branches or iterations for which it waits.
  var join: Join?

  /// Creates a strand that is about to enter the state `code`.
  init(
    parent: Int?, position: Int, path: [Int], code: StateCode, input: JSONValue,
    variables: VariableFrame, item: MapItem?, lastEvent: Int
  ) {
    self.parent = parent
    self.position = position
    self.path = path
    self.code = code
    self.input = input
    effectiveInput = input
    self.variables = variables
    self.item = item
    self.lastEvent = lastEvent
  }

  /// What a strand does at the moment.
  enum Phase: Sendable {
    /// It is about to enter its state.
    case entering
    /// It goes past a state before which it stopped.
    case passing
    /// It stopped before its state.
    case stopped
    /// A call is in flight.
    case calling(TaskCall)
    /// A timer ends the Wait state.
    case waiting(TimerID, output: JSONValue, assigned: [(slot: Int, value: JSONValue)])
    /// A timer ends the pause before a retry.
    case pausing(TimerID)
    /// It is to try the state again.
    case retrying
    /// Its branches or iterations run.
    case joining
    /// The items of a distributed Map are being read, or its results written.
    case exchanging(TaskID)
  }

  /// What the context object says about the state.
  func context(token: String? = nil) -> StateContext {
    StateContext(
      state: code.name, enteredTime: enteredTime,
      retryCount: code.type.isCatching ? retryCount : nil, taskToken: token, item: item)
  }
}

/// A call in flight.
struct TaskCall: Sendable {
  /// Which call.
  var id: TaskID

  /// The timer that ends it.
  var timeout: TimerID?

  /// The timer that ends it when nothing is heard of it.
  var heartbeat: TimerID?

  /// How long it may stay silent.
  var heartbeatSeconds: Int?
}

/// What a Parallel or Map state knows of the strands for which it waits.
struct Join: Sendable {
  /// The strands that run, by branch or iteration.
  var running: [Int: Int] = [:]

  /// The outputs; nil for what has not ended or has failed.
  var results: [JSONValue?]

  /// How many have not ended.
  var remaining: Int

  /// What is special about a Map.
  var map: MapProgress?

  /// The event that the next iteration follows.
  var lastEvent: Int
}

/// How far a Map is.
struct MapProgress: Sendable {
  /// The items.
  var items: [JSONValue]

  /// The next item to start.
  var next = 0

  /// How many iterations run at once.
  var limit: Int

  /// How many iterations have failed.
  var failures = 0

  /// How many may fail.
  var tolerance: Tolerance

  /// How many iterations may fail.
  struct Tolerance: Sendable {
    /// The number, if one is given.
    var count: Int?

    /// The percentage, if one is given.
    var percentage: Double?

    /// Whether a number or a percentage is given.
    var isGiven: Bool { count != nil || percentage != nil }

    /// Whether `failures` of `total` are too many.
    func isExceeded(by failures: Int, of total: Int) -> Bool {
      guard isGiven else { return failures > 0 }
      if let count, failures > count { return true }
      guard let percentage else { return false }
      return Double(failures) * 100 > percentage * Double(total)
    }
  }
}
