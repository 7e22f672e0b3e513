import SwiftSyntax
import SwiftSyntaxMacros

/// A place in the author's source that the compiler names for what the macro writes.
struct SourcePlace {
  /// The file, as a literal.
  let file: String

  /// The line.
  let line: Int

  /// The column in bytes, from 1.
  let column: Int

  /// The place of `node`, if it is known.
  init?(of node: Syntax, in context: some MacroExpansionContext) {
    let found = context.location(of: node, at: .afterLeadingTrivia, filePathMode: .filePath)
    guard let found, let line = Int(found.line.trimmedDescription),
      let column = Int(found.column.trimmedDescription)
    else { return nil }
    file = found.file.trimmedDescription
    self.line = line
    self.column = column
  }

  /// The line after which the compiler names this place's line, or one `linesBefore` it.
  func directive(linesBefore: Int) -> String {
    "#sourceLocation(file: \(file), line: \(max(1, line - linesBefore)))"
  }

  /// The space that brings what follows `prefix` to this place's column.
  func indentation(of prefix: String) -> String {
    String(repeating: " ", count: max(0, column - 1 - prefix.utf8.count))
  }

  /// The line after which the compiler names what the macro wrote again.
  static let end = "#sourceLocation()"
}
