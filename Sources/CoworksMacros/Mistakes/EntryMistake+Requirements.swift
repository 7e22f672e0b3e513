import SwiftSyntax
import SwiftSyntaxBuilder

/// The wording of everything that can be wrong with the methods that a service may add to its calls.
extension EntryMistake {
  /// A method has the name of a requirement, and another signature.
  static func wrongSignature(
    _ requirement: ServiceRequirement, _ function: FunctionDeclSyntax
  ) -> EntryMistake {
    EntryMistake(
      "wrong-signature",
      "'\(requirement.name)' is never called unless it is '\(requirement.declaration)'",
      at: requirement.difference(in: function)
    )
    .replacing(
      function, by: function.with(\.signature, requirement.signature(for: function)),
      "make it '\(requirement.declaration)'")
  }

  /// A method has the signature of a requirement, and another name.
  static func misspelledRequirement(_ name: String, _ other: TokenSyntax) -> EntryMistake {
    EntryMistake(
      "misspelled", "'\(other.text)' is never called: the method is called '\(name)'", at: other
    )
    .renaming(other, to: name)
  }

  /// A method that a service calls is hidden from it.
  static func hiddenRequirement(
    _ name: String, _ modifier: DeclModifierSyntax, of function: FunctionDeclSyntax
  ) -> EntryMistake {
    let text = modifier.name.text
    return EntryMistake(
      "hidden", "'\(name)' is never called if it is \(text)", at: modifier
    )
    .removing(modifier, of: function)
  }
}

extension ServiceRequirement {
  /// The smallest part of `function` in which its signature differs.
  fileprivate func difference(in function: FunctionDeclSyntax) -> Syntax {
    if let clause = function.genericParameterClause { return Syntax(clause) }
    let fixed = function.with(
      \.signature, function.signature.with(\.returnClause, signature(for: function).returnClause))
    guard fits(fixed) else { return Syntax(function.signature.parameterClause) }
    return function.signature.returnClause.map { Syntax($0.type) } ?? Syntax(function.name)
  }

  /// The signature that `function` should have; its effects stay.
  fileprivate func signature(for function: FunctionDeclSyntax) -> FunctionSignatureSyntax {
    let wanted = DeclSyntax(
      "func f\(raw: parameterClause(for: function)) -> \(raw: result ?? "Void")"
    )
    .as(FunctionDeclSyntax.self)?.signature
    let given = function.signature
    guard let wanted else { return given }
    let end = given.trailingTrivia
    let parameters = wanted.parameterClause
      .with(\.trailingTrivia, given.parameterClause.trailingTrivia)
    let signature = given.with(\.parameterClause, parameters)
    guard result != nil else { return signature.with(\.returnClause, nil) }
    let isSpaced = given.returnClause != nil || !end.isEmpty
    let clause = wanted.returnClause?.with(\.leadingTrivia, isSpaced ? [] : .space)
      .with(\.trailingTrivia, end)
    return signature.with(\.returnClause, clause)
  }
}
