import JSON

extension Invocation {
  /// Who calls a service.
  public enum Caller: Hashable, Sendable {
    /// Anyone.
    case anonymous

    /// A user or role that AWS has authenticated, by its ARN.
    case iam(arn: String)

    /// Someone whom an authorizer has let through: its own name for the caller, and what else it
    /// says of it. Claims of a token are in `context` by their names.
    case authorized(principalID: String?, context: [String: String])

    /// A state machine of Step Functions.
    case workflow
  }
}

extension Invocation.Caller {
  /// The public face of `caller`.
  init(_ caller: ServiceRequest.Caller) {
    switch caller {
    case .anonymous: self = .anonymous
    case .iam(let arn): self = .iam(arn: arn)
    case .authorized(let principalID, let context):
      self = .authorized(principalID: principalID, context: Self.texts(of: context))
    case .workflow: self = .workflow
    }
  }

  /// The members of `context` as texts; those of its claims are among them.
  private static func texts(of context: JSONValue) -> [String: String] {
    let claims = (context["jwt"] ?? context)["claims"]?.objectValue ?? .empty
    let members = (context.objectValue?.members ?? []) + claims.members
    return Dictionary(members.map { ($0.key, $0.value.scalarText) }) { $1 }
  }
}
