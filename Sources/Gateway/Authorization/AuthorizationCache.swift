/// What authorizers said of callers, for as long as it counts.
///
/// As on AWS the service and the `Authorization` header are the key, whatever was asked: the policy
/// must therefore say what the caller may do at all.
struct AuthorizationCache: Sendable {
  /// Who asked what service.
  struct Key: Hashable, Sendable {
    /// The service.
    var service: String

    /// The `Authorization` header.
    var token: String
  }

  /// How long answers count, in milliseconds.
  let time: Int64

  /// The most callers that are remembered.
  private let limit = 10_000

  /// The answers, each with the moment at which it no longer counts.
  private var grants: [Key: (grant: AuthorizerGrant, end: Instant)] = [:]

  /// Creates an empty cache.
  init(time: Int64) {
    self.time = time
  }

  /// What was said of a caller and still counts at `now`.
  func grant(_ key: Key, at now: Instant) -> AuthorizerGrant? {
    guard let found = grants[key], now < found.end else { return nil }
    return found.grant
  }

  /// Remembers what was said of a caller at `now`.
  mutating func remember(_ grant: AuthorizerGrant, for key: Key, at now: Instant) {
    guard time > 0 else { return }
    if grants.count >= limit { grants = grants.filter { now < $0.value.end } }
    if grants.count >= limit { grants = [:] }
    grants[key] = (grant, Instant(milliseconds: now.milliseconds + time))
  }

  /// Forgets what the authorizer of `service` said.
  mutating func forget(_ service: String) {
    grants = grants.filter { $0.key.service != service }
  }
}
