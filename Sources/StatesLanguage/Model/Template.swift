package import JSON

/// A JSON value in which a text that is wholly `{% … %}` stands for the value of a JSONata expression.
///
/// The pair must stand at the very start and the very end of the text; text around it is plain
/// text, and there is no interpolation. Names of members are never evaluated.
package struct Template: Equatable, Sendable {
  /// The value as it is written.
  package let json: JSONValue

  /// Whether no text in it is an expression.
  package let isConstant: Bool

  /// Creates a template of what is written in a definition.
  package init(_ json: JSONValue) {
    self.json = json
    isConstant = !Self.hasExpression(json)
  }

  /// Creates the template that is the JSONata expression `source`.
  package init(expression source: String) {
    self.init(.string("{% \(source) %}"))
  }

  /// The expression, if the whole template is one.
  package var expression: String? { json.stringValue.flatMap(Self.expression) }

  /// The expression inside `text`, without white space around it, if `text` is wholly `{% … %}`.
  package static func expression(in text: String) -> String? {
    guard text.utf8.count >= 4, text.hasPrefix("{%"), text.hasSuffix("%}") else { return nil }
    return text.dropFirst(2).dropLast(2).trimmingWhitespace()
  }

  /// Whether only one end of `{% … %}` is there, which Step Functions refuses.
  package static func isUnbalanced(_ text: String) -> Bool {
    text.hasPrefix("{%") != text.hasSuffix("%}")
  }

  /// Whether a text in `json` is an expression.
  private static func hasExpression(_ json: JSONValue) -> Bool {
    switch json {
    case .string(let content): expression(in: content.text) != nil
    case .array(let list): list.elements.contains(where: hasExpression)
    case .object(let object): object.values.contains(where: hasExpression)
    default: false
    }
  }
}

extension Template: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self.init(.string(value)) }
  package init(integerLiteral value: Int64) { self.init(.integer(value)) }
  package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  package init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(.object(members.map { (key: $0.0, value: $0.1) }))
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate func trimmingWhitespace() -> String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
