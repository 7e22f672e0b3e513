import JSON

/// Calls of one function again and again, as `$map` and its like make them.
///
/// A function of the expression that makes no functions itself runs in one frame throughout.
struct RepeatedCall: ~Copyable {
  /// The most arguments that the function takes.
  let arity: Int

  private let run: Evaluation
  private let depth: Int
  private let deepest: Int
  private let function: FunctionValue
  private let isDirect: Bool
  private let body: Code
  private let input: JSONValue?
  private let frame: Frame

  /// Prepares calls of `function` by the function that `call` has called.
  init(_ function: FunctionValue, by call: borrowing Invocation) {
    self.function = function
    run = call.run
    depth = call.depth
    arity = function.arity
    let lambda = JSONValue.function(function).plainLambda
    if let lambda, lambda.home === run, !lambda.definition.keepsFrames {
      isDirect = true
      deepest = depth + lambda.definition.depth
      body = lambda.body
      input = lambda.input
      frame = lambda.newFrame(base: depth)
    } else {
      isDirect = false
      deepest = depth
      body = { _, _, _ in nil }
      input = nil
      frame = run.frame
    }
  }

  /// The result for the arguments, of which only as many count as the function has parameters.
  @inline(__always)
  func callAsFunction(
    _ first: JSONValue?, _ second: JSONValue?, _ third: @autoclosure () -> JSONValue? = nil,
    _ fourth: @autoclosure () -> JSONValue? = nil
  ) throws(JSONataError) -> JSONValue? {
    guard isDirect else { return try call(first, second, third(), fourth()) }
    if arity >= 1 { frame[0] = .some(first) }
    if arity >= 2 { frame[1] = .some(second) }
    if arity >= 3 { bind(third(), fourth()) }
    frame.clear(from: arity)
    try run.tick()
    try run.check(depth: deepest)
    let result = try body(run, frame, input)
    guard result == nil, run.hasTailCall else { return result }
    return try run.runTailCalls(context: nil, depth: depth)
  }

  /// The result, by a call like any other.
  @inline(never)
  private func call(
    _ first: JSONValue?, _ second: JSONValue?, _ third: JSONValue?, _ fourth: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    var arguments = Arguments(first)
    if arity >= 2 { arguments.append(second) }
    if arity >= 3 { arguments.append(third) }
    if arity >= 4 { arguments.append(fourth) }
    return try run.apply(function, arguments, context: nil, depth: depth)
  }

  /// Binds the parameters from the third on.
  @inline(never)
  private func bind(_ third: JSONValue?, _ fourth: JSONValue?) {
    frame[2] = .some(third)
    if arity >= 4 { frame[3] = .some(fourth) }
    for slot in 4..<max(4, arity) { frame[slot] = .some(nil) }
  }
}
