import SwiftSyntax

/// The declaration of a service.
struct ServiceType {
  /// The name of the type.
  let name: TokenSyntax

  /// The documentation of the type.
  let documentation: DocumentationComment

  /// The keyword of a class that others may inherit from, which a service must not be.
  let openClassKeyword: TokenSyntax?

  /// Whether calls from outside wait for their turn.
  let isActor: Bool

  /// Whether the type is the whole program.
  let isProgram: Bool

  /// The access modifier that the members of the conformance need, if any.
  let access: String

  /// The members.
  private let members: MemberBlockItemListSyntax

  /// Reads `declaration`; nil if a service cannot be of its kind.
  init?(_ declaration: some DeclGroupSyntax) {
    guard let named = declaration.asProtocol((any NamedDeclSyntax).self),
      declaration.is(StructDeclSyntax.self) || declaration.is(ClassDeclSyntax.self)
        || declaration.is(ActorDeclSyntax.self)
    else { return nil }
    name = named.name
    documentation = DocumentationComment(declaration.leadingTrivia)
    let modifiers = declaration.modifiers.map(\.name.text)
    let keyword = declaration.as(ClassDeclSyntax.self)?.classKeyword
    openClassKeyword = modifiers.contains("final") ? nil : keyword
    isActor = declaration.is(ActorDeclSyntax.self)
    isProgram = declaration.attributes.contains { $0.isNamed("main") }
    access = ["public", "package"].first(where: modifiers.contains).map { $0 + " " } ?? ""
    members = declaration.memberBlock.members
  }

  /// The methods that are routes, without those that have mistakes.
  var entries: [EntryMethod] {
    methods.compactMap { EntryMethod($0, isIsolated: isActor) }
  }

  /// Whether any member is marked as a route.
  var hasEntryAttributes: Bool { !methods.isEmpty }

  /// Whether the type has a method that decides who may call.
  var hasAuthorizer: Bool {
    members.contains { $0.decl.as(FunctionDeclSyntax.self)?.name.text == "authorize" }
  }

  /// The methods that are marked as routes.
  private var methods: [FunctionDeclSyntax] {
    members.compactMap { $0.decl.as(FunctionDeclSyntax.self) }
      .filter { $0.attributes.contains { $0.isNamed("Entry") } }
  }
}

extension AttributeListSyntax.Element {
  /// Whether the attribute is called `name`, with or without its module.
  func isNamed(_ name: String) -> Bool {
    let text = self.as(AttributeSyntax.self)?.attributeName.trimmedDescription
    return text == name || text == "Coworks.\(name)"
  }
}
