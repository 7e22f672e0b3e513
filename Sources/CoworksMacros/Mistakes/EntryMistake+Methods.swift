import SwiftSyntax
import SwiftSyntaxBuilder

/// The wording of everything that can be wrong with a method as a whole.
extension EntryMistake {
  /// `@Entry` is on something else than a method.
  static func notAMethod(_ declaration: some DeclSyntaxProtocol) -> EntryMistake {
    EntryMistake(
      "not-a-method", "@Entry makes a method a route; this is no method", at: declaration)
  }

  /// `@Entry` is on a method outside of a service.
  static func notInService(_ attribute: AttributeSyntax) -> EntryMistake {
    EntryMistake(
      "not-in-service",
      "@Entry has no effect outside of a type marked @TechMicroService or @Blueprint",
      at: attribute)
  }

  /// `@Entry` is on a method in an extension.
  static func inExtension(_ attribute: AttributeSyntax) -> EntryMistake {
    EntryMistake(
      "in-extension",
      "@Entry has no effect in an extension: the routes are read from the type's own braces; "
        + "move the method there, or to a blueprint",
      at: attribute)
  }

  /// The method's name starts with no verb.
  static func noVerb(_ name: TokenSyntax) -> EntryMistake {
    let verbs = EntryName.verbs.dropLast().joined(separator: ", ")
    let mistake = EntryMistake(
      "no-verb",
      "the name of an entry starts with a verb: \(verbs) or \(EntryName.verbs.last ?? "")",
      at: name)
    return EntryName.suggestions(for: name.text).reduce(mistake) { mistake, new in
      mistake.renaming(name, to: new)
    }
  }

  /// The method is static, or cannot be called from outside.
  static func modifier(
    _ modifier: DeclModifierSyntax, of function: FunctionDeclSyntax
  ) -> EntryMistake {
    let text = modifier.name.text
    let reason =
      text.hasSuffix("private")
      ? "it is called from outside" : "it is called on the instance that serves the calls"
    return EntryMistake("modifier", "an entry cannot be \(text): \(reason)", at: modifier)
      .removing(modifier, of: function)
  }

  /// The method changes the service, which is a value.
  static func mutating(
    _ modifier: DeclModifierSyntax, keyword: TokenSyntax, all: [FunctionDeclSyntax]
  ) -> EntryMistake {
    let actor = keyword.with(\.tokenKind, .keyword(.actor))
    let changes = all.map { method -> (old: Syntax, new: Syntax) in
      (Syntax(method), Syntax(method.without(["mutating"])))
    }
    return EntryMistake(
      "mutating",
      "an entry cannot be mutating: one instance serves all calls, which may come at once; "
        + "an actor may change",
      at: modifier
    )
    .replacing([(Syntax(keyword), Syntax(actor))] + changes, "make the service an actor")
  }

  /// The method is generic.
  static func generic(_ clause: GenericParameterClauseSyntax) -> EntryMistake {
    EntryMistake(
      "generic", "an entry cannot be generic: a call does not say of which type its values are",
      at: clause)
  }

  /// The result has a type that no answer can hold.
  static func unwritable(_ type: UnreadableType) -> EntryMistake {
    let mistake = EntryMistake(
      "unwritable",
      "'\(type.node.trimmed)' cannot be written into an answer; return a Codable type",
      at: type.node)
    return type.replacement.map {
      mistake.replacing(type.node, by: type.node.replaced(by: $0), "return '\($0)'")
    } ?? mistake
  }
}

extension EntryMistake {
  /// The mistake with one more way to put it right: `new` as the method's name.
  func renaming(_ name: TokenSyntax, to new: String) -> EntryMistake {
    replacing(name, by: name.with(\.tokenKind, .identifier(new)), "rename it to '\(new)'")
  }

  /// The mistake with one more way to put it right: `function` without `modifier`.
  func removing(_ modifier: DeclModifierSyntax, of function: FunctionDeclSyntax) -> EntryMistake {
    let text = modifier.name.text
    return replacing(function, by: function.without([text]), "remove '\(text)'")
  }
}

extension FunctionDeclSyntax {
  /// The method without the modifiers `names`.
  func without(_ names: [String]) -> FunctionDeclSyntax {
    let kept = modifiers.filter { !names.contains($0.name.text) }
    let isFirst = modifiers.first.map { names.contains($0.name.text) } ?? false
    let lead = modifiers.first?.leadingTrivia ?? []
    let changed = with(\.modifiers, kept)
    guard isFirst else { return changed }
    return kept.isEmpty
      ? changed.with(\.funcKeyword, funcKeyword.with(\.leadingTrivia, lead))
      : changed.with(\.modifiers, kept.with(\.leadingTrivia, lead))
  }
}

extension TypeSyntax {
  /// The type `text`, with the space around this one.
  func replaced(by text: String) -> TypeSyntax {
    TypeSyntax(stringLiteral: text).with(\.leadingTrivia, leadingTrivia)
      .with(\.trailingTrivia, trailingTrivia)
  }
}
