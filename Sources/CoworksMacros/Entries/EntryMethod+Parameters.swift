import SwiftSyntax

extension EntryMethod {
  /// What is wrong with the parameters of `function`.
  static func mistakesOfParameters(
    _ function: FunctionDeclSyntax, in path: EntryPath?
  ) -> [EntryMistake] {
    let parameters = Array(function.signature.parameterClause.parameters)
    var mistakes = parameters.compactMap(mistakeOfForm)
    mistakes += parameters.compactMap { mistakeOfSegment($0, in: path) }
    mistakes += mistakesOfNames(parameters)
    guard let name = EntryName(function.name.text) else { return mistakes }
    return mistakes
      + (name.hasBody
        ? mistakesOfBody(parameters, in: path)
        : parameters.compactMap { mistakeWithoutBody($0, name, function, path) })
  }

  // MARK: -

  /// What is wrong with the form of `parameter`.
  private static func mistakeOfForm(_ parameter: FunctionParameterSyntax) -> EntryMistake? {
    if let ellipsis = parameter.ellipsis { return .variadic(parameter, ellipsis) }
    if let type = parameter.type.as(AttributedTypeSyntax.self) {
      for specifier in type.specifiers {
        if case .simpleTypeSpecifier(let specifier) = specifier {
          return .specifier(specifier, of: type)
        }
      }
    }
    if parameter.type.trimmedDescription == "Data" { return .dataParameter(parameter.type) }
    return UnreadableType(in: parameter.type).map { .undecodable($0) }
  }

  /// What is wrong with `parameter` if it is a segment of the path: it is one value, always given.
  private static func mistakeOfSegment(
    _ parameter: FunctionParameterSyntax, in path: EntryPath?
  ) -> EntryMistake? {
    let isNamed = path?.parameterNames.contains(parameter.wireName) ?? false
    guard isNamed || !parameter.isLabelled else { return nil }
    let isFree = path == nil
    if let fallback = parameter.defaultValue {
      return .optionalSegment(parameter, Syntax(fallback), isFree: isFree)
    }
    if parameter.type.isOptional {
      return .optionalSegment(parameter, Syntax(parameter.type), isFree: isFree)
    }
    return parameter.type.isCollection || parameter.type.isFile
      ? .widePathSegment(parameter, isFree: isFree) : nil
  }

  /// The parameters that have the name of an earlier one.
  private static func mistakesOfNames(_ parameters: [FunctionParameterSyntax]) -> [EntryMistake] {
    parameters.indices.compactMap { index in
      let parameter = parameters[index]
      let first = parameters[..<index].first { $0.wireName == parameter.wireName }
      return first.map { .sameName(parameter, first: $0) }
    }
  }

  /// What is wrong with `parameter` of a method whose requests have no body.
  private static func mistakeWithoutBody(
    _ parameter: FunctionParameterSyntax, _ name: EntryName, _ function: FunctionDeclSyntax,
    _ path: EntryPath?
  ) -> EntryMistake? {
    let isSegment = path?.parameterNames.contains(parameter.wireName) ?? false
    guard parameter.isLabelled, !isSegment else { return nil }
    if parameter.type.isFile { return .fileWithoutBody(parameter, name, function) }
    return parameter.isWholeBody ? .noBody(parameter, name, function) : nil
  }

  /// What is wrong with the files among the `parameters` beside a whole body.
  private static func mistakesOfBody(
    _ parameters: [FunctionParameterSyntax], in path: EntryPath?
  ) -> [EntryMistake] {
    guard let body = parameters.first(where: \.isWholeBody) else { return [] }
    var mistakes: [EntryMistake] = []
    if body.type.isFile, body.type.isCollection { mistakes.append(.severalBodies(body)) }
    let names = path?.parameterNames ?? []
    for parameter in parameters where parameter.isLabelled && !parameter.isWholeBody {
      guard parameter.type.isFile, !names.contains(parameter.wireName) else { continue }
      mistakes.append(.fileBesideBody(parameter, body))
    }
    return mistakes
  }
}

extension TypeSyntax {
  /// Whether the type is written as a list, a set or a dictionary, optional or not.
  var isCollection: Bool {
    if let wrapped { return wrapped.isCollection }
    let name = self.as(IdentifierTypeSyntax.self)?.name.text ?? ""
    return self.is(ArrayTypeSyntax.self) || self.is(DictionaryTypeSyntax.self)
      || ["Array", "Set", "Dictionary"].contains(name)
  }

  /// Whether the type is written as a file or several, optional or not.
  var isFile: Bool {
    let type = wrapped ?? element ?? self
    if type != self { return type.isFile }
    return ["File", "Coworks.File"].contains(trimmedDescription)
  }

  /// The type inside of an optional.
  var wrapped: TypeSyntax? {
    if let type = self.as(OptionalTypeSyntax.self) { return type.wrappedType }
    return argument(of: ["Optional"])
  }

  /// The type of the elements of a list or set.
  var element: TypeSyntax? {
    if let type = self.as(ArrayTypeSyntax.self) { return type.element }
    return argument(of: ["Array", "Set"])
  }

  /// The first generic argument, if the type's name is one of `names`.
  private func argument(of names: [String]) -> TypeSyntax? {
    guard let type = self.as(IdentifierTypeSyntax.self), names.contains(type.name.text),
      case .type(let argument)? = type.genericArgumentClause?.arguments.first?.argument
    else { return nil }
    return argument
  }
}
