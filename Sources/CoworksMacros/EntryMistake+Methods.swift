import SwiftSyntax
import SwiftSyntaxBuilder

/// The wording of everything that can be wrong with a method.
extension EntryMistake {
  /// `@Entry` is on something else than a method.
  static func notAMethod(_ declaration: some DeclSyntaxProtocol) -> EntryMistake {
    EntryMistake(
      "not-a-method", "@Entry makes a method a route; this is no method", at: declaration)
  }

  /// `@Entry` is on a method outside of a service.
  static func notInService(_ attribute: AttributeSyntax) -> EntryMistake {
    EntryMistake(
      "not-in-service", "@Entry has no effect outside of a type marked @TechMicroService",
      at: attribute)
  }

  /// The method's name starts with no verb.
  static func noVerb(_ name: TokenSyntax) -> EntryMistake {
    let verbs = EntryName.verbs.dropLast().joined(separator: ", ")
    let mistake = EntryMistake(
      "no-verb",
      "the name of an entry starts with a verb: \(verbs) or \(EntryName.verbs.last ?? "")",
      at: name)
    let text = name.text.prefix(1).uppercased() + name.text.dropFirst()
    return ["get", "post"].reduce(mistake) { mistake, verb in
      let new = verb + text
      let token = name.with(\.tokenKind, .identifier(new))
      return mistake.replacing(name, by: token, "rename it to '\(new)'")
    }
  }

  /// The method is static or changes the service.
  static func modifier(_ modifier: DeclModifierSyntax) -> EntryMistake {
    let text = modifier.name.text
    let reason =
      text == "mutating"
      ? "one instance serves all calls; make the service an actor to let it change"
      : "it is called on the instance that serves the calls"
    return EntryMistake("modifier", "an entry cannot be \(text): \(reason)", at: modifier)
  }

  /// The method is generic.
  static func generic(_ clause: GenericParameterClauseSyntax) -> EntryMistake {
    EntryMistake(
      "generic", "an entry cannot be generic: a call does not say of which type its values are",
      at: clause)
  }

  /// A parameter takes any number of values.
  static func variadic(
    _ parameter: FunctionParameterSyntax, _ ellipsis: TokenSyntax
  ) -> EntryMistake {
    let list = TypeSyntax(ArrayTypeSyntax(element: parameter.type.trimmed))
    let new = parameter.with(\.ellipsis, nil).with(\.type, list)
    return EntryMistake(
      "variadic", "a parameter of an entry cannot be variadic; take an array", at: ellipsis
    )
    .replacing(parameter, by: new, "take '\(list)'")
  }

  /// A parameter is `inout`, or is passed otherwise than by value.
  static func specifier(_ specifier: SimpleTypeSpecifierSyntax) -> EntryMistake {
    EntryMistake(
      "specifier",
      "a parameter of an entry cannot be \(specifier.specifier.text): its value comes from a request",
      at: specifier)
  }

  /// A parameter has a type that no request can hold.
  static func undecodable(_ parameter: FunctionParameterSyntax) -> EntryMistake {
    let type = parameter.type.trimmedDescription
    return EntryMistake(
      "undecodable", "'\(type)' cannot be read from a request; take a Codable type",
      at: parameter.type)
  }

  /// A segment of the path may be left out.
  static func optionalSegment(
    _ parameter: FunctionParameterSyntax, _ node: Syntax
  ) -> EntryMistake {
    let name = parameter.secondName ?? parameter.firstName
    let new = parameter.with(\.firstName, name.with(\.trailingTrivia, []))
      .with(\.secondName, nil)
    return EntryMistake(
      "optional-segment",
      "'\(name.text)' is a segment of the path, which is always given: label it, or make it required",
      at: node
    )
    .replacing(parameter, by: new, "label it, to take it from the query or the body")
  }

  /// The path is not written as a plain text.
  static func pathIsNoLiteral(_ expression: ExprSyntax) -> EntryMistake {
    EntryMistake(
      "path-literal", "the path of an entry must be a plain string literal", at: expression)
  }

  /// The path starts without a slash.
  static func pathWithoutSlash(_ path: EntryPath) -> EntryMistake {
    EntryMistake("path-slash", "the path of an entry starts with '/'", at: path.literal)
      .replacing(
        path.literal, by: StringLiteralExprSyntax(content: "/" + path.text), "insert '/'")
  }

  /// The path has a parameter that the method has not.
  static func missingParameter(
    _ name: String, _ path: EntryPath, _ function: FunctionDeclSyntax
  ) -> EntryMistake {
    let clause = function.signature.parameterClause
    let isFirst = clause.parameters.isEmpty
    let added = FunctionParameterSyntax(
      leadingTrivia: isFirst ? [] : .space, firstName: .identifier(name),
      colon: .colonToken(trailingTrivia: .space), type: TypeSyntax("String"))
    var parameters = Array(clause.parameters)
    if let last = parameters.popLast() {
      parameters.append(last.with(\.trailingComma, .commaToken()))
    }
    let new = clause.with(\.parameters, FunctionParameterListSyntax(parameters + [added]))
    return EntryMistake(
      "missing-parameter", "the path has {\(name)}, but the method has no parameter '\(name)'",
      at: path.literal
    )
    .replacing(clause, by: new, "add the parameter '\(name): String'")
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
      at: parameter
    )
    .replacing(
      path.literal, by: StringLiteralExprSyntax(content: text), "add '/{\(name)}' to the path")
  }
}
