import SwiftDiagnostics
import SwiftSyntax

/// The wording of everything that can be wrong with a service.
extension EntryMistake {
  /// `@TechMicroService` is on something that can be no service.
  static func notAService(
    _ attribute: AttributeSyntax, of declaration: some DeclGroupSyntax
  ) -> EntryMistake {
    EntryMistake(
      "not-a-service", "a service is a struct, an actor or a final class", at: attribute)
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
}
