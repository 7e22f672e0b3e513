public import SwiftSyntax
public import SwiftSyntaxMacros

/// Checks a method that is a route; the code for it is written by the service's macro.
public enum EntryMacro: PeerMacro {
  /// Says what is wrong with the method, and adds no declaration.
  public static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self) else {
      context.diagnose(.notAMethod(declaration))
      return []
    }
    if let mistake = mistakeOfPlace(node, context) { context.diagnose(mistake) }
    EntryMethod.mistakes(of: function).forEach(context.diagnose)
    return []
  }

  /// What is wrong with the place of the method, if that is no type with routes.
  private static func mistakeOfPlace(
    _ attribute: AttributeSyntax, _ context: some MacroExpansionContext
  ) -> EntryMistake? {
    let place = context.lexicalContext.first
    if place?.is(ExtensionDeclSyntax.self) ?? false { return .inExtension(attribute) }
    let attributes = place?.asProtocol((any WithAttributesSyntax).self)?.attributes
    let hasRoutes = attributes?.contains {
      $0.isNamed("TechMicroService") || $0.isNamed("Blueprint")
    }
    return hasRoutes ?? false ? nil : .notInService(attribute)
  }
}
