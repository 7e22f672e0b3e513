import ServiceModel

/// A blueprint that tells of the service that mounts it.
///
///     let blueprints = [Mount(Admin(), at: "/admin")]
///
/// | route | answer | for |
/// | --- | --- | --- |
/// | `GET /routes` | the OpenAPI 3.1 document of the whole service | authorized callers |
/// | `GET /context` | the function and the invocation that serves the call | authorized callers |
/// | `GET /health` | whether the service is well | everyone |
public struct Admin: Blueprint {
  /// Finds out whether something that the service needs is there, and throws if not.
  public typealias Check = @Sendable () async throws -> Void

  /// The checks by name.
  private let checks: KeyValuePairs<String, Check>

  /// Creates the blueprint.
  ///
  ///     Admin(checks: ["database": { try await database.ping() }])
  ///
  /// - Parameter checks: What must be there for the service to be well, by name. The error that a
  ///   check throws is written to the log, not told to callers.
  public init(checks: KeyValuePairs<String, Check> = [:]) {
    self.checks = checks
  }

  /// The routes and what answers them.
  public static var outline: ServiceOutline<Admin> {
    var outline = ServiceOutline<Admin>("Admin", summary: "What the service is and how it does.")
    outline.add(routes) { _, arguments in
      ServiceResponse(body: .json(arguments.call.service.openAPI))
    }
    outline.add(
      .get, "/context", operation: "getContext",
      summary: "The function and the invocation that serves this call."
    ) { _, arguments in AdminContext(arguments.call) }
    let health = EntryResult<AdminHealth>()
    outline.add(
      .get, "/health", operation: "getHealth", summary: "Whether the service is well.",
      access: .public, result: health.schema
    ) { admin, arguments in try health(await admin.health(log: arguments.call.context.log)) }
    return outline
  }

  /// The route of the service's document.
  private static let routes = Route(
    .get, "/routes", operationID: "getRoutes",
    summary: "The OpenAPI document of the service.", response: .any)

  /// How the service is: with status 503 if a check fails.
  private func health(log: @Sendable (String) -> Void) async -> Response<AdminHealth> {
    var health = AdminHealth()
    for (name, check) in checks {
      do {
        try await check()
        health.checks[name] = .ok
      } catch {
        log("the check \(name) failed: \(String(reflecting: error))")
        health.checks[name] = .failed
        health.status = .failed
      }
    }
    return Response(health, status: health.status == .ok ? 200 : 503)
  }
}

/// How a service is.
struct AdminHealth: Codable {
  /// Whether something is well.
  enum Status: String, Codable, CaseIterable {
    case ok
    case failed
  }

  /// Whether all checks succeed.
  var status = Status.ok

  /// How each check ended.
  var checks: [String: Status] = [:]
}
