import JSON

/// The compiled arguments of a call.
///
/// Each argument is a closure that calls that of the arguments before it: going through a list of
/// closures would retain and release each of them.
struct ArgumentList: Sendable {
  /// Evaluates arguments and binds them in a frame of the function.
  typealias Binding =
    @Sendable (Evaluation, Frame, JSONValue?, Frame) throws(JSONataError) -> Void

  /// Evaluates arguments and adds them to others.
  typealias Appending =
    @Sendable (Evaluation, Frame, JSONValue?, inout Arguments) throws(JSONataError) -> Void

  /// The number of arguments.
  let count: Int

  /// Binds the arguments in a frame of the function, whose parameters are unbound.
  let bind: Binding

  /// Adds the arguments to others.
  let append: Appending

  /// Creates a list of the arguments that `codes` give.
  init(_ codes: [CompiledPart]) {
    count = codes.count
    bind = Self.binding(codes)
    append = Self.appending(codes)
  }

  /// Whether the arguments can be bound in a frame of `lambda`, one for each parameter.
  @inline(__always)
  func fit(_ lambda: LambdaFunction, _ run: Evaluation) -> Bool {
    lambda.definition.parameterCount == count && lambda.home === run
  }

  /// The values of the arguments.
  func values(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> Arguments {
    var values = Arguments()
    try append(run, frame, input, &values)
    return values
  }

  /// The number of arguments up to which their closures call each other; more would take too much
  /// of the stack.
  private static let longestNest = 16

  /// The closure that binds what `codes` give.
  private static func binding(_ codes: [CompiledPart]) -> Binding {
    guard let last = codes.last else { return { _, _, _, _ in } }
    let code = last.code
    let slot = codes.count - 1
    if slot == 0 {
      return { run, frame, input, target throws(JSONataError) in
        target.bind(0, to: try code(run, frame, input))
      }
    }
    if codes.count > longestNest {
      return { run, frame, input, target throws(JSONataError) in
        for (slot, part) in codes.enumerated() {
          target.bind(slot, to: try part.code(run, frame, input))
        }
      }
    }
    let others = binding(codes.dropLast())
    return { run, frame, input, target throws(JSONataError) in
      try others(run, frame, input, target)
      target.bind(slot, to: try code(run, frame, input))
    }
  }

  /// The closure that adds what `codes` give.
  private static func appending(_ codes: [CompiledPart]) -> Appending {
    guard let last = codes.last else { return { _, _, _, _ in } }
    let code = last.code
    if codes.count == 1 {
      return { run, frame, input, values throws(JSONataError) in
        values.append(try code(run, frame, input))
      }
    }
    if codes.count > longestNest {
      return { run, frame, input, values throws(JSONataError) in
        for part in codes { values.append(try part.code(run, frame, input)) }
      }
    }
    let others = appending(codes.dropLast())
    return { run, frame, input, values throws(JSONataError) in
      try others(run, frame, input, &values)
      values.append(try code(run, frame, input))
    }
  }
}

/// A compiled call of what an expression gives.
final class FunctionCall: Sendable {
  /// Gives the function.
  let function: Code

  /// The arguments.
  let arguments: ArgumentList

  /// The depth of the call in its frame.
  let depth: Int

  /// Where the call stands.
  let site: CallSite

  private let suggestion: Suggestion?

  /// Throws if a function that is not there has the name of a variable.
  typealias Suggestion = @Sendable (Evaluation, Frame) throws(JSONataError) -> Void

  /// Creates a call.
  init(
    function: @escaping Code, arguments: ArgumentList, suggestion: Suggestion?, depth: Int,
    site: CallSite
  ) {
    self.function = function
    self.arguments = arguments
    self.suggestion = suggestion
    self.depth = depth
    self.site = site
  }

  /// Calls `callee` with `values` and the arguments after them, whatever it is.
  @inline(never)
  func apply(
    _ callee: JSONValue?, to values: consuming Arguments, _ run: Evaluation, _ frame: Frame,
    _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if callee == nil { try suggestion?(run, frame) }
    var values = values
    try arguments.append(run, frame, input, &values)
    let target = callee?.functionValue
    do throws(JSONataError) {
      guard let target else { throw JSONataError("T1006") }
      return try run.apply(target, values, context: input, depth: frame.base + depth)
    } catch {
      throw error.leaving(site, of: target)
    }
  }
}
