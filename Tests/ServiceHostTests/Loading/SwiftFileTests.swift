import FoundationEssentials
import Glibc
import JSON
import ServiceModel
import Synchronization
import Testing

@testable import ServiceHost

extension Tag {
  /// Tests that need the authors' library, whose first build takes minutes.
  @Tag static var toolkit: Self
}

/// A host for tests that compile Swift, on a cache that test runs share.
private enum ToolkitFixture {
  /// The cache, if the environment names one.
  static let cache: String? = variable("CWS_CACHE")

  /// The checkout that this file belongs to, unless the environment names another.
  static let root: String =
    variable("CWS_TOOLKIT")
    ?? #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }

  /// A new host.
  static func makeHost() -> ServiceHost {
    ServiceHost(HostConfiguration(cacheDirectory: cache ?? "/tmp", toolkitRoot: root))
  }

  /// A file with `text` in a folder of its own.
  static func file(_ name: String, _ text: String) throws -> ServiceSource {
    let path = TemporaryFolder.make() + "/" + name
    try Files.write(Array(text.utf8), to: path)
    return .swiftFile(path: path)
  }

  /// The value of the variable `name`.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

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
      "pathParameters": ["sku": "A-1"], "headers": [:], "body": nil, "requestContext": [:],
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
      (
        "hang.swift", "import Glibc\n@main struct S { static func main() { sleep(600) } }",
        .description, "did not describe itself within 4 s"
      ),
    ] as [(String, String, ServiceHostError.Code, String)])
  func `a file that is no service is a clear error`(
    name: String, text: String, code: ServiceHostError.Code, message: String
  ) async throws {
    var configuration = ToolkitFixture.makeHost().configuration
    configuration.startTimeout = .seconds(4)
    let host = ServiceHost(configuration)
    let source = try ToolkitFixture.file(name, text)
    let error = await #expect(throws: ServiceHostError.self) { try await host.load(source) }
    #expect(error?.code == code)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    await host.shutdown()
  }

  @Test(.enabled(if: FaultService.isAvailable, FaultService.reason))
  func `a package holds a program that runs by itself`() async throws {
    let host = ToolkitFixture.makeHost()
    _ = try await host.load(
      .swiftFile(path: ToolkitFixture.root + "/sessions/services/payments.swift"))
    let package = try await host.package("payments")
    #expect(package.count < 20_000_000)
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try Files.write(package, to: folder + "/p.zip")
    let script = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
    _ = try await Command(
      name: "python3", arguments: ["-c", script, folder + "/p.zip", folder]
    ).run()
    chmod(folder + "/bootstrap", 0o755)
    let description = try await host.load(
      .executable(path: folder + "/bootstrap"), as: "packaged")
    #expect(!description.routes.isEmpty)
    await host.shutdown()
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
