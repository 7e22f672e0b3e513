import ServiceHost
import Synchronization
import Testing

/// What `load` takes.
@Suite struct LoadingTests {
  @Test(arguments: [
    ("template", ServiceSource.bundled("template")),
    ("inventory.swift", .swiftFile(path: "/work/inventory.swift")),
    ("shop", .swiftPackage(path: "/work/shop")),
    ("shop:payments", .swiftPackage(path: "/work/shop", product: "payments")),
    ("pay.run", .executable(path: "/work/pay.run")),
  ])
  func `a name, a file, a folder, a product and a program are told apart`(
    text: String, source: ServiceSource
  ) async {
    let session = Self.session()
    await session.enter("load \(text)")
    #expect(session.services.sources.withLock { $0 } == [source])
  }

  @Test(arguments: [
    ("notes.txt", "error: notes.txt is neither Swift nor a program\n  help: give a file that ends"),
    ("empty", "error: empty is no Swift package\n  help: a folder is loaded as a package"),
    ("empty:x", "error: there is no service and no file `empty:x`"),
    ("nosuch:x", "error: there is no service and no file `nosuch:x`"),
  ])
  func `anything else is refused`(text: String, message: String) async {
    let session = Self.session()
    #expect(await session.enter("load \(text)").hasPrefix(message))
    #expect(session.services.sources.withLock { $0 }.isEmpty)
  }

  @Test func `what cannot be loaded keeps nothing else from it`() async {
    let session = Self.session()
    let printed = await session.enter("load nosuch inventory.swift")
    #expect(printed.hasPrefix("inventory  GET /stock/{sku}"))
    #expect(printed.contains("error: there is no service and no file `nosuch`"))
  }

  /// A session with a package, a program and a text beside it.
  private static func session() -> TestSession {
    TestSession(
      files: FakeFiles(["shop/Package.swift": "", "empty/a": "", "pay.run": "", "notes.txt": ""]))
  }
}
