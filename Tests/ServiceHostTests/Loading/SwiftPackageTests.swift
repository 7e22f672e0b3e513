import JSON
import ServiceModel
import Synchronization
import Testing

@testable import ServiceHost

@Suite struct PackageManifestTests {
  /// A package with executable products of the given names.
  private func manifest(_ names: [String]) throws -> PackageManifest {
    let products = names.map { #"{"name": "\#($0)", "type": {"executable": null}}"# }
    let description = """
      {"products": [{"name": "Kit", "type": {"library": ["automatic"]}}, \
      \(products.joined(separator: ","))],
      "targets": [{"name": "A", "product_dependencies": ["Coworks"]}]}
      """.replacing("}, ]", with: "}]")
    return try #require(
      PackageManifest(path: "/shop", description: JSONReader.read(description)))
  }

  @Test func `the only executable product is the service`() throws {
    #expect(try manifest(["orders"]).product(named: nil) == "orders")
    #expect(try manifest(["orders"]).usesCoworks)
    #expect(try manifest(["orders", "mails"]).product(named: "mails") == "mails")
  }

  @Test(
    arguments: [
      ([], nil, "/shop has no executable product", "declare an `.executableTarget`"),
      (
        ["orders", "mails"], nil, "/shop has several executable products: mails, orders",
        "name one of them: /shop:mails"
      ),
      (["orders"], "order", "/shop has no executable product order", "there is orders"),
    ] as [([String], String?, String, String)])
  func `a package without the product is a clear error`(
    names: [String], name: String?, message: String, help: String
  ) throws {
    let manifest = try manifest(names)
    let error = #expect(throws: ServiceHostError.self) { try manifest.product(named: name) }
    #expect(error?.message == message)
    #expect(error?.help?.hasPrefix(help) == true)
  }
}

@Suite(
  .tags(.toolkit),
  .enabled(if: ToolkitFixture.cache != nil, "set CWS_CACHE to a folder for compiled services"),
  .enabled(if: FaultService.isAvailable, FaultService.reason))
struct SwiftPackageTests {
  @Test func `a package is built once, and its mistakes have places`() async throws {
    let folder = TemporaryFolder.make() + "/shop"
    defer { Files.remove(Files.folder(of: folder)) }
    try write(
      folder, ##"print(#"{"openapi": "3.1.0", "paths": {"/a": {"get": {}}}}"#)"##)
    let host = ToolkitFixture.makeHost()
    let description = try await host.load(.swiftPackage(path: folder))
    #expect(description.name == "shop")
    #expect(description.routes.map(\.path.description) == ["/a"])

    let steps = Mutex<[LoadProgress]>([])
    _ = try await host.reload("shop") { step in steps.withLock { $0.append(step) } }
    #expect(steps.withLock { $0 } == [.cached(file: folder)])

    try write(folder, "let broken = unknown")
    let error = await #expect(throws: ServiceHostError.self) { try await host.reload("shop") }
    #expect(error?.message == "\(folder) does not compile: 1 error")
    let message = try #require(error?.compilerMessages.first)
    #expect(message.file == folder + "/Sources/shop/main.swift")
    #expect((message.line, message.column) == (1, 14))
    #expect(message.sourceLine == "let broken = unknown")
    await host.shutdown()
  }

  /// Writes the package at `folder` with the main file `text`.
  private func write(_ folder: String, _ text: String) throws {
    let manifest = """
      // swift-tools-version: 6.2
      import PackageDescription
      let package = Package(name: "shop", targets: [.executableTarget(name: "shop")])
      """
    try Files.makeFolder(folder + "/Sources/shop")
    try Files.write(Array(manifest.utf8), to: folder + "/Package.swift")
    try Files.write(Array(text.utf8), to: folder + "/Sources/shop/main.swift")
  }
}
