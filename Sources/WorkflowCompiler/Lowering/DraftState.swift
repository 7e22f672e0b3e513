import Diagnostics
import StatesLanguage

/// States under construction among which control goes: a whole machine, a branch, or what is done
/// with an element.
struct DraftGraph {
  /// The first state.
  var start: Int

  /// The states in the order of the text.
  var states: [DraftState]

  /// The variable that holds the element, in what is done with one.
  var item: String?

  /// The position of the state `id`.
  func position(of id: Int) -> Int? { states.firstIndex { $0.id == id } }

  /// The state `id`.
  func state(_ id: Int) -> DraftState? { states.first { $0.id == id } }

  /// Calls `visit` with each state, outer ones before those inside them.
  func visitStates(_ visit: (DraftState) -> Void) {
    for state in states {
      visit(state)
      for graph in state.kind.graphs { graph.visitStates(visit) }
    }
  }
}

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

extension DraftState {
  /// The states to which it may lead, each as often as it does.
  var successors: [Int] {
    var ids = handlers.map(\.next)
    if case .choice(let rules) = kind { ids += rules.map(\.next) }
    if case .state(let id) = next { ids.append(id) }
    return ids
  }

  /// The expressions that are evaluated before the state is done.
  var argumentReads: Set<String> {
    switch kind {
    case .task(_, let payload, _, _): payload.reads
    case .choice(let rules): rules.reduce(into: []) { $0.formUnion($1.condition.reads) }
    case .waitUntil(let time): time.reads
    case .fail(let error, let cause): error.reads.union(cause?.reads ?? [])
    case .map(let items, _, _, _): items.reads
    case .pass, .wait, .succeed, .parallel: []
    }
  }

  /// The variables that its expressions read, without those that the state itself gives.
  var reads: Set<String> {
    var reads = argumentReads
    var given: Set<String> = []
    for result in results {
      reads.formUnion(result.formula.reads.subtracting(given))
      if let name = result.name { given.insert(name) }
    }
    return reads.union((output?.reads ?? []).subtracting(given))
  }

  /// The variables that the state gives.
  var names: Set<String> { Set(results.compactMap(\.name)) }

  /// Whether errors of its results would be tried again or caught.
  var takesEvaluationErrors: Bool {
    let names = [ErrorName.all, ErrorName.taskFailed, ErrorName.queryEvaluation]
    return (retriers.map(\.errors) + handlers.map(\.errors)).joined().contains(
      where: names.contains)
  }
}

extension DraftState.Kind {
  /// The graphs inside of such a state.
  var graphs: [DraftGraph] {
    switch self {
    case .map(_, _, _, let graph): [graph]
    case .parallel(let graphs): graphs
    default: []
    }
  }

  /// The same with each graph inside of it replaced by what `transform` makes of it.
  func mapGraphs(_ transform: (DraftGraph) -> DraftGraph) -> DraftState.Kind {
    switch self {
    case .map(let items, let concurrency, let tolerance, let graph):
      .map(items: items, concurrency: concurrency, tolerance: tolerance, transform(graph))
    case .parallel(let graphs): .parallel(graphs.map(transform))
    default: self
    }
  }
}
