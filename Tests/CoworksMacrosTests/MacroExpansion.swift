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
  "Entry": MacroSpec(type: EntryMacro.self),
]

/// Expects `source` to be expanded to `expanded`, with `diagnostics`.
func expectExpansion(
  _ source: String, to expanded: String, diagnostics: [DiagnosticSpec] = [],
  at location: Testing.SourceLocation = #_sourceLocation
) {
  assertMacroExpansion(
    source, expandedSource: expanded, diagnostics: diagnostics, macroSpecs: macros,
    indentationWidth: .spaces(2),
    failureHandler: { Issue.record("\($0.message)", sourceLocation: location) })
}

/// A way to put a mistake right, and what the member is after that.
struct Repair {
  let fixIt: String
  let member: String
}

/// Expects of a service with the one method `member` the mistake `message`.
///
/// - Parameters:
///   - message: What is said to be wrong.
///   - column: The column of the member at which that is said.
///   - member: The member, in one line.
///   - fixIts: The ways to put it right that are offered.
///   - repair: One of them, and what comes of it.
///   - location: The test.
func expectMistake(
  _ message: String, column: Int, in member: String, fixIts: [String] = [],
  repair: Repair? = nil, at location: Testing.SourceLocation = #_sourceLocation
) {
  let plain = member.replacing(#/@Entry(\(".*?"\))? /#, with: "")
  assertMacroExpansion(
    service(member), expandedSource: service(plain),
    diagnostics: [
      DiagnosticSpec(
        message: message, line: 3, column: column + 2,
        fixIts: fixIts.map { FixItSpec(message: $0) })
    ],
    macroSpecs: ["Entry": MacroSpec(type: EntryMacro.self)], applyFixIts: repair.map { [$0.fixIt] },
    fixedSource: repair.map { service($0.member) }, indentationWidth: .spaces(2),
    failureHandler: { Issue.record("\($0.message)", sourceLocation: location) })
}

/// A service with one member.
private func service(_ member: String) -> String {
  "@TechMicroService\nstruct Shop {\n  \(member)\n}"
}
