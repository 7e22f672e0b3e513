public import SwiftSyntax
public import SwiftSyntaxMacros

/// Writes the outline of a blueprint: its routes, and the calls of the methods that answer them.
public enum BlueprintMacro: ExtensionMacro {
  /// The conformance of the type to `Blueprint`.
  public static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
    providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    guard let blueprint = ServiceType(declaration) else {
      context.diagnose(.notAService(node))
      return []
    }
    blueprint.mistakes.forEach(context.diagnose)
    if let main = blueprint.programAttribute { context.diagnose(.blueprintIsNoProgram(main)) }
    if let authorizer = blueprint.authorizer {
      context.diagnose(.blueprintAuthorizes(authorizer.name))
    }
    let outline = OutlineWriter(
      service: blueprint, conformance: "Blueprint", place: { SourcePlace(of: $0, in: context) })
    return [try outline.conformance(of: type)]
  }
}
