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
    if !isInService(context) { context.diagnose(.notInService(node)) }
    EntryMethod.mistakes(of: function).forEach(context.diagnose)
    return []
  }

  /// Whether the declaration around the method is a service.
  private static func isInService(_ context: some MacroExpansionContext) -> Bool {
    let type = context.lexicalContext.first?.asProtocol((any WithAttributesSyntax).self)
    return type?.attributes.contains {
      $0.isNamed("TechMicroService") || $0.isNamed("Blueprint")
    } ?? false
  }
}
