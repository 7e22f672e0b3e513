import JSON
import ServiceModel
import Synchronization
import Testing

@testable import ServiceHost

@Suite(
  .tags(.toolkit),
  .enabled(if: ToolkitFixture.cache != nil, "set CWS_CACHE to a folder for compiled services"))
struct SwiftFileTests {
  @Test func `the sample service is compiled, described and called`() async throws {
    let host = ToolkitFixture.makeHost()
    let source = ServiceSource.swiftFile(
      path: ToolkitFixture.root + "/sessions/services/inventory.swift")
    let description = try await host.load(source)
    #expect(description.name == "inventory")
    #expect(description.routes.map(\.path.description) == ["/stock/{sku}", "/reserve"])

    let event: JSONValue = [
      "httpMethod": "GET", "path": "/stock/A-1", "resource": "/stock/{sku}",
      "pathParameters": ["sku": "A-1"], "headers": [:], "body": nil,
      "requestContext": ["identity": ["userArn": "arn:aws:iam::000000000000:user/cws"]],
    ]
    let invocation = await host.invoke("inventory", payload: event)
    #expect(invocation.answer?["statusCode"] == 200)
    let report = try await host.measureLatency(of: "inventory", payload: event, count: 500)
    #expect(report.median < .milliseconds(50))

    let seen = Mutex<[LoadProgress]>([])
    _ = try await host.load(source) { step in seen.withLock { $0.append(step) } }
    #expect(
      seen.withLock { $0 } == [
        .cached(file: ToolkitFixture.root + "/sessions/services/inventory.swift")
      ])
    await host.shutdown()
  }

  @Test func `services can be loaded side by side`() async throws {
    let host = ToolkitFixture.makeHost()
    let folder = ToolkitFixture.root + "/sessions/services/"
    async let a = host.load(.swiftFile(path: folder + "inventory.swift"))
    async let b = host.load(.swiftFile(path: folder + "payments.swift"))
    let names = try await [a.name, b.name]
    #expect(names == ["inventory", "payments"])
    await host.shutdown()
  }

  @Test func `compile errors come with their places`() async throws {
    let source = try ToolkitFixture.file(
      "broken.swift",
      """
      import Coworks

      @main @TechMicroService
      struct Broken {
        @Entry func getThing() -> String { unknownName }
      }

      """)
    let host = ToolkitFixture.makeHost()
    let error = await #expect(throws: ServiceHostError.self) { try await host.load(source) }
    #expect(error?.code == .compilation)
    let message = try #require(error?.compilerMessages.first { $0.severity == .error })
    #expect(message.message == "cannot find 'unknownName' in scope")
    #expect(message.line == 5)
    #expect(message.sourceLine.contains("unknownName"))
    await host.shutdown()
  }

  @Test(
    arguments: [
      ("nothing.swift", "let x = 1", ServiceHostError.Code.noService, "declares no service"),
      (
        "silent.swift", "@main struct S { static func main() {} }", .description,
        "printed nothing where its OpenAPI document was expected"
      ),
      (
        "garbage.swift", "@main struct S { static func main() { print(\"hello\") } }", .description,
        #"printed "hello\n" where its OpenAPI document was expected"#
      ),
      (
        "crash.swift", "@main struct S { static func main() { fatalError(\"no\") } }", .description,
        "was ended by signal"
      ),
    ] as [(String, String, ServiceHostError.Code, String)])
  func `a file that is no service is a clear error`(
    name: String, text: String, code: ServiceHostError.Code, message: String
  ) async throws {
    let error = try await mistake(in: name, text, startTimeout: .seconds(600))
    #expect(error?.code == code)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `a file whose program never ends is a clear error`() async throws {
    let text = "import Glibc\n@main struct S { static func main() { sleep(600) } }"
    let error = try await mistake(in: "hang.swift", text, startTimeout: .seconds(4))
    #expect(error?.code == .description)
    #expect(error?.message == "hang did not describe itself within 4 s")
  }

  /// Why the file `name` with `text` cannot be loaded.
  private func mistake(
    in name: String, _ text: String, startTimeout: Duration
  ) async throws -> ServiceHostError? {
    var configuration = ToolkitFixture.makeHost().configuration
    configuration.startTimeout = startTimeout
    let host = ServiceHost(configuration)
    let source = try ToolkitFixture.file(name, text)
    let error = await #expect(throws: ServiceHostError.self) { try await host.load(source) }
    await host.shutdown()
    return error
  }

  @Test func `a missing file and a missing toolkit are clear errors`() async throws {
    let host = ServiceHost(HostConfiguration(cacheDirectory: "/tmp"))
    let missing = await #expect(throws: ServiceHostError.self) {
      try await host.load(.swiftFile(path: "/nowhere/x.swift"))
    }
    #expect(missing?.message == "/nowhere/x.swift does not exist")
    let source = try ToolkitFixture.file("x.swift", "")
    let toolkit = await #expect(throws: ServiceHostError.self) { try await host.load(source) }
    #expect(toolkit?.code == .toolkit)
    await host.shutdown()
  }
}
