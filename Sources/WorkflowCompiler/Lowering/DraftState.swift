import Diagnostics
import StatesLanguage

/// A state under construction.
struct DraftState {
  /// Where control goes.
  enum Target: Hashable {
    /// To a state.
    case state(Int)

    /// Out of the graph.
    case end
  }

  /// A value that is known when the state is done.
  struct Result {
    /// The step whose result it is.
    var step: String

    /// The variable of the step.
    var name: String?

    /// What gives the value.
    var formula: Formula

    /// Whether there always is a value, so that the result need not be computed unless it is used.
    var isTotal = false

    /// Whether there is a value if the expression does not fail.
    var isDefined = false
  }

  /// What is done after an error.
  struct Handler {
    /// The errors.
    var errors: [String]

    /// The variable for the error.
    var variable: String

    /// Where control goes.
    var next: Int
  }

  /// A way out of a Choice.
  struct Rule {
    /// What must hold.
    var condition: Formula

    /// The condition as it was written.
    var label: String

    /// Where control goes.
    var next: Int
  }

  /// What a state does.
  indirect enum Kind {
    /// Calls a service.
    case task(function: String, payload: TemplateDraft, timeout: Int?, heartbeat: Int?)

    /// Nothing but its results.
    case pass

    /// Chooses.
    case choice([Rule])

    /// Waits.
    case wait(seconds: Int)

    /// Waits until a time.
    case waitUntil(Formula)

    /// Ends the graph.
    case succeed

    /// Ends the machine with an error.
    case fail(error: TemplateDraft, cause: TemplateDraft?)

    /// Runs a graph for each of many elements.
    case map(items: Formula, concurrency: Int?, tolerance: MapTolerance?, DraftGraph)

    /// Runs graphs at the same time.
    case parallel([DraftGraph])
  }

  /// What no other state is called.
  var id: Int

  /// The step that it belongs to.
  var step: String

  /// What it does for the step.
  var role: StateRole

  /// What a picture shows in it.
  var label: String

  /// The name that it gets if no other state has it.
  var preferredName: String

  /// Whether the user chose the preferred name.
  var isNamedByUser = false

  /// What it does.
  var kind: Kind

  /// The values that are known when it is done, each after those that it may read.
  var results: [Result] = []

  /// What it hands on instead of its last result.
  var output: Formula?

  /// Where control goes when it is done; in a Choice, if no rule holds.
  var next: Target = .end

  /// Which errors are tried again.
  var retriers: [Retrier] = []

  /// What is done after errors.
  var handlers: [Handler] = []
}

/// How many elements of a Map may fail.
enum MapTolerance {
  /// This many.
  case count(Int)

  /// This share, in percent.
  case percentage(Int)
}
