import ServiceModel

/// Who makes the calls of the prompt.
package enum PromptCaller: String, CaseIterable, Hashable, Sendable {
  /// A user of the account, who may call every route as a workflow may.
  case iam

  /// Anyone, whom only public routes and authorizers let in.
  case anonymous

  /// The caller of a request; one that brings its own authorization is there to be tried.
  func caller(of request: ServiceRequest) -> ServiceRequest.Caller {
    guard self == .iam, request.headers["authorization"] == nil else { return .anonymous }
    return .shell
  }
}
