import Foundation
import Testing

/// The Swift in the guide for authors, compiled as authors would.
struct DocumentationTests {
  @Test(arguments: try articles())
  func `What an article shows compiles`(article: URL) throws {
    let text = try String(contentsOf: article, encoding: .utf8)
    for snippet in Self.snippets(in: text) {
      let messages = try compilerMessages(of: snippet)
      #expect(messages == [], "\(snippet)")
    }
  }

  /// The blocks of Swift in `text` as whole files: one without an import is made of members of a
  /// service; those for tests and packages are tried where new services are.
  private static func snippets(in text: String) -> [String] {
    text.components(separatedBy: "\n```swift\n").dropFirst().compactMap { rest in
      let code = rest.components(separatedBy: "\n```")[0]
      if code.contains("import CoworksTesting") || !code.contains("@Entry") {
        return nil
      }
      if code.contains("import Coworks") { return code }
      return "import Coworks\n\n@main @TechMicroService\nactor Example {\n\(code)\n}"
    }
  }

  /// The articles of the guide, and the package's own page.
  private static func articles() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: ReferenceTests.catalog, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
      + [ReferenceTests.catalog.appending(path: "../../../README.md").standardizedFileURL]
  }
}
