import JSON
import StatesLanguage

/// A state of a program.
final class StateCode: Sendable {
  /// Its name.
  let name: String

  /// Its kind by name.
  let type: StateType

  /// Its position among the states of the program.
  let index: Int

  /// The graph in which it stands.
  let graph: Int

  /// What it does.
  let action: Action

  /// What follows it: the position of a state, or nil at the end of the graph.
  let next: Int?

  /// What it sets and hands on.
  let result: ResultCode

  /// What it does with its input and its result in JSONPath; nil in JSONata.
  let flow: PathFlow?

  /// Which errors are tried again.
  let retriers: [Retrier]

  /// Where errors lead.
  let catchers: [CatcherCode]

  /// What a state of a program does.
  enum Action: Sendable {
    case task(TaskCode)
    case pass
    case choice(ChoiceCode)
    case wait(WaitCode)
    case succeed
    case fail(error: TemplateCode?, cause: TemplateCode?)
    case parallel(ParallelCode)
    case map(MapCode)
  }

  init(
    state: State, index: Int, graph: Int, action: Action, next: Int?, result: ResultCode,
    flow: PathFlow?, catchers: [CatcherCode]
  ) {
    name = state.name
    type = state.type
    self.index = index
    self.graph = graph
    self.action = action
    self.next = next
    self.result = result
    self.flow = flow
    retriers = state.retriers
    self.catchers = catchers
  }
}

/// What a state, a rule or a catcher sets and hands on.
///
/// Like the codes of the states that are entered most, a class: whoever looks at it counts one
/// reference instead of one for each part.
final class ResultCode: Sendable {
  /// The variables that are set, by slot of the graph's scope.
  let assign: [(slot: Int, value: TemplateCode)]

  /// The names and order of the variables that are set.
  let assignShape: JSONShape

  /// What is handed on; nil hands on the default.
  let output: TemplateCode?

  init(
    assign: [(slot: Int, value: TemplateCode)] = [], assignShape: JSONShape = .empty,
    output: TemplateCode?
  ) {
    self.assign = assign
    self.assignShape = assignShape
    self.output = output
  }
}

/// A catcher of a program.
struct CatcherCode: Sendable {
  /// The names of the errors.
  var errors: [String]

  /// What it sets and hands on.
  var result: ResultCode

  /// Where the error goes in the input of a JSONPath state.
  var placement: PathFlow.Placement

  /// The state to which it leads.
  var next: Int
}

/// A task of a program.
final class TaskCode: Sendable {
  /// What is called.
  let resource: TaskResource

  /// What is sent; nil sends the state's input.
  let arguments: TemplateCode?

  /// The role as which it is called.
  let credentials: TemplateCode?

  /// How long it may take.
  let timeout: NumberCode?

  /// How long it may stay silent.
  let heartbeat: NumberCode?

  init(
    resource: TaskResource, arguments: TemplateCode?, credentials: TemplateCode?,
    timeout: NumberCode?, heartbeat: NumberCode?
  ) {
    self.resource = resource
    self.arguments = arguments
    self.credentials = credentials
    self.timeout = timeout
    self.heartbeat = heartbeat
  }
}

/// A number of a program, such as `TimeoutSeconds`.
enum NumberCode: Sendable {
  /// That of a template, which is the field of the name.
  case template(TemplateCode, String)

  /// That to which a path leads.
  case path(PathNumberCode)
}

/// The rules of a Choice state of a program.
final class ChoiceCode: Sendable {
  /// A rule.
  final class Rule: Sendable {
    /// When it holds.
    let condition: ConditionCode

    /// What it sets and hands on.
    let result: ResultCode

    /// The state to which it leads.
    let next: Int

    init(condition: ConditionCode, result: ResultCode, next: Int) {
      self.condition = condition
      self.result = result
      self.next = next
    }
  }

  /// The rules in order.
  let rules: [Rule]

  /// The state to which it leads when no rule holds.
  let otherwise: Int?

  init(rules: [Rule], otherwise: Int?) {
    self.rules = rules
    self.otherwise = otherwise
  }
}

/// When a rule of a Choice state of a program holds.
enum ConditionCode: Sendable {
  /// When the value is true.
  case template(TemplateCode)

  /// When the comparison holds.
  case comparison(ComparisonCode)
}

/// How long a Wait state of a program waits.
enum WaitCode: Sendable {
  /// That many seconds.
  case seconds(TemplateCode)

  /// Until then.
  case timestamp(TemplateCode)

  /// As many seconds as a path says.
  case secondsPath(PathCode)

  /// Until the moment that a path names.
  case timestampPath(PathCode)
}

/// The branches of a Parallel state of a program.
struct ParallelCode: Sendable {
  /// The graphs.
  var branches: [Int]

  /// What each of them gets; nil hands on the state's input.
  var arguments: TemplateCode?
}

/// What a Map state of a program does.
struct MapCode: Sendable {
  /// The items; nil takes the state's input.
  var items: Items?

  /// Where a Map has its items from.
  enum Items: Sendable {
    /// From an expression.
    case template(TemplateCode)
    /// From a path.
    case path(PathCode)
    /// From the input that a JSONPath state works on.
    case input
  }

  /// What each iteration gets; nil hands on the item.
  var selector: TemplateCode?

  /// How many iterations run at once.
  var maxConcurrency: NumberCode?

  /// How many iterations may fail.
  var toleratedCount: NumberCode?

  /// Which share of the iterations may fail, in percent.
  var toleratedPercentage: NumberCode?

  /// What is done with an item.
  var processor: Int

  /// What is special about a distributed Map.
  var distribution: DistributionCode?
}
