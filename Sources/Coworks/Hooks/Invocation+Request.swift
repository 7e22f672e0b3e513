import ServiceModel

extension Invocation {
  /// The call itself, for what the parameters of its route do not say, such as its headers.
  ///
  ///     let signature = Invocation.current?.request.headers["X-Hub-Signature-256"]
  ///
  /// A route sees it as the service's `before(_:)` has left it.
  public var request: Request { Request(request: call, route: route?.description) }
}
