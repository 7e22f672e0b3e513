import JSON

/// Calls of one function again and again, as `$map` and its like make them.
///
/// A function of the expression runs in one frame throughout, unless it makes functions that keep
/// the frame.
struct RepeatedCall: ~Copyable {
  /// The most arguments that the function takes.
  let arity: Int

  private let run: Evaluation
  private let depth: Int
  private let function: FunctionValue
  private let lambda: LambdaFunction?
  private var frame: Frame?

  /// Prepares calls of `function` by the function that `call` has called.
  init(_ function: FunctionValue, by call: borrowing Invocation) {
    self.function = function
    run = call.run
    depth = call.depth
    arity = function.arity
    let lambda = JSONValue.function(function).plainLambda
    self.lambda = lambda?.home === run ? lambda : nil
  }

  /// The result for the arguments, of which only as many count as the function has parameters.
  @inline(__always)
  mutating func callAsFunction(
    _ first: JSONValue?, _ second: @autoclosure () -> JSONValue? = nil,
    _ third: @autoclosure () -> JSONValue? = nil, _ fourth: @autoclosure () -> JSONValue? = nil
  ) throws(JSONataError) -> JSONValue? {
    guard let lambda else {
      var arguments = Arguments(first)
      if arity >= 2 { arguments.append(second()) }
      if arity >= 3 { arguments.append(third()) }
      if arity >= 4 { arguments.append(fourth()) }
      return try run.apply(function, arguments, context: nil, depth: depth)
    }
    let frame = frame.take() ?? lambda.newFrame(base: depth)
    if arity >= 1 { frame[0] = .some(first) }
    if arity >= 2 { frame[1] = .some(second()) }
    if arity >= 3 { frame[2] = .some(third()) }
    if arity >= 4 { bindFurther(frame, fourth()) }
    return try finish(lambda, frame)
  }

  /// Binds the fourth parameter to `value`, and those after it to nothing.
  private func bindFurther(_ frame: Frame, _ value: JSONValue?) {
    frame[3] = .some(value)
    for slot in 4..<max(4, arity) { frame[slot] = .some(nil) }
  }

  /// Runs the body in `frame`, and keeps the frame for the next call.
  @inline(__always)
  private mutating func finish(
    _ lambda: LambdaFunction, _ frame: consuming Frame
  ) throws(JSONataError) -> JSONValue? {
    var frame = frame
    try run.tick()
    let result = try lambda.definition.body(run, frame, lambda.input)
    if isKnownUniquelyReferenced(&frame) {
      frame.clear(from: arity)
      self.frame = frame
    } else {
      run.release(frame, after: result)
    }
    guard result == nil, run.hasTailCall else { return result }
    return try run.runTailCalls(context: nil, depth: depth)
  }

  /// Gives the frame back.
  consuming func end() {
    if let frame { lambda?.discard(frame, after: nil) }
  }
}
