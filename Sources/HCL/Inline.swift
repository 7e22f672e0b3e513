/// Writes expressions on one line.
enum Inline {
  /// The text of `expression`.
  static func text(_ expression: HCLExpression) -> String {
    switch expression {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): number(value)
    case .template(let template), .heredoc(let template): quoted(template)
    case .reference(let reference): path(reference)
    case .call(let name, let arguments): list(arguments, open: "\(name)(", close: ")")
    case .tuple(let elements): list(elements, open: "[", close: "]")
    case .object(let members): object(members)
    case .unary(let sign, let operand): sign.rawValue + text(operand, bindingAtLeast: 8)
    case .binary(let left, let sign, let right): binary(left, sign, right)
    case .conditional(let condition, let then, let otherwise):
      [condition, then, otherwise].map { text($0, bindingAtLeast: 1) }
        .joined(separator: ["? ", ": "])
    }
  }

  /// `elements` with commas between them.
  static func list(_ elements: [HCLExpression], open: String, close: String) -> String {
    open + elements.map { text($0) }.joined(separator: ", ") + close
  }

  /// The text of an operation; operators of one precedence associate to the left.
  private static func binary(
    _ left: HCLExpression, _ sign: HCLBinaryOperator, _ right: HCLExpression
  ) -> String {
    let precedence = sign.precedence
    let first = text(left, bindingAtLeast: precedence)
    return "\(first) \(sign.rawValue) \(text(right, bindingAtLeast: precedence + 1))"
  }

  /// The text of an operand, in parentheses if it binds less tightly than `precedence`.
  private static func text(_ operand: HCLExpression, bindingAtLeast precedence: Int) -> String {
    operand.precedence < precedence ? "(\(text(operand)))" : text(operand)
  }

  /// The text of a finite number.
  private static func number(_ value: Double) -> String {
    precondition(value.isFinite, "Terraform's numbers are finite")
    return Int(exactly: value).map { String($0) } ?? String(value)
  }

  /// The text of `template` in quotes.
  private static func quoted(_ template: HCLTemplate) -> String {
    if let expression = template.soleExpression { return text(expression) }
    return "\"" + template.text(escaping: { HCLEscaping.quoted($0) }) + "\""
  }

  /// The text of `expression` in a template, where `terraform fmt` keeps braces apart and takes a
  /// minus for an operator.
  fileprivate static func interpolation(_ expression: HCLExpression) -> String {
    let text = text(expression)
    if text.hasPrefix("-") { return "${(\(text))}" }
    let (before, after) = (text.hasPrefix("{") ? " " : "", text.hasSuffix("}") ? " " : "")
    return "${\(before)\(text)\(after)}"
  }

  /// The text of a path.
  private static func path(_ reference: HCLReference) -> String {
    reference.root
      + reference.steps.map { step in
        switch step {
        case .attribute(let name): ".\(name)"
        case .index(let key): "[\(text(key))]"
        }
      }.joined()
  }

  /// The text of an object.
  private static func object(_ members: [HCLMember]) -> String {
    if members.isEmpty { return "{}" }
    let texts = members.map { "\(Key($0.name).text) = \(text($0.value))" }
    return "{ \(texts.joined(separator: ", ")) }"
  }
}

extension HCLTemplate {
  /// The pieces one after the other, with literals as `escape` leaves them.
  ///
  /// Dollar signs in front of an interpolation would join with its own, so they get one for them.
  func text(escaping escape: (String) -> String) -> String {
    var output = ""
    for (index, segment) in segments.enumerated() {
      switch segment {
      case .literal(let text):
        let signs = index + 1 < segments.count ? text.reversed().prefix { $0 == "$" }.count : 0
        output += escape(String(text.dropLast(signs)))
        if signs > 0 { output += Inline.interpolation(.string(text.suffix(signs).description)) }
      case .interpolation(let expression): output += Inline.interpolation(expression)
      }
    }
    return output
  }
}

extension HCLExpression {
  /// How tightly its operator binds; 9 for what has none.
  fileprivate var precedence: Int {
    switch self {
    case .conditional: 0
    case .binary(_, let sign, _): sign.precedence
    case .unary: 7
    case .integer(let value) where value < 0: 7
    case .number(let value) where value < 0: 7
    case .template(let template), .heredoc(let template):
      template.soleExpression?.precedence ?? 9
    default: 9
    }
  }
}

extension [String] {
  /// The three parts of a conditional with its two signs between them.
  fileprivate func joined(separator signs: [String]) -> String {
    zip(self, [""] + signs).map { $1 + $0 }.joined(separator: " ")
  }
}
