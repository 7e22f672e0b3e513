import SwiftSyntax

/// Writes the statements that add one route to the outline.
///
/// Each type of the method's signature is mentioned once, in a statement of its own that stands at
/// the type's place in the source, so that the compiler says there what is wrong with it, and only
/// there.
struct EntryWriter {
  /// The route.
  let entry: EntryMethod

  /// Where a part of the source is.
  let place: (Syntax) -> SourcePlace?

  /// The lines of the statements.
  var lines: [String] {
    ["    do {"] + entry.arguments.indices.flatMap(declaration) + resultDeclaration + addition
      + ["    }"]
  }

  // MARK: - Declarations

  /// The declaration of the argument at `index`.
  private func declaration(of index: Int) -> [String] {
    let argument = entry.arguments[index]
    return located(
      "let \(name(of: index)) = Coworks",
      ".EntryInput<\(argument.type)>\(constructor(of: argument))",
      at: Syntax(argument.syntax.type))
  }

  /// How the description of `argument` is created.
  private func constructor(of argument: EntryArgument) -> String {
    let documentation = entry.documentation.parameters
    var items = argument.place == .wholeBody ? [] : [argument.name.literal]
    if let text = documentation[argument.name] ?? documentation[argument.syntax.localName] {
      items.append("summary: \(text.literal)")
    }
    if let fallback = argument.fallback, argument.place != .path {
      let value = "value(\(fallback) as \(argument.type))"
      items.append("default: .\(argument.hasConstantFallback ? value : "computed")")
    }
    return ".\(argument.place.rawValue)(\(items.joined(separator: ", ")))"
  }

  /// The declaration of the result, if there is one.
  private var resultDeclaration: [String] {
    guard let type = entry.resultType else { return [] }
    return located(
      "let result = Coworks", ".EntryResult<\(type.trimmed)>()", at: Syntax(type))
  }

  // MARK: - Addition

  /// The statement that adds the route; its call of the method has the method's line.
  private var addition: [String] {
    let statement =
      ["outline.\(adding)(\(header)) { service, \(argumentsName) in", "  \(call)", "}"]
    guard let place = place(Syntax(entry.function.name)) else { return indented(statement) }
    return indented([place.directive(linesBefore: 1)] + statement + [SourcePlace.end])
  }

  /// The method of the outline that adds the route.
  private var adding: String { entry.resultType == nil ? "addAction" : "add" }

  /// The arguments that describe the route.
  private var header: String {
    var items = [
      ".\(entry.name.verb)", entry.path.literal, "operation: \(entry.operation.literal)",
    ]
    if let summary = entry.documentation.summary { items.append("summary: \(summary.literal)") }
    if let access = entry.access { items.append("access: \(access.trimmed)") }
    if !entry.arguments.isEmpty {
      let list = entry.arguments.indices.map { "\(name(of: $0)).parameter" }
      items.append("parameters: [\(list.joined(separator: ", "))]")
    }
    if entry.resultType != nil { items.append("result: result.schema") }
    return items.joined(separator: ", ")
  }

  /// The call of the method.
  private var call: String {
    let arguments = entry.arguments.indices.map { index in
      let syntax = entry.arguments[index].syntax
      return (syntax.isLabelled ? "\(syntax.label): " : "") + value(of: index)
    }
    let call = "service.\(entry.function.name.text)(\(arguments.joined(separator: ", ")))"
    let isAnswer = entry.resultType != nil
    let canThrow = entry.canThrow || !arguments.isEmpty || isAnswer
    let marks = (canThrow ? "try " : "") + (entry.canWait ? "await " : "")
    return marks + (isAnswer ? "result(\(call))" : call)
  }

  /// The expression that reads the value of the argument at `index` from a call.
  private func value(of index: Int) -> String {
    let argument = entry.arguments[index]
    guard let fallback = argument.fallback, argument.place != .path else {
      return "\(name(of: index))(arguments)"
    }
    let given = "\(name(of: index)).given(arguments)"
    return "\(given) ?? \(fallback.isSimple ? "\(fallback)" : "(\(fallback))")"
  }

  /// What the statements call the description of the argument at `index`.
  private func name(of index: Int) -> String { "input\(index + 1)" }

  /// What the closure calls the values.
  private var argumentsName: String { entry.arguments.isEmpty ? "_" : "arguments" }

  /// A declaration whose second part stands at the place of `node`.
  private func located(_ start: String, _ type: String, at node: Syntax) -> [String] {
    guard let place = place(node) else { return indented(["\(start)\(type)"]) }
    return indented([place.directive(linesBefore: 1), start])
      + [place.indentation(of: ".") + type]
  }

  /// `lines` as they stand in the block; lines without indentation would be laid out anew.
  private func indented(_ lines: [String]) -> [String] { lines.map { "      " + $0 } }
}

extension EntryArgument {
  /// The type in the source.
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
