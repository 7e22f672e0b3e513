import Foundation
import Testing

/// The reference for authors, made with the toolchain's own tools.
struct ReferenceTests {
  @Test func `Every public symbol is documented and in the guide, and every link leads somewhere`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let extracted = try Tool.run(
      "swift", "symbolgraph-extract", "-module-name", "Coworks", "-I", "\(Tool.products)/Modules",
      "-target", Tool.target, "-minimum-access-level", "public", "-output-dir", folder.path,
      "-experimental-allowed-reexported-modules=ServiceModel")
    #expect(extracted.status == 0, "\(extracted.text)")
    let symbols = try Symbol.all(in: folder.appending(path: "Coworks.symbols.json"))
    #expect(symbols.filter { !$0.isDocumented }.map(\.name) == [])
    let guide = try String(contentsOf: Self.catalog.appending(path: "Coworks.md"), encoding: .utf8)
    #expect(
      symbols.filter { $0.isTopmost && !guide.contains("- ``\($0.name)``") }.map(\.name) == [])
    let converted = try Tool.run(
      "docc", "convert", Self.catalog.path, "--additional-symbol-graph-dir", folder.path,
      "--output-path", folder.appending(path: "out").path, "--warnings-as-errors",
      "--fallback-display-name", "Coworks", "--fallback-bundle-identifier", "coworks")
    #expect(converted.status == 0, "\(converted.text)")
  }

  /// The guide's folder.
  static let catalog = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Coworks/Coworks.docc").standardizedFileURL
}

/// A public symbol of the library.
private struct Symbol {
  /// Its name, with those of the types that it is in.
  let name: String

  /// Whether it is in no type.
  let isTopmost: Bool

  /// Whether it has a documentation comment, or is made by the compiler.
  let isDocumented: Bool

  /// The symbols in the graph at `url`.
  static func all(in url: URL) throws -> [Symbol] {
    try JSONDecoder().decode(Graph.self, from: Data(contentsOf: url)).symbols.map { symbol in
      Symbol(
        name: symbol.pathComponents.joined(separator: "."),
        isTopmost: symbol.pathComponents.count == 1,
        isDocumented: symbol.docComment != nil || symbol.location == nil)
    }
  }

  /// A symbol graph, as far as it is asked here.
  private struct Graph: Decodable {
    struct Node: Decodable {
      struct Location: Decodable {}
      let pathComponents: [String]
      let docComment: DocumentationLines?
      let location: Location?
    }
    struct DocumentationLines: Decodable {}
    let symbols: [Node]
  }
}
