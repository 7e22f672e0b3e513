/// An expression of Terraform's language.
package indirect enum HCLExpression: Hashable, Sendable {
  /// `null`.
  case null

  /// `true` or `false`.
  case bool(Bool)

  /// A whole number.
  case integer(Int)

  /// A finite number.
  case number(Double)

  /// A text in quotes, with interpolated expressions.
  case template(HCLTemplate)

  /// A text of whole lines, as a heredoc where one may stand.
  case heredoc(HCLTemplate)

  /// What a path such as `aws_iam_role.order.arn` leads to.
  case reference(HCLReference)

  /// The result of a function.
  case call(String, [HCLExpression])

  /// A list.
  case tuple([HCLExpression])

  /// Members in their order.
  case object([HCLMember])

  /// An operator before its operand.
  case unary(HCLUnaryOperator, HCLExpression)

  /// An operator between its operands.
  case binary(HCLExpression, HCLBinaryOperator, HCLExpression)

  /// `condition ? then : otherwise`.
  case conditional(HCLExpression, HCLExpression, HCLExpression)
}

/// A member of an object.
package struct HCLMember: Hashable, Sendable {
  /// Its name, written bare where that is possible.
  package let name: String

  /// Its value.
  package let value: HCLExpression

  /// Creates a member.
  package init(_ name: String, _ value: HCLExpression) {
    self.name = name
    self.value = value
  }
}

/// An operator with one operand.
package enum HCLUnaryOperator: String, CaseIterable, Hashable, Sendable {
  case not = "!"
  case minus = "-"
}

/// An operator with two operands.
package enum HCLBinaryOperator: String, CaseIterable, Hashable, Sendable {
  case or = "||"
  case and = "&&"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case dividedBy = "/"
  case modulo = "%"

  /// How tightly it binds.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .times, .dividedBy, .modulo: 6
    }
  }
}

extension HCLExpression {
  /// The text `text` in quotes.
  package static func string(_ text: String) -> HCLExpression {
    .template(HCLTemplate([.literal(text)]))
  }

  /// What `root` followed by the attributes `names` leads to: `var.region`.
  package static func reference(_ root: String, _ names: String...) -> HCLExpression {
    .reference(HCLReference(root, names.map { .attribute($0) }))
  }

  /// The result of the function `name` for `arguments`.
  package static func call(_ name: String, _ arguments: HCLExpression...) -> HCLExpression {
    .call(name, arguments)
  }
}

extension HCLExpression: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(stringInterpolation template: HCLTemplate) { self = .template(template) }
  package init(arrayLiteral elements: HCLExpression...) { self = .tuple(elements) }
  package init(dictionaryLiteral members: (String, HCLExpression)...) {
    self = .object(members.map { HCLMember($0.0, $0.1) })
  }
}
