import Coworks
import JSON
import Synchronization
import Testing

struct AdminTests {
  /// A service that mounts `Admin`.
  private struct Managed: TechMicroService {
    /// What its checks do.
    var checks: KeyValuePairs<String, Admin.Check> = [:]

    init() {}

    var blueprints: [Mount] { [Mount(Admin(checks: checks), at: "/admin")] }

    static var outline: ServiceOutline<Managed> {
      var outline = ServiceOutline<Managed>("Managed", summary: "A service.")
      outline.add(.get, "/things", operation: "getThings") { _, _ in ["a"] }
      return outline
    }
  }

  /// The answer of `service` to the shell's user, or to anyone.
  private func call(
    _ service: Managed, _ path: String, caller: ServiceRequest.Caller = .shell,
    context: InvocationContext = InvocationContext()
  ) async throws -> ServiceResponse {
    let request = ServiceRequest(.get, path, caller: caller, stage: "dev")
    return try await service.definition.respond(to: request, context: context)
  }

  @Test func `The routes are the document of the whole service`() async throws {
    let answer = try await call(Managed(), "/admin/routes")
    let description = try Managed().definition.description
    #expect(answer.value == description.openAPI)
    #expect(
      description.routes.map(\.description) == [
        "GET /things", "GET /admin/routes", "GET /admin/context", "GET /admin/health",
      ])
    #expect(answer.value?["openapi"] == "3.1.0")
    #expect(answer.value?["paths"]?["/things"]?["get"]?["operationId"] == "getThings")
    #expect(answer.value?["paths"]?["/admin/health"]?["get"]?["operationId"] == "adminGetHealth")
  }

  @Test func `Only the health is for everyone`() async throws {
    let statuses = try await [
      call(Managed(), "/admin/routes", caller: .anonymous).status,
      call(Managed(), "/admin/context", caller: .anonymous).status,
      call(Managed(), "/admin/health", caller: .anonymous).status,
    ]
    #expect(statuses == [403, 403, 200])
  }

  @Test func `The context tells of the invocation`() async throws {
    let context = InvocationContext(
      requestID: "8476", deadline: .now + .seconds(3600), traceID: "Root=1")
    let answer = try await call(Managed(), "/admin/context", context: context)
    #expect(answer.value?["service"] == "managed")
    #expect(answer.value?["requestID"] == "8476")
    #expect(answer.value?["traceID"] == "Root=1")
    #expect(answer.value?["stage"] == "dev")
    #expect(answer.value?["caller"] == "arn:aws:iam::000000000000:user/cws")
    let remaining = try #require(answer.value?["remainingMilliseconds"]?.intValue)
    #expect((1...3_600_000).contains(remaining))
  }

  @Test func `A service without checks is well`() async throws {
    let answer = try await call(Managed(), "/admin/health", caller: .anonymous)
    #expect(answer.value == ["status": "ok", "checks": [:]])
  }

  @Test func `A check that fails is told without its error`() async throws {
    var service = Managed()
    service.checks = ["disk": { throw DiskFull() }, "clock": {}]
    let log = Mutex<[String]>([])
    let context = InvocationContext(log: { line in log.withLock { $0.append(line) } })
    let answer = try await call(service, "/admin/health", caller: .anonymous, context: context)
    #expect(answer.status == 503)
    #expect(answer.value?["status"] == "failed")
    #expect(answer.value?["checks"]?["disk"] == "failed")
    #expect(answer.value?["checks"]?["clock"] == "ok")
    let text = log.withLock { $0.joined() }
    #expect(text == "the check disk failed: CoworksTests.DiskFull()")
  }
}
