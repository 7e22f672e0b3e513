import FoundationEssentials
import Glibc
import Testing

@testable import ServiceHost

/// Services whose programs lie in folders of their own, on a host that watches them.
private struct WatchedServices {
  /// The folder that holds those of the services.
  let folder = TemporaryFolder.make()

  /// The host.
  let host: ServiceHost

  /// What changes.
  let changes: AsyncStream<String>

  init(_ names: String...) async throws {
    var configuration = HostConfiguration(cacheDirectory: folder)
    configuration.startTimeout = .seconds(600)
    host = ServiceHost(configuration)
    for name in names {
      let program = "\(folder)/\(name)/run"
      try Files.makeFolder(Files.folder(of: program))
      try Files.write(Array("#!/bin/sh\nexit 3\n".utf8), to: program)
      chmod(program, 0o755)
      let document = #"{"openapi": "3.1.0", "info": {"title": "x"}, "paths": {}}"#
      try Files.write(Array(document.utf8), to: program + ".openapi.json")
      _ = try await host.load(.executable(path: program), as: name)
    }
    changes = try await host.changes()
  }

  /// The path of `file` of the service `name`.
  func path(_ name: String, _ file: String) -> String { "\(folder)/\(name)/\(file)" }

  /// Writes `text` into the file at `path` itself.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// Ends everything.
  func end() async {
    await host.shutdown()
    Files.remove(folder)
  }
}

@Suite struct WatchingTests {
  @Test(arguments: ["run", ".env", ".env.dev"])
  func `a file that is written into is told`(file: String) async throws {
    let services = try await WatchedServices("a")
    try services.write("x", to: services.path("a", file))
    #expect(await services.changes.first { _ in true } == "a")
    await services.end()
  }

  @Test func `a file that is replaced is told, again and again`() async throws {
    let services = try await WatchedServices("a")
    var changes = services.changes.makeAsyncIterator()
    for _ in 0..<3 {
      try services.write("x", to: services.path("a", "run~"))
      try Files.move(services.path("a", "run~"), to: services.path("a", "run"))
      #expect(await changes.next() == "a")
    }
    await services.end()
  }

  @Test func `other files, and those of another stage, are not told`() async throws {
    let services = try await WatchedServices("a", "b")
    for file in ["notes", ".env.prod", "run.bak"] {
      try services.write("x", to: services.path("a", file))
    }
    try services.write("x", to: services.path("b", "run"))
    #expect(await services.changes.first { _ in true } == "b")
    await services.end()
  }

  @Test func `a service is watched from its loading to its unloading`() async throws {
    let services = try await WatchedServices("a", "b")
    await services.host.unload("a")
    _ = try await services.host.load(.executable(path: services.path("b", "run")), as: "c")
    try services.write("x", to: services.path("a", "run"))
    try services.write("x", to: services.path("b", "run"))
    var changes = services.changes.makeAsyncIterator()
    #expect(await [changes.next(), changes.next()] == ["b", "c"])
    await services.end()
  }

  @Test func `the file behind a link is watched`() async throws {
    let services = try await WatchedServices("a")
    let link = services.folder + "/link"
    symlink(services.path("a", "run"), link)
    symlink(services.path("a", "run.openapi.json"), link + ".openapi.json")
    _ = try await services.host.load(.executable(path: link), as: "linked")
    await services.host.unload("a")
    try services.write("x", to: services.path("a", "run"))
    #expect(await services.changes.first { _ in true } == "linked")
    await services.end()
  }

  @Test func `all listeners are told, and their streams end with the host`() async throws {
    let services = try await WatchedServices("a")
    let other = try await services.host.changes()
    try services.write("x", to: services.path("a", "run"))
    #expect(await services.changes.first { _ in true } == "a")
    await services.end()
    #expect(await other.reduce(into: []) { $0.append($1) } == ["a"])
  }

  @Test func `a tree holds the files of its folders, but for hidden ones`() throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    for path in ["/Sources/Shop", "/.build/debug"] { try Files.makeFolder(folder + path) }
    let files = WatchedFiles(trees: [folder])
    #expect(files.folders == [folder, folder + "/Sources", folder + "/Sources/Shop"])
    #expect(files.contains(folder + "/Package.swift"))
    #expect(files.contains(folder + "/Sources/Shop/Shop.swift"))
    #expect(!files.contains(folder + "/.build/debug/x"))
    #expect(!files.contains(folder + "x/Package.swift"))
  }
}
