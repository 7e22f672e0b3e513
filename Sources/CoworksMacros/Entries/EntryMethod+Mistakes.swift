import SwiftSyntax

extension EntryMethod {
  /// What keeps `function` from being a route, or speaks against it.
  static func mistakes(of function: FunctionDeclSyntax) -> [EntryMistake] {
    let attribute = EntryAttribute(function.attributes)
    let mistakes =
      mistakesOfDeclaration(function) + mistakesOfParameters(function, in: attribute.path)
      + mistakesOfResult(function)
    if let path = attribute.unreadablePath { return mistakes + [.pathIsNoLiteral(path)] }
    guard let path = attribute.path else { return mistakes }
    let malformed = path.mistakes
    return mistakes + malformed + (malformed.isEmpty ? mistakesBetween(path, and: function) : [])
  }

  // MARK: -

  /// What is wrong with the method as a whole, but for `mutating`, which the service's macro tells
  /// because the way out is in the service's declaration.
  private static func mistakesOfDeclaration(_ function: FunctionDeclSyntax) -> [EntryMistake] {
    var mistakes: [EntryMistake] = []
    if EntryName(function.name.text) == nil { mistakes.append(.noVerb(function.name)) }
    for modifier in function.modifiers
    where ["static", "class", "private", "fileprivate"].contains(modifier.name.text) {
      mistakes.append(.modifier(modifier, of: function))
    }
    if let clause = function.genericParameterClause { mistakes.append(.generic(clause)) }
    return mistakes
  }

  /// What is wrong with the type of the result.
  private static func mistakesOfResult(_ function: FunctionDeclSyntax) -> [EntryMistake] {
    guard let type = function.signature.returnClause?.type, !type.isVoid else { return [] }
    return UnreadableType(in: type).map { [.unwritable($0)] } ?? []
  }

  /// What in `path` and the parameters of `function` does not fit together.
  private static func mistakesBetween(
    _ path: EntryPath, and function: FunctionDeclSyntax
  ) -> [EntryMistake] {
    let names = path.parameterNames
    let parameters = Array(function.signature.parameterClause.parameters)
    let spare = parameters.filter { !names.contains($0.wireName) }
    let missing = names.filter { name in !parameters.contains { $0.wireName == name } }
    var mistakes: [EntryMistake] = []
    var explained: Set<String> = []
    for name in missing {
      let near = spare.first { $0.wireName.isNear(name) }
      if let near { explained.insert(near.wireName) }
      mistakes.append(.missingParameter(name, path, function, near: near?.wireName))
    }
    return mistakes
      + spare.filter { !$0.isLabelled && !explained.contains($0.wireName) }
      .map { .unplacedParameter($0, path) }
  }
}

extension TypeSyntax {
  /// Whether the type is written as the one that has no value.
  var isVoid: Bool { ["Void", "()", "Swift.Void"].contains(trimmedDescription) }
}

extension String {
  /// Whether the text is `other` but for capitals or up to two mistyped characters.
  func isNear(_ other: String) -> Bool {
    lowercased() == other.lowercased()
      || (Swift.min(count, other.count) > 3 && distance(to: other) <= 2)
  }

  /// How many characters have to be replaced, inserted or removed to make the text `other`.
  private func distance(to other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (index, character) in enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in target.indices {
        let replaced = diagonal + (target[column] == character ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[target.count]
  }
}
