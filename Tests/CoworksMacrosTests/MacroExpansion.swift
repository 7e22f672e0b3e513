import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros
import SwiftSyntaxMacrosGenericTestSupport
import Testing

@testable import CoworksMacros

/// The macros by their names.
private let macros: [String: MacroSpec] = [
  "TechMicroService": MacroSpec(
    type: TechMicroServiceMacro.self, conformances: ["TechMicroService"]),
  "Blueprint": MacroSpec(type: BlueprintMacro.self, conformances: ["Blueprint"]),
  "Entry": MacroSpec(type: EntryMacro.self),
]

/// Expects `source` to be expanded to `expanded`, without a word.
func expectExpansion(
  _ source: String, to expanded: String, at location: Testing.SourceLocation = #_sourceLocation
) {
  assertMacroExpansion(
    source, expandedSource: expanded, macroSpecs: macros, indentationWidth: .spaces(2),
    failureHandler: { Issue.record("\($0.message)", sourceLocation: location) })
}

/// Expects one mistake in `source`, where 1️⃣ stands, with a note where 2️⃣ stands.
///
/// A source without a type is the one member of a service.
///
/// - Parameters:
///   - message: What is said to be wrong.
///   - source: The source with its marks.
///   - repairs: The ways to put it right, and what the source is after each.
///   - severity: How bad it is.
///   - note: What is said where 2️⃣ stands.
///   - location: The test.
func expectMistake(
  _ message: String, in source: String, repairs: [(fixIt: String, source: String)] = [],
  severity: DiagnosticSeverity = .error, note: String? = nil,
  at location: Testing.SourceLocation = #_sourceLocation
) {
  let isMember = !source.contains("{\n")
  let marked = isMember ? service(source) : source
  let expansion = Expansion(of: marked.filter { !"1️⃣2️⃣".contains($0) })
  guard let mistake = expansion.diagnostics.first, expansion.diagnostics.count == 1 else {
    let found = expansion.diagnostics.map(\.message)
    Issue.record("found \(found)", sourceLocation: location)
    return
  }
  #expect(mistake.message == message, sourceLocation: location)
  #expect(mistake.diagMessage.severity == severity, sourceLocation: location)
  #expect(
    expansion.offset(of: mistake.node) == marked.offset(of: "1️⃣"), sourceLocation: location)
  #expect(mistake.notes.map(\.message) == (note.map { [$0] } ?? []), sourceLocation: location)
  #expect(
    mistake.notes.first.map { expansion.offset(of: $0.node) } == marked.offset(of: "2️⃣"),
    sourceLocation: location)
  #expect(
    mistake.fixIts.map(\.message.message) == repairs.map(\.fixIt), sourceLocation: location)
  for (fixIt, repair) in zip(mistake.fixIts, repairs) {
    let text = isMember ? service(repair.source) : repair.source
    #expect(expansion.source(after: fixIt) == text, sourceLocation: location)
  }
}

/// Expects nothing to be said of the service with the one member `source`.
func expectNoMistakes(
  in source: String, at location: Testing.SourceLocation = #_sourceLocation
) {
  let found = Expansion(of: service(source)).diagnostics.map(\.message)
  #expect(found.isEmpty, sourceLocation: location)
}

/// A service with one member.
private func service(_ member: String) -> String {
  "@TechMicroService\nstruct Shop {\n  \(member)\n}"
}

/// A source whose macros have been expanded.
private struct Expansion {
  /// The source.
  let source: String

  /// What the macros said.
  var diagnostics: [Diagnostic] { context.diagnostics }

  /// Knows where the parts that the macros saw are.
  private let context: BasicMacroExpansionContext

  /// Expands the macros in `source`.
  init(of source: String) {
    self.source = source
    let file = Parser.parse(source: source)
    let context = BasicMacroExpansionContext(
      sourceFiles: [file: .init(moduleName: "Shop", fullFilePath: "shop.swift")])
    self.context = context
    _ = file.expand(
      macroSpecs: macros,
      contextGenerator: {
        BasicMacroExpansionContext(
          sharingWith: context, lexicalContext: $0.allMacroLexicalContexts())
      })
  }

  /// How many bytes of the source are before `node`.
  func offset(of node: Syntax) -> Int {
    offset(of: node.positionAfterSkippingLeadingTrivia, in: node)
  }

  /// The source after `fixIt`.
  func source(after fixIt: FixIt) -> String {
    var bytes = Array(source.utf8)
    let edits = fixIt.changes.compactMap { change -> (Range<Int>, String)? in
      guard case .replace(let old, let new) = change else { return nil }
      let start = offset(of: old.position, in: old)
      return (start..<start + old.totalLength.utf8Length, new.description)
    }
    for (range, text) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(range, with: text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes of the source are before `position`.
  private func offset(of position: AbsolutePosition, in node: Syntax) -> Int {
    context.location(for: position, anchoredAt: node, fileName: "shop.swift").offset
  }
}

extension String {
  /// How many bytes are before `mark`, other marks not counted.
  fileprivate func offset(of mark: Character) -> Int? {
    firstIndex(of: mark).map { self[..<$0].filter { !"1️⃣2️⃣".contains($0) }.utf8.count }
  }
}
