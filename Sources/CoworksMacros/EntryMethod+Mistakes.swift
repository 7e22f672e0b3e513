import SwiftSyntax

extension EntryMethod {
  /// What keeps `function` from being a route.
  static func mistakes(of function: FunctionDeclSyntax) -> [EntryMistake] {
    var mistakes = mistakesOfDeclaration(function)
    let parameters = Array(function.signature.parameterClause.parameters)
    mistakes += parameters.compactMap(mistake)
    guard let argument = EntryAttribute(function.attributes)?.path else {
      return mistakes + parameters.compactMap(mistakeOfSegment)
    }
    guard let path = EntryPath(function.attributes) else {
      return mistakes + [.pathIsNoLiteral(argument)]
    }
    return mistakes + parameters.compactMap(mistakeOfSegment)
      + mistakesOfPath(path, parameters, of: function)
  }

  /// What is wrong with the method as a whole.
  private static func mistakesOfDeclaration(_ function: FunctionDeclSyntax) -> [EntryMistake] {
    var mistakes: [EntryMistake] = []
    if EntryName(function.name.text) == nil { mistakes.append(.noVerb(function.name)) }
    for modifier in function.modifiers
    where ["static", "class", "mutating"].contains(modifier.name.text) {
      mistakes.append(.modifier(modifier))
    }
    if let clause = function.genericParameterClause { mistakes.append(.generic(clause)) }
    return mistakes
  }

  /// What is wrong with the form of `parameter`.
  private static func mistake(of parameter: FunctionParameterSyntax) -> EntryMistake? {
    if let ellipsis = parameter.ellipsis { return .variadic(parameter, ellipsis) }
    if let type = parameter.type.as(AttributedTypeSyntax.self) {
      for specifier in type.specifiers {
        if case .simpleTypeSpecifier(let specifier) = specifier { return .specifier(specifier) }
      }
    }
    let type = Syntax(parameter.type)
    let isUndecodable =
      type.is(FunctionTypeSyntax.self) || type.is(TupleTypeSyntax.self)
      || type.is(SomeOrAnyTypeSyntax.self) || type.is(AttributedTypeSyntax.self)
    return isUndecodable ? .undecodable(parameter) : nil
  }

  /// What is wrong with a parameter that is a segment of the path.
  private static func mistakeOfSegment(_ parameter: FunctionParameterSyntax) -> EntryMistake? {
    guard !parameter.isLabelled else { return nil }
    if let fallback = parameter.defaultValue {
      return .optionalSegment(parameter, Syntax(fallback))
    }
    return parameter.type.isOptional ? .optionalSegment(parameter, Syntax(parameter.type)) : nil
  }

  /// What in `path` and the `parameters` does not fit together.
  private static func mistakesOfPath(
    _ path: EntryPath, _ parameters: [FunctionParameterSyntax], of function: FunctionDeclSyntax
  ) -> [EntryMistake] {
    let names = path.parameterNames
    let missing = names.filter { name in !parameters.contains { $0.wireName == name } }
    let unplaced = parameters.filter { !$0.isLabelled && !names.contains($0.wireName) }
    return (path.text.hasPrefix("/") ? [] : [.pathWithoutSlash(path)])
      + missing.map { .missingParameter($0, path, function) }
      + unplaced.map { .unplacedParameter($0, path) }
  }
}
