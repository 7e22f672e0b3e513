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
    guard let service = ServiceType(declaration) else {
      context.diagnose(.notAService(node, of: declaration))
      return []
    }
    let entries = TechMicroServiceMacro.entries(of: service, in: context)
    let outline = OutlineWriter(service: service, conformance: "Blueprint", entries: entries)
    return [try outline.conformance(of: type)]
  }
}
