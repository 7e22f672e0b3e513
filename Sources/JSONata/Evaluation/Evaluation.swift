import JSON

/// A compiled part of an expression: its value in the context of the last argument.
typealias Code = @Sendable (Evaluation, Frame, JSONValue?) throws(JSONataError) -> JSONValue?

/// One evaluation: what it may use, and what it has used.
final class Evaluation {
  /// What the caller gives.
  let environment: EvaluationEnvironment

  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  /// The variables that the caller gives.
  let bindings: [String: JSONValue]

  /// The input, for `$$`.
  let root: JSONValue?

  /// The values of the names that the expression does not bind, by their slots.
  var globals: [JSONValue?] = []

  /// Whether the caller has given a function or a variable the name of a built-in one.
  let overridesBuiltins: Bool

  /// The deepest nesting.
  let depthLimit: Int

  /// The longest list.
  let sequenceLimit: Int

  /// What notes the values of the parts, if they are reported.
  var recorder: Recorder?

  /// The call that a function has left to the loop of its caller.
  var tailCall: TailCall?

  /// The shapes that the reads of fields have seen last.
  var fieldCaches: [FieldCache]

  private let limits: EvaluationEnvironment.Limits
  private let deadline: UInt64?
  private var steps = 0

  /// Starts an evaluation.
  init(
    _ program: Program, root: JSONValue?, bindings: [String: JSONValue],
    environment: EvaluationEnvironment
  ) {
    self.environment = environment
    self.bindings = bindings
    self.root = root
    dialect = program.dialect
    limits = environment.limits ?? (program.dialect == .aws ? .aws : .jsonata)
    depthLimit = limits.depth
    sequenceLimit = min(
      limits.sequenceLength ?? .max, limits.valueSize.map { $0 / 8 } ?? .max)
    deadline = limits.milliseconds.flatMap { milliseconds in
      environment.monotonicClock.map { $0() + UInt64(max(0, milliseconds)) * 1_000_000 }
    }
    fieldCaches = Array(repeating: FieldCache(), count: program.siteCount)
    overridesBuiltins = program.builtinNames.contains {
      bindings[$0] != nil || environment.hostFunctions[$0] != nil
    }
  }

  /// The value of the name `name`, which the expression does not bind.
  func global(_ name: String) throws(JSONataError) -> JSONValue? {
    if name == "$" { return root }
    if let value = bindings[name] { return value }
    if let function = environment.hostFunctions[name] { return try function.value() }
    return Builtins.function(named: name, in: dialect).map { .function($0) }
  }

  // MARK: - Limits

  /// Counts a call or an iteration, and looks at the limits from time to time.
  @inline(__always)
  func tick() throws(JSONataError) {
    steps &+= 1
    if steps & 0xFF == 0 { try checkLimits() }
  }

  /// Looks at the time, the number of steps and whether the evaluation is cancelled.
  private func checkLimits() throws(JSONataError) {
    if let deadline, let clock = environment.monotonicClock, clock() > deadline {
      throw timeout()
    }
    if steps > limits.steps || environment.isCancelled() { throw timeout() }
  }

  /// The error about an evaluation that takes too long.
  private func timeout() -> JSONataError {
    JSONataError("D1012", value: limits.milliseconds.map { .integer(Int64($0)) })
  }

  /// Checks that `depth` is within the limit.
  @inline(__always)
  func check(depth: Int) throws(JSONataError) {
    if depth > depthLimit { throw JSONataError("D1011", value: .integer(Int64(depthLimit))) }
  }

  /// Checks that a list of `count` elements is within the limit.
  @inline(__always)
  func check(count: Int) throws(JSONataError) {
    if count > sequenceLimit { throw tooLong(count) }
  }

  /// The error about a list of `count` elements.
  func tooLong(_ count: Int) -> JSONataError {
    JSONataError("D2015", value: .integer(Int64(limits.sequenceLength ?? sequenceLimit)))
  }

  /// Checks that a text of `length` UTF-8 bytes is within the limit.
  func check(length: Int) throws(JSONataError) {
    if let size = limits.valueSize, length > size { throw tooLong(length) }
    if length > 1 << 30 { throw tooLong(length) }
  }

  // MARK: - Calls

  /// Calls `function`, which must be one.
  func apply(
    _ function: JSONValue?, _ arguments: Arguments, context: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    guard case .function(let value) = function, let function = value as? FunctionValue else {
      throw JSONataError("T1006")
    }
    return try apply(function, arguments, context: context, depth: depth)
  }

  /// Calls `function`, and the calls that it leaves over.
  func apply(
    _ function: FunctionValue, _ arguments: Arguments, context: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    try tick()
    let invocation = Invocation(run: self, depth: depth, context: context, arguments: arguments)
    let result = try function.invoke(invocation)
    guard case .function(let marker) = result, marker === TailCallMarker.shared else {
      return result
    }
    return try runTailCalls(context: context, depth: depth)
  }

  /// Makes the calls that functions have left over until one gives a value.
  private func runTailCalls(
    context: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    var left = Recorder.LeftCalls()
    while let call = tailCall {
      if let recorder { left.merge(recorder.takeLeftCalls(), uniquingKeysWith: +) }
      tailCall = nil
      try tick()
      let result: JSONValue?
      do throws(JSONataError) {
        guard let function = call.function else { throw JSONataError("T1006") }
        result = try function.invoke(
          Invocation(run: self, depth: depth, context: context, arguments: call.arguments))
      } catch {
        let identity = call.function.map { ObjectIdentifier($0) }
        throw error.leavingCall(of: identity, named: call.name, at: call.location)
      }
      guard case .function(let marker) = result, marker === TailCallMarker.shared else {
        recorder?.finish(left, with: result)
        return result
      }
    }
    return nil
  }
}

/// A call in tail position.
struct TailCall {
  /// The function, if the procedure is one.
  let function: FunctionValue?

  /// The arguments.
  let arguments: Arguments

  /// The name by which it is called.
  let name: String?

  /// Where it is called.
  let location: SourceLocation
}

/// The shape in which a read of a field found it last, and where.
struct FieldCache {
  /// The shape.
  var shape: JSONShape?

  /// The position of the field in the shape; -1 if it has none.
  var position = -1
}

/// A compiled expression.
struct Program: Sendable {
  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  /// The code.
  let code: Code

  /// The slots of the outermost frame.
  let layout: FrameLayout

  /// The names that are not bound in the expression, by their slots.
  let globalNames: [String]

  /// Those of them that are built-in functions called by name.
  let builtinNames: Set<String>

  /// The number of places that read a field.
  let siteCount: Int
}
