import JSON
import Testing

@testable import ServiceHost

@Suite(
  .tags(.toolkit),
  .enabled(if: ToolkitFixture.cache != nil, "set CWS_CACHE to a folder for compiled services"),
  .enabled(if: FaultService.isAvailable, FaultService.reason))
struct PackagingTests {
  /// A call of `GET /stock/A-1` by a workflow.
  private let call: JSONValue = [
    "httpMethod": "GET", "path": "/stock/A-1",
    "requestContext": ["identity": ["caller": "states.amazonaws.com"]],
  ]

  @Test func `a packaged service needs nothing but itself`() async throws {
    let host = ToolkitFixture.makeHost()
    let source = ServiceSource.swiftFile(
      path: ToolkitFixture.root + "/sessions/services/inventory.swift")
    let package = try await host.package(source)
    #expect(package.architecture == .own)
    #expect(package.archive.count < 10_000_000)
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try await ToolkitFixture.unpack(package.archive, into: folder)
    let bootstrap = folder + "/bootstrap"
    #expect(try #require(ELFFile(try Files.read(bootstrap))).loader == nil)
    try Files.write(
      Array(#"{"paths": {"/stock/{sku}": {"get": {}}}}"#.utf8), to: folder + "/openapi.json")
    _ = try await host.load(.executable(path: bootstrap), as: "packaged")
    #expect(await host.invoke("packaged", payload: call).answer?["sku"] == "A-1")
    await host.shutdown()
  }

  @Test func `a package has the same bytes from another cache, checkout and folder`() async throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    let name = "sessions/services/inventory.swift"
    for part in ["Package.swift", "Sources", name] {
      try Files.copy("\(ToolkitFixture.root)/\(part)", to: "\(folder)/elsewhere/\(part)")
    }
    let here = ToolkitFixture.makeHost()
    let there = ServiceHost(
      ToolkitFixture.configuration(cache: folder + "/cache", root: folder + "/elsewhere"))
    let one = try await here.package(.swiftFile(path: "\(ToolkitFixture.root)/\(name)"))
    let other = try await there.package(.swiftFile(path: "\(folder)/elsewhere/\(name)"))
    #expect(one.archive == other.archive)
    await here.shutdown()
    await there.shutdown()
  }

  @Test func `a program and its arguments are packaged as they are`() async throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    let script = "#!/bin/sh\necho \"$@\"\n"
    try Files.write(Array(script.utf8), to: folder + "/run")
    try Files.makeExecutable(folder + "/run")
    let host = ServiceHost(HostConfiguration(cacheDirectory: folder))
    let plain = try await host.package(.executable(path: folder + "/run"), architecture: .arm)
    #expect(plain.architecture == .arm)
    let package = try await host.package(
      .executable(path: folder + "/run", arguments: ["it's", "b"]))
    let target = folder + "/out"
    try await ToolkitFixture.unpack(package.archive, into: target)
    let result = try await Command(
      executable: target + "/bootstrap", arguments: [], environment: ["PATH": "/bin"]
    ).run()
    #expect(result.lines == ["it's b"])
    await host.shutdown()
  }

  @Test func `services cannot be compiled for another processor`() async throws {
    let host = ToolkitFixture.makeHost()
    let other = try #require(LambdaArchitecture.allCases.first { $0 != .own })
    let error = await #expect(throws: ServiceHostError.self) {
      try await host.package(.swiftFile(path: "/x.swift"), architecture: other)
    }
    #expect(error?.message == "services cannot be compiled for \(other.rawValue) here")
    await host.shutdown()
  }
}
