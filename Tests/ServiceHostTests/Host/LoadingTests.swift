import FoundationEssentials
import Glibc
import JSON
import ServiceModel
import Testing

@testable import ServiceHost

@Suite struct LoadingTests {
  /// A program with `text` in a folder of its own.
  private func program(_ text: String) throws -> String {
    let path = TemporaryFolder.make() + "/my-service.sh"
    try Files.write(Array(text.utf8), to: path)
    chmod(path, 0o755)
    return path
  }

  /// A host without anything.
  private func makeHost(startTimeout: Duration = .milliseconds(500)) -> ServiceHost {
    var configuration = HostConfiguration(cacheDirectory: "/tmp")
    configuration.startTimeout = startTimeout
    return ServiceHost(configuration)
  }

  @Test func `a program that describes itself has its routes`() async throws {
    let path = try program(
      """
      #!/bin/sh
      echo "$CWS_DESCRIBE $AWS_LAMBDA_FUNCTION_NAME" >&2
      echo '{"openapi": "3.1.0", "info": {"title": "x"}, "paths": {"/a": {"get": {}}}}'
      """)
    let host = makeHost(startTimeout: .seconds(600))
    let description = try await host.load(.executable(path: path))
    #expect(description.name == "my-service")
    #expect(description.routes.count == 1)
    #expect(await host.descriptions["my-service"] == description)
    await host.shutdown()
  }

  @Test(arguments: ["exit 3", "echo hello", "sleep 600"])
  func `a program that does not tell its routes is an error`(body: String) async throws {
    let host = makeHost()
    let path = try program("#!/bin/sh\n" + body)
    let error = await #expect(throws: ServiceHostError.self) {
      try await host.load(.executable(path: path), as: "plain")
    }
    #expect(error?.code == .description)
    #expect(error?.message == "plain does not tell its routes")
    #expect(error?.help?.contains("my-service.openapi.json") == true)
    await host.shutdown()
  }

  @Test(arguments: ["my-service.openapi.json", "openapi.json"])
  func `a document beside a program tells its routes`(name: String) async throws {
    let path = try program("#!/bin/sh\nexit 3")
    let document = #"{"openapi": "3.1.0", "paths": {"/a": {"get": {}}}}"#
    try Files.write(Array(document.utf8), to: Files.folder(of: path) + "/" + name)
    let host = makeHost()
    let description = try await host.load(.executable(path: path))
    #expect(description.routes.map(\.path.description) == ["/a"])
    await host.shutdown()
  }

  @Test(arguments: [("{", "is no JSON"), ("{}", "is no OpenAPI document")])
  func `a document that is none is an error`(text: String, message: String) async throws {
    let path = try program("#!/bin/sh\nexit 3")
    try Files.write(Array(text.utf8), to: Files.folder(of: path) + "/openapi.json")
    let host = makeHost()
    let error = await #expect(throws: ServiceHostError.self) {
      try await host.load(.executable(path: path))
    }
    #expect(error?.message.contains(message) == true)
    await host.shutdown()
  }

  @Test(
    .enabled(if: FaultService.isAvailable, FaultService.reason),
    arguments: [
      #"{"paths": {"/a": {"get": {}}}}"#,
      #"{"statusCode": 200, "body": "{\"paths\": {\"/a\": {\"get\": {}}}}"}"#,
    ])
  func `a program is asked for its routes by a call`(answer: String) async throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try Files.write(Array(FaultService.script.utf8), to: folder + "/fault.py")
    try Files.write(Array(answer.utf8), to: folder + "/answer.json")
    let path = try program(
      """
      #!/bin/sh
      exec \(FaultService.python ?? "") -u \(folder)/fault.py routes \(folder)/answer.json
      """)
    let host = makeHost(startTimeout: .seconds(600))
    let description = try await host.load(.executable(path: path))
    #expect(description.routes.map(\.path.description) == ["/a"])
    await host.shutdown()
  }

  @Test func `a file that cannot be executed is an error`() async throws {
    let path = TemporaryFolder.make() + "/data"
    try Files.write([1], to: path)
    let host = makeHost()
    let error = await #expect(throws: ServiceHostError.self) {
      try await host.load(.executable(path: path))
    }
    #expect(error?.message == "\(path) cannot be executed")
    await host.shutdown()
  }

  @Test(arguments: ["1a", "", "a b", "é", String(repeating: "a", count: 65)])
  func `a name that paths cannot take is an error`(name: String) async throws {
    let host = makeHost()
    let error = await #expect(throws: ServiceHostError.self) {
      try await host.load(.bundled("x"), as: name)
    }
    #expect(error?.code == .invalidName)
    await host.shutdown()
  }

  @Test func `an unknown bundled service is an error that names those there are`() async throws {
    let bundled = BundledService(executable: "/bin/true", description: .init(name: "mail"))
    let host = ServiceHost(HostConfiguration(cacheDirectory: "/tmp", bundled: ["mail": bundled]))
    let error = await #expect(throws: ServiceHostError.self) {
      try await host.load(.bundled("male"))
    }
    #expect(error?.code == .unknownService)
    #expect(error?.help == "there are mail")
    await host.shutdown()
  }

  @Test func `a load can be cancelled`() async throws {
    let path = try program("#!/bin/sh\nsleep 600")
    let host = ServiceHost(HostConfiguration(cacheDirectory: "/tmp"))
    let (begun, continuation) = AsyncStream.makeStream(of: LoadProgress.self)
    let task = Task {
      try await host.load(.executable(path: path)) { continuation.yield($0) }
    }
    _ = await begun.first { _ in true }
    task.cancel()
    let error = await #expect(throws: ServiceHostError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    await host.shutdown()
  }
}
