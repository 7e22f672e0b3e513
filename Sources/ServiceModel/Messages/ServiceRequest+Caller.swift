package import JSON

extension ServiceRequest {
  /// Who calls a service, as far as AWS vouches for it.
  ///
  /// It comes from the event's `requestContext` alone, which no HTTP client can write.
  package enum Caller: Equatable, Sendable {
    /// Anyone.
    case anonymous

    /// A user or role that IAM has authenticated.
    case iam(arn: String)

    /// Someone whom API Gateway's authorizer has let through.
    case authorized(principalID: String?, context: JSONValue)

    /// A state machine.
    case workflow
  }

  /// The caller of an event that a state machine sends.
  package static let workflowCaller = "states.amazonaws.com"
}

extension ServiceRequest.Caller {
  /// The user of the shell, who may call at the prompt what the same line in a workflow may.
  package static let shell = Self.iam(arn: shellARN)

  /// The ARN of the user of the shell.
  package static let shellARN = "arn:aws:iam::000000000000:user/cws"

  /// Reads the `requestContext` of an event.
  ///
  /// REST APIs tell of IAM's callers in `identity.userArn`, HTTP APIs and function URLs in
  /// `authorizer.iam`; what an authorizer adds is in `authorizer`.
  package init(requestContext context: JSONValue?) {
    let identity = context?["identity"]
    let authorizer = context?["authorizer"]
    if identity?["caller"]?.stringValue == ServiceRequest.workflowCaller {
      self = .workflow
    } else if let arn = identity?["userArn"]?.stringValue
      ?? authorizer?["iam"]?["userArn"]?.stringValue, !arn.isEmpty
    {
      self = .iam(arn: arn)
    } else {
      self = authorizer?.objectValue.flatMap(Self.init(authorizer:)) ?? .anonymous
    }
  }

  /// Reads the `authorizer` of a `requestContext`; nil if there was none.
  ///
  /// HTTP APIs put what an authorizer adds below its kind, `lambda` (which is `null` if it adds
  /// nothing) or `jwt`, and REST APIs the claims of a user pool below `claims`. Where no authorizer
  /// is configured, the object may be there all the same, empty or with members that are `null`.
  private init?(authorizer: JSONObject) {
    if let context = authorizer["lambda"] {
      let members = context.objectValue?.members.filter { $0.key != GatewayContext.principalKey }
      self = .authorized(
        principalID: context[GatewayContext.principalKey]?.stringValue,
        context: members.map { .object($0) } ?? context)
      return
    }
    let members = authorizer.members.filter { name, value in
      name != "iam" && name != "integrationLatency" && !value.isNull
    }
    guard !members.isEmpty else { return nil }
    let claims = authorizer["jwt"]?["claims"] ?? authorizer["claims"]
    let principal = authorizer[GatewayContext.principalKey] ?? claims?["sub"]
    self = .authorized(
      principalID: principal?.stringValue,
      context: .object(members.filter { $0.key != GatewayContext.principalKey }))
  }

  /// The members of `requestContext.identity` that tell of the caller.
  var identity: [(key: String, value: JSONValue)] {
    switch self {
    case .anonymous, .authorized: []
    case .iam(let arn): [("userArn", .string(arn))]
    case .workflow: [("caller", .string(ServiceRequest.workflowCaller))]
    }
  }

  /// The member `requestContext.authorizer`, if an authorizer has let the caller through.
  var authorizer: JSONValue? {
    guard case .authorized(let principalID, let context) = self else { return nil }
    guard let principalID else { return ["lambda": context] }
    let members = context.objectValue ?? .empty
    return .object(members.setting(GatewayContext.principalKey, to: .string(principalID)))
  }
}
