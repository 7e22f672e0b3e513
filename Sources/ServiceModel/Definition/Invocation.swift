/// The call that is being served, as a route may ask about it.
///
///     guard let invocation = Invocation.current else { … }
///     log.info("stopping early", metadata: ["left": "\(invocation.remainingTime)"])
///
/// It follows the task of the call: routes, what they call and the tasks that they start see it, a
/// detached task does not.
public struct Invocation: Sendable {
  /// The call that is being served; nil outside of calls, as in the service's `init`.
  @TaskLocal public static var current: Invocation?

  /// The id that Lambda has given the call.
  public let requestID: String

  /// The ARN of the function that was called, if it is known.
  public let functionARN: String?

  /// The X-Ray trace to which the call belongs, if there is one.
  public let traceID: String?

  /// When the function's time is over; nil if it has all the time.
  public let deadline: ContinuousClock.Instant?

  /// The call; as it came until it reaches its route, then as that sees it.
  package let call: ServiceRequest

  /// The route that serves the call, once it is found and the call let in.
  package let route: Route?

  /// Who calls.
  public var caller: Caller { Caller(call.caller) }

  /// The stage of the API, such as `prod`, if the call came through one.
  public var stage: String? { call.stage }

  /// The IP address of the HTTP client, if it is known.
  public var sourceIP: String? { call.sourceIP }

  /// How much time the call has left; none if the function's time is over, nil if it has all the
  /// time.
  public var remainingTime: Duration? {
    deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
  }

  /// Creates what is known of the call `request` of `route`.
  package init(_ request: ServiceRequest, _ context: InvocationContext, route: Route? = nil) {
    call = request
    self.route = route
    requestID = context.requestID
    functionARN = context.functionARN
    traceID = context.traceID
    deadline = context.deadline
  }
}
