import JSON
import ServiceModel

/// Who calls a service in a test.
public struct TestCaller: Hashable, Sendable {
  /// The kinds of callers.
  private enum Kind: Hashable {
    case anonymous
    case iam
    case workflow
    case authorized(principalID: String?, context: [String: String])
  }

  /// The kind of caller.
  private let kind: Kind

  /// A user of the account whom IAM has authenticated, and who may call every route.
  public static let iam: TestCaller = TestCaller(kind: .iam)

  /// Anyone, whom public routes and the service's `authorize(_:)` let in.
  public static let anonymous: TestCaller = TestCaller(kind: .anonymous)

  /// A state machine of Step Functions, which gets plain JSON and errors by their names.
  public static let workflow: TestCaller = TestCaller(kind: .workflow)

  /// Someone whom API Gateway's authorizer let through.
  ///
  /// - Parameters:
  ///   - principalID: What the authorizer calls the caller.
  ///   - context: What else it says of the caller.
  /// - Returns: The caller.
  public static func authorized(
    _ principalID: String? = nil, context: [String: String] = [:]
  ) -> TestCaller {
    TestCaller(kind: .authorized(principalID: principalID, context: context))
  }

  /// The caller as events tell of it.
  var caller: ServiceRequest.Caller {
    switch kind {
    case .anonymous: .anonymous
    case .iam: .iam(arn: "arn:aws:iam::000000000000:user/test")
    case .workflow: .workflow
    case .authorized(let principalID, let context):
      .authorized(
        principalID: principalID,
        context: .object(context.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    }
  }
}
