public import SwiftSyntax
import SwiftSyntaxBuilder
public import SwiftSyntaxMacros

/// Writes the outline of a service: its routes, and the calls of the methods that answer them.
public enum TechMicroServiceMacro: ExtensionMacro {
  /// The conformance of the type to `TechMicroService`.
  public static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
    providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    guard let service = ServiceType(declaration) else {
      context.diagnose(.notAService(node))
      return []
    }
    let settings = FunctionSettings(node)
    let mistakes = service.mistakes + service.mistakesOfCreation + service.mistakesOfRequirements
    (mistakes + settings.mistakes).forEach(context.diagnose)
    guard service.mistakesOfCreation.isEmpty else { return [] }
    let outline = OutlineWriter(
      service: service, settings: settings.arguments,
      place: { SourcePlace(of: $0, in: context) })
    return [try outline.conformance(of: type)]
  }
}

extension TechMicroServiceMacro: MemberMacro {
  /// The start of the program, where the type is marked `@main`.
  public static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let service = ServiceType(declaration), service.programAttribute != nil else {
      return []
    }
    let body = service.mistakesOfCreation.isEmpty ? "await serve()" : ""
    return ["\(raw: service.access)static func main() async { \(raw: body) }"]
  }
}
