import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder

/// The wording of everything that can be wrong with a service.
extension EntryMistake {
  /// `@TechMicroService` or `@Blueprint` is on something that can have no routes.
  static func notAService(_ attribute: AttributeSyntax) -> EntryMistake {
    let kind = attribute.isBlueprint ? "blueprint" : "service"
    return EntryMistake(
      "not-a-service", "a \(kind) is a struct, an actor or a final class", at: attribute)
  }

  /// A blueprint is marked as a program.
  static func blueprintIsNoProgram(_ attribute: AttributeSyntax) -> EntryMistake {
    EntryMistake(
      "blueprint-main",
      "a blueprint is no program: a service mounts it with 'blueprints'", at: attribute)
  }

  /// A blueprint has an authorizer, which nobody asks.
  static func blueprintAuthorizes(_ name: TokenSyntax) -> EntryMistake {
    EntryMistake(
      "blueprint-authorizer",
      "a blueprint has no authorizer: that of the service which mounts it decides", at: name,
      severity: .warning)
  }

  /// The class can be inherited from.
  static func classIsNotFinal(_ keyword: TokenSyntax) -> EntryMistake {
    let new = TokenSyntax(
      .identifier("final class"), leadingTrivia: keyword.leadingTrivia,
      trailingTrivia: keyword.trailingTrivia, presence: .present)
    return EntryMistake("not-final", "a service that is a class must be final", at: keyword)
      .replacing(keyword, by: new, "insert 'final'")
  }

  /// No method is a route.
  static func noEntries(_ name: TokenSyntax) -> EntryMistake {
    EntryMistake(
      "no-entries", "'\(name.text)' has no routes: mark its methods with @Entry", at: name,
      severity: .warning)
  }

  /// Two methods have one route.
  static func duplicateRoute(_ entry: EntryMethod, first: EntryMethod) -> EntryMistake {
    EntryMistake(
      "duplicate-route", "\(entry.route) is already the route of '\(first.function.name.text)'",
      at: entry.function.name
    )
    .noting("the first is here", at: first.function.name)
  }

  /// A stored property has no value when the service is created.
  static func noValue(_ binding: PatternBindingSyntax) -> EntryMistake {
    let type = binding.typeAnnotation?.type.trimmedDescription ?? "value"
    let value = InitializerClauseSyntax(
      equal: .equalToken(leadingTrivia: .space, trailingTrivia: .space),
      value: ExprSyntax(EditorPlaceholderExprSyntax(placeholder: .identifier("<#\(type)#>"))))
    return EntryMistake(
      "no-value",
      "a service is created without arguments, which leaves '\(binding.pattern.trimmed)' without "
        + "a value: give it one here, or in 'init()'",
      at: binding.pattern
    )
    .replacing(binding, by: binding.with(\.initializer, value), "give it a value")
  }

  /// Every initializer wants arguments.
  static func noUsableInitializer(_ initializer: InitializerDeclSyntax) -> EntryMistake {
    let clause = initializer.signature.parameterClause
    return EntryMistake(
      "no-initializer",
      "a service is created by 'init()'; what it needs it reads from its environment",
      at: clause)
  }

  /// The initializer may give nothing.
  static func failableInitializer(
    _ initializer: InitializerDeclSyntax, _ mark: TokenSyntax
  ) -> EntryMistake {
    EntryMistake(
      "failable", "a service is created by 'init()', which may throw but not give nil", at: mark
    )
    .replacing(initializer, by: initializer.with(\.optionalMark, nil), "remove '\(mark.text)'")
  }

  /// The initializer is private.
  static func privateInitializer(
    _ initializer: InitializerDeclSyntax, _ modifier: DeclModifierSyntax
  ) -> EntryMistake {
    let kept = initializer.modifiers.filter { $0.name.text != modifier.name.text }
    var new = initializer.with(\.modifiers, kept)
    if kept.isEmpty {
      let keyword = new.initKeyword.with(\.leadingTrivia, modifier.leadingTrivia)
      new = new.with(\.initKeyword, keyword)
    }
    return EntryMistake(
      "private-initializer",
      "'init()' cannot be \(modifier.name.text): the service's process calls it", at: modifier
    )
    .replacing(initializer, by: new, "remove '\(modifier.name.text)'")
  }

  /// A setting of the function is not written as a number.
  static func settingIsNoLiteral(_ name: String, _ expression: ExprSyntax) -> EntryMistake {
    EntryMistake(
      "setting-literal",
      "'\(name)' must be an integer literal: it is read when the service is compiled",
      at: expression)
  }

  /// Lambda does not take the value of a setting.
  static func settingOutOfRange(
    _ name: String, _ expression: ExprSyntax, range: ClosedRange<Int>, unit: String, nearest: Int
  ) -> EntryMistake {
    EntryMistake(
      "setting-range",
      "Lambda takes a \(name) of \(range.lowerBound) to \(range.upperBound) \(unit)",
      at: expression
    )
    .replacing(
      expression, by: ExprSyntax(IntegerLiteralExprSyntax(nearest)), "take \(nearest)")
  }
}
