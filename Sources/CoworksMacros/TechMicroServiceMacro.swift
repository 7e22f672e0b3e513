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
      context.diagnose(.notAService(node, of: declaration))
      return []
    }
    let entries = entries(of: service, in: context)
    let outline = OutlineWriter(service: service, settings: settings(of: node), entries: entries)
    return [try outline.conformance(of: type)]
  }

  /// The routes of `service`; reports what is wrong with it.
  static func entries(
    of service: ServiceType, in context: some MacroExpansionContext
  ) -> [EntryMethod] {
    if let keyword = service.openClassKeyword { context.diagnose(.classIsNotFinal(keyword)) }
    let entries = service.entries
    if entries.isEmpty, !service.hasEntryAttributes { context.diagnose(.noEntries(service.name)) }
    duplicates(in: entries).forEach(context.diagnose)
    return entries
  }

  /// What the attribute `node` says of the function.
  private static func settings(of node: AttributeSyntax) -> [String] {
    guard case .argumentList(let arguments)? = node.arguments else { return [] }
    return arguments.map { "\($0.with(\.trailingComma, nil).trimmed)" }
  }

  /// The mistakes of entries that have the route of an earlier one.
  private static func duplicates(in entries: [EntryMethod]) -> [EntryMistake] {
    entries.indices.compactMap { index in
      let entry = entries[index]
      let first = entries[..<index].first { $0.routeIdentity == entry.routeIdentity }
      return first.map { .duplicateRoute(entry, first: $0) }
    }
  }
}

extension TechMicroServiceMacro: MemberMacro {
  /// The start of the program, where the type is marked `@main`.
  public static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let service = ServiceType(declaration), service.isProgram else { return [] }
    return ["\(raw: service.access)static func main() async { await serve() }"]
  }
}
