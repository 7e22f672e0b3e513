import SwiftSyntax
import SwiftSyntaxBuilder

/// The wording of everything that can be wrong with a path.
extension EntryMistake {
  /// The path is not written as a plain text.
  static func pathIsNoLiteral(_ expression: ExprSyntax) -> EntryMistake {
    EntryMistake(
      "path-literal", "the path of an entry must be a plain string literal", at: expression)
  }

  /// The path starts without a slash.
  static func pathWithoutSlash(_ path: EntryPath) -> EntryMistake {
    EntryMistake("path-slash", "the path of an entry starts with '/'", at: path.literal)
      .replacing(path, by: "/" + path.text, "insert '/'")
  }

  /// The path goes on as a query.
  static func pathWithQuery(_ path: EntryPath, at index: String.Index) -> EntryMistake {
    EntryMistake(
      "path-query", "a path ends before its query; a parameter with a label is in the query",
      at: path.literal
    )
    .replacing(
      path, by: String(path.text[..<index]), "remove '\(path.text[index...])'")
  }

  /// There is nothing between two slashes.
  static func emptySegment(_ path: EntryPath) -> EntryMistake {
    let segments = path.segments.map(\.text).filter { !$0.isEmpty }
    return EntryMistake(
      "empty-segment", "there is nothing between these slashes", at: path.literal
    )
    .replacing(path, by: "/" + segments.joined(separator: "/"), "remove the second '/'")
  }

  /// A segment is neither a text nor a parameter.
  static func badSegment(_ segment: EntryPath.Segment, _ path: EntryPath) -> EntryMistake {
    let mistake = EntryMistake(
      "bad-segment",
      "'\(segment.text)' is neither a text nor a parameter, which is a whole segment such as {id}",
      at: path.literal)
    guard let meant = segment.meant else { return mistake }
    let text = path.replacing(segment, by: meant)
    return mistake.replacing(path, by: text, "write it '\(meant)'")
  }

  /// Two segments are one parameter.
  static func repeatedSegment(
    _ segment: EntryPath.Segment, _ name: String, _ path: EntryPath
  ) -> EntryMistake {
    EntryMistake(
      "repeated-segment", "the path has the parameter '\(name)' twice", at: path.literal)
  }

  /// Something follows the parameter that takes the rest.
  static func restNotLast(_ segment: EntryPath.Segment, _ path: EntryPath) -> EntryMistake {
    EntryMistake(
      "rest-not-last", "\(segment.text) takes the rest of the path, so nothing can follow it",
      at: path.literal)
  }

  /// The path has a parameter that the method has not, but maybe one of almost this name.
  static func missingParameter(
    _ name: String, _ path: EntryPath, _ function: FunctionDeclSyntax, near: String?
  ) -> EntryMistake {
    let segment = path.segments.first { $0.parameterName == name }
    let mistake = EntryMistake(
      "missing-parameter", "the path has {\(name)}, but the method has no parameter '\(name)'",
      at: path.literal)
    if let near, let segment {
      let text = path.replacing(segment, by: "{\(near)}")
      return mistake.replacing(path, by: text, "call it {\(near)}")
    }
    let clause = function.signature.parameterClause
    return mistake.replacing(
      clause, by: clause.adding(name), "add the parameter '\(name): String'")
  }

  /// The method has a parameter without label that the path has not.
  static func unplacedParameter(
    _ parameter: FunctionParameterSyntax, _ path: EntryPath
  ) -> EntryMistake {
    let name = parameter.wireName
    let text = path.text.hasSuffix("/") ? "\(path.text){\(name)}" : "\(path.text)/{\(name)}"
    return EntryMistake(
      "unplaced-parameter",
      "'\(name)' has no label, so it is a segment of the path, which has no {\(name)}",
      at: parameter.nameToken
    )
    .replacing(path, by: text, "add '/{\(name)}' to the path")
  }
}

extension EntryMistake {
  /// The mistake with one more way to put it right: `text` in place of `path`.
  fileprivate func replacing(
    _ path: EntryPath, by text: String, _ message: String
  ) -> EntryMistake {
    replacing(path.literal, by: StringLiteralExprSyntax(content: text), message)
  }
}

extension EntryPath {
  /// The path with `text` in place of `segment`.
  fileprivate func replacing(_ segment: Segment, by text: String) -> String {
    let bytes = Array(self.text.utf8)
    let end = segment.offset + segment.text.utf8.count
    return String(decoding: bytes[..<segment.offset] + text.utf8 + bytes[end...], as: UTF8.self)
  }
}

extension FunctionParameterClauseSyntax {
  /// The parameters and one called `name` more.
  fileprivate func adding(_ name: String) -> FunctionParameterClauseSyntax {
    let added = FunctionParameterSyntax(
      leadingTrivia: parameters.isEmpty ? [] : .space, firstName: .identifier(name),
      colon: .colonToken(trailingTrivia: .space), type: TypeSyntax("String"))
    var list = Array(parameters)
    if let last = list.popLast() { list.append(last.with(\.trailingComma, .commaToken())) }
    return with(\.parameters, FunctionParameterListSyntax(list + [added]))
  }
}
