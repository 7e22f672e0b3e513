import SwiftParser
import SwiftSyntax

/// The path that `@Entry` is given.
struct EntryPath {
  /// The path's literal in the source.
  let literal: StringLiteralExprSyntax

  /// The path.
  let text: String

  /// The path given to the attribute `@Entry` among `attributes`; nil without one.
  ///
  /// A path with an interpolation cannot be read; it is reported by `EntryMethod.mistakes`.
  init?(_ attributes: AttributeListSyntax) {
    let path = EntryAttribute(attributes)?.path
    guard let literal = path?.as(StringLiteralExprSyntax.self),
      let text = literal.representedLiteralValue
    else { return nil }
    self.literal = literal
    self.text = text
  }

  /// The names of the path's parameters, in order.
  var parameterNames: [String] {
    text.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
      .map { $0.dropFirst().dropLast() }
      .map { String($0.hasSuffix("+") ? $0.dropLast() : $0) }
  }
}
