import SwiftSyntax

/// What `@TechMicroService` says of the function: its memory and its timeout.
struct FunctionSettings {
  /// A number that Lambda takes.
  private struct Setting {
    /// The values that Lambda takes.
    let range: ClosedRange<Int>

    /// What a value counts.
    let unit: String
  }

  /// What Lambda takes; see <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>.
  private static let known: [String: Setting] = [
    "memory": Setting(range: 128...10_240, unit: "megabytes"),
    "timeout": Setting(range: 1...900, unit: "seconds"),
  ]

  /// The attribute's arguments.
  private let list: [LabeledExprSyntax]

  /// Reads `attribute`.
  init(_ attribute: AttributeSyntax) {
    list = Array(attribute.argumentList ?? [])
  }

  /// The arguments as the outline takes them.
  var arguments: [String] {
    list.filter { mistake(of: $0) == nil }
      .map { $0.with(\.trailingComma, nil).trimmedDescription }
  }

  /// What is wrong with the arguments.
  var mistakes: [EntryMistake] { list.compactMap(mistake) }

  /// What is wrong with `argument`.
  private func mistake(of argument: LabeledExprSyntax) -> EntryMistake? {
    guard let name = argument.label?.text, let setting = Self.known[name],
      !argument.expression.is(NilLiteralExprSyntax.self)
    else { return nil }
    guard let value = argument.expression.integer else {
      return .settingIsNoLiteral(name, argument.expression)
    }
    guard !setting.range.contains(value) else { return nil }
    return .settingOutOfRange(
      name, argument.expression, range: setting.range, unit: setting.unit,
      nearest: value < setting.range.lowerBound
        ? setting.range.lowerBound : setting.range.upperBound)
  }
}

extension ExprSyntax {
  /// The value of an integer literal.
  fileprivate var integer: Int? {
    if let prefix = self.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" {
      return prefix.expression.integer.map { -$0 }
    }
    return self.as(IntegerLiteralExprSyntax.self)?.representedLiteralValue
  }
}
