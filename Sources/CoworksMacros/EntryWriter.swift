import SwiftSyntax

/// Writes the statement that adds one route to the outline.
struct EntryWriter {
  /// The route.
  let entry: EntryMethod

  /// The statement.
  var statement: String {
    """
    outline.\(adding)(\(header)) { service, \(argumentsName) in
          \(call)
        }
    """
  }

  /// The method of the outline that adds the route; each asks its own of the result, so that the
  /// compiler says what is wrong with one.
  private var adding: String {
    switch entry.result {
    case .nothing: "addAction"
    case .value: "add"
    case .response: "addResponse"
    }
  }

  /// The arguments that describe the route.
  private var header: String {
    let documentation = entry.documentation
    var items = [
      ".\(entry.name.verb)", entry.path.literal, "operation: \(entry.operation.literal)",
    ]
    if let summary = documentation.summary { items.append("summary: \(summary.literal)") }
    if let access = EntryAttribute(entry.function.attributes)?.access {
      items.append("access: \(access.trimmed)")
    }
    if !entry.arguments.isEmpty {
      let list = entry.arguments.map { parameter($0, documentation.parameters) }
      items.append("parameters: [\(list.joined(separator: ", "))]")
    }
    return items.joined(separator: ", ")
  }

  /// The description of `argument`.
  private func parameter(_ argument: EntryArgument, _ documentation: [String: String]) -> String {
    let type = "\(argument.type).self"
    var items =
      switch argument.place {
      case .path: [".path(\(argument.name.literal)", type]
      case .query: [".query(\(argument.name.literal)", type]
      case .field: [".field(\(argument.name.literal)", type]
      case .wholeBody: [".body(\(type)"]
      }
    if let text = documentation[argument.name] ?? documentation[argument.syntax.localName] {
      items.append("summary: \(text.literal)")
    }
    if let fallback = argument.fallback, argument.place != .path {
      let value = "value(\(fallback) as \(argument.type))"
      items.append("default: .\(argument.hasConstantFallback ? value : "computed")")
    }
    return items.joined(separator: ", ") + ")"
  }

  /// The call of the method.
  private var call: String {
    let arguments = entry.arguments.map { argument in
      let label = argument.syntax.isLabelled ? "\(argument.syntax.label): " : ""
      return label + value(of: argument)
    }
    let marks = (entry.canThrow || readsArguments ? "try " : "") + (entry.canWait ? "await " : "")
    return "\(marks)service.\(entry.function.name.text)(\(arguments.joined(separator: ", ")))"
  }

  /// The expression that reads the value of `argument` from a call.
  private func value(of argument: EntryArgument) -> String {
    let type = "\(argument.type).self"
    let isBody = argument.place == .wholeBody
    guard let fallback = argument.fallback, argument.place != .path else {
      return isBody
        ? "arguments.body(\(type))" : "arguments.value(\(argument.name.literal), \(type))"
    }
    let given =
      isBody ? "arguments.givenBody(\(type))" : "arguments.given(\(argument.name.literal), \(type))"
    return "\(given) ?? \(fallback.isSimple ? "\(fallback)" : "(\(fallback))")"
  }

  /// Whether the call reads values.
  private var readsArguments: Bool { !entry.arguments.isEmpty }

  /// What the closure calls the values.
  private var argumentsName: String { readsArguments ? "arguments" : "_" }
}

extension EntryArgument {
  /// The type in the source, such that `.self` can follow.
  fileprivate var type: String { syntax.type.trimmedDescription }
}

extension FunctionParameterSyntax {
  /// The label as a call writes it: keywords need no quotes there but for three.
  fileprivate var label: String {
    ["inout", "var", "let"].contains(wireName) ? "`\(wireName)`" : wireName
  }

  /// The name inside of the method.
  fileprivate var localName: String { (secondName ?? firstName).text }
}

extension ExprSyntax {
  /// Whether the expression can be an operand without parentheses.
  fileprivate var isSimple: Bool {
    self.is(IntegerLiteralExprSyntax.self) || self.is(FloatLiteralExprSyntax.self)
      || self.is(StringLiteralExprSyntax.self) || self.is(BooleanLiteralExprSyntax.self)
      || self.is(ArrayExprSyntax.self)
  }
}
