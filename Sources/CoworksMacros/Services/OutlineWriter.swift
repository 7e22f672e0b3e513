import SwiftSyntax
import SwiftSyntaxBuilder

/// Writes the conformance of a service or a blueprint.
struct OutlineWriter {
  /// The type.
  let service: ServiceType

  /// What it conforms to.
  var conformance = "TechMicroService"

  /// What its attribute says of the function, such as `memory: 512`.
  var settings: [String] = []

  /// Where a part of the source is.
  let place: (Syntax) -> SourcePlace?

  /// The extension that conforms `type`.
  func conformance(of type: some TypeSyntaxProtocol) throws -> ExtensionDeclSyntax {
    let entries = service.entries
    let outline = "Coworks.ServiceOutline<\(type.trimmed)>"
    let keyword = entries.isEmpty ? "let" : "var"
    let lines =
      ["    \(keyword) outline = \(outline)(\(header))"]
      + entries.flatMap { EntryWriter(entry: $0, place: place).lines } + ["    return outline"]
    return try ExtensionDeclSyntax(
      """
      extension \(type.trimmed): Coworks.\(raw: conformance) {
        \(raw: service.access)static var outline: \(raw: outline) {
      \(raw: lines.joined(separator: "\n"))
        }
      }
      """)
  }

  /// The name of the type and what is said of it.
  private var header: String {
    let name = service.name.text.filter { $0 != "`" }.literal
    let summary = service.documentation.summary.map { ["summary: \($0.literal)"] } ?? []
    let authorizes = service.hasAuthorizer ? ["authorizes: true"] : []
    return ([name] + summary + authorizes + settings).joined(separator: ", ")
  }
}

extension String {
  /// The text as a string literal.
  var literal: String { StringLiteralExprSyntax(content: self).description }
}
