import JSON

extension Evaluation {
  /// A call in tail position, left to the loop of the caller of the function around it.
  struct TailCall {
    /// What is called, and with what.
    enum Target {
      /// A function of the expression, and the frame in which its parameters are bound.
      case lambda(LambdaFunction, Frame)

      /// A function, if it is one, and its arguments.
      indirect case function(FunctionValue?, Arguments)
    }

    /// What is called, and with what.
    let target: Target

    /// Where it is called.
    let site: CallSite
  }

  /// Calls `function`, which must be one.
  func apply(
    _ function: JSONValue?, _ arguments: Arguments, context: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    guard let function = function?.functionValue else { throw JSONataError("T1006") }
    return try apply(function, arguments, context: context, depth: depth)
  }

  /// Calls `function`, and the calls that it leaves over.
  func apply(
    _ function: FunctionValue, _ arguments: Arguments, context: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    try tick()
    let invocation = Invocation(run: self, depth: depth, arguments: arguments, context: context)
    let result = try function.invoke(invocation)
    guard result == nil, hasTailCall else { return result }
    return try runTailCalls(context: context, depth: depth)
  }

  /// Calls `lambda`, whose parameters are bound in `frame`, and the calls that it leaves over.
  @inline(__always)
  func call(_ lambda: LambdaFunction, _ frame: consuming Frame) throws(JSONataError) -> JSONValue? {
    try tick()
    let depth = frame.base
    let result = try lambda.run(frame)
    guard result == nil, hasTailCall else { return result }
    return try runTailCalls(context: nil, depth: depth)
  }

  /// Makes the calls that functions have left over until one gives a value.
  @inline(never)
  func runTailCalls(context: JSONValue?, depth: Int) throws(JSONataError) -> JSONValue? {
    var left = Recorder.LeftCalls()
    while let call = takeTailCall() {
      if let recorder { left.merge(recorder.takeLeftCalls(), uniquingKeysWith: +) }
      try tick()
      let result: JSONValue?
      switch call.target {
      case .lambda(let lambda, let frame):
        do throws(JSONataError) {
          result = try lambda.run(frame)
        } catch {
          throw error.leaving(call.site, of: lambda)
        }
      case .function(let function, let arguments):
        do throws(JSONataError) {
          guard let function else { throw JSONataError("T1006") }
          result = try function.invoke(
            Invocation(run: self, depth: depth, arguments: arguments, context: context))
        } catch {
          throw error.leaving(call.site, of: function)
        }
      }
      if result == nil, hasTailCall { continue }
      recorder?.finish(left, with: result)
      return result
    }
    return nil
  }
}
