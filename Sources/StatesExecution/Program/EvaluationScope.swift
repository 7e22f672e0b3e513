import JSON
import JSONata
import StatesLanguage

/// What the expressions of a state may read.
struct EvaluationScope: ~Copyable {
  /// The variables.
  var variables: VariableFrame

  /// The state's input.
  var input: JSONValue

  /// The raw result of the state, where it may be read.
  var result: JSONValue?

  /// The error output, in a catcher.
  var errorOutput: JSONValue?

  /// What the context object says about the state.
  var state: StateContext

  /// Makes the context object.
  var context: ContextObject

  /// The time and the seed of random numbers; nil leaves them to the environment.
  var moment: Moment?

  /// A time, and a seed of random numbers that no other evaluation has.
  struct Moment {
    var now: Timestamp
    var seed: UInt64
  }

  /// The environment of an expression; `salt` tells its random numbers from those of others, and
  /// is nil where none are drawn.
  func environment(salt: UInt64?) -> EvaluationEnvironment {
    var environment = context.expressions
    guard let moment else { return environment }
    environment.now = Double(moment.now.milliseconds)
    if let salt { environment.random = RandomSource.numbers(seed: moment.seed &+ salt) }
    return environment
  }

  /// Random numbers from 0 to 1, 1 excluded, which `salt` tells from those of others.
  func randomNumbers(salt: UInt64) -> () -> Double {
    guard let moment else { return context.expressions.random }
    return RandomSource.numbers(seed: moment.seed &+ salt)
  }

  /// The shape of `$states` where only the input is read, which is the most frequent case.
  private static let inputShape = JSONShape(uniqueKeys: ["input"])

  /// The value of `$states` with as many of its members as `uses` needs.
  func states(for uses: StatesUse) -> JSONValue {
    if uses == .input { return .object(JSONObject(shape: Self.inputShape, values: [input])) }
    var keys = JSONObject.Builder()
    if uses.contains(.input) { keys["input"] = input }
    if uses.contains(.context) { keys["context"] = context.value(for: state) }
    if uses.contains(.result) { keys["result"] = result }
    if uses.contains(.errorOutput) { keys["errorOutput"] = errorOutput }
    return .object(keys.build())
  }
}

/// Which members of `$states` an expression reads.
struct StatesUse: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let input = StatesUse(rawValue: 1)
  static let context = StatesUse(rawValue: 2)
  static let result = StatesUse(rawValue: 4)
  static let errorOutput = StatesUse(rawValue: 8)

  /// All of them, for an expression that reads the object as a whole.
  static let whole: StatesUse = [.input, .context, .result, .errorOutput]

  /// The member called `name`; the whole if there is no name.
  init(member name: String?) {
    switch name {
    case "input": self = .input
    case "context": self = .context
    case "result": self = .result
    case "errorOutput": self = .errorOutput
    case nil: self = .whole
    default: self = []
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
