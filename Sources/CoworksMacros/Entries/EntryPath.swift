import SwiftParser
import SwiftSyntax

/// The path that `@Entry` is given.
struct EntryPath {
  /// A part of the path between two slashes.
  struct Segment {
    /// The part as it is written.
    let text: String

    /// How many bytes of the path come before it.
    let offset: Int

    /// The name of the parameter that the part stands for, if it is one.
    var parameterName: String? {
      guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
      let name = text.dropFirst().dropLast()
      return String(name.hasSuffix("+") ? name.dropLast() : name)
    }

    /// Whether the part stands for the whole rest of a path.
    var isRest: Bool { text.hasSuffix("+}") }
  }

  /// The path's literal in the source.
  let literal: StringLiteralExprSyntax

  /// The path.
  let text: String

  /// Reads `expression`; nil if it is no plain literal.
  init?(_ expression: ExprSyntax) {
    guard let literal = expression.as(StringLiteralExprSyntax.self),
      let text = literal.representedLiteralValue
    else { return nil }
    self.literal = literal
    self.text = text
  }

  /// The parts of the path in order, without empty ones at its ends.
  var segments: [Segment] {
    var segments: [Segment] = []
    var offset = 0
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      segments.append(Segment(text: String(part), offset: offset))
      offset += part.utf8.count + 1
    }
    let first = segments.firstIndex { !$0.text.isEmpty } ?? segments.endIndex
    let last = segments.lastIndex { !$0.text.isEmpty } ?? segments.startIndex
    return first > last ? [] : Array(segments[first...last])
  }

  /// The names of the path's parameters, in order.
  var parameterNames: [String] { segments.compactMap(\.parameterName) }
}
