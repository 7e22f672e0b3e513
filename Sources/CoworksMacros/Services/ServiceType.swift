import SwiftSyntax

/// The declaration of a service or a blueprint.
struct ServiceType {
  /// The name of the type.
  let name: TokenSyntax

  /// The keyword that says of which kind the type is.
  let keyword: TokenSyntax

  /// The documentation of the type.
  let documentation: DocumentationComment

  /// The keyword of a class that others may inherit from, which a service must not be.
  let openClassKeyword: TokenSyntax?

  /// Whether calls from outside wait for their turn.
  let isActor: Bool

  /// The attribute that makes the type the whole program, if it is.
  let programAttribute: AttributeSyntax?

  /// The access modifier that the members of the conformance need, if any.
  let access: String

  /// The members.
  let members: MemberBlockItemListSyntax

  /// Reads `declaration`; nil if a service cannot be of its kind.
  init?(_ declaration: some DeclGroupSyntax) {
    guard let named = declaration.asProtocol((any NamedDeclSyntax).self),
      declaration.is(StructDeclSyntax.self) || declaration.is(ClassDeclSyntax.self)
        || declaration.is(ActorDeclSyntax.self)
    else { return nil }
    name = named.name
    keyword = declaration.introducer
    documentation = DocumentationComment(declaration.leadingTrivia)
    let modifiers = declaration.modifiers.map(\.name.text)
    let isOpen = declaration.is(ClassDeclSyntax.self) && !modifiers.contains("final")
    openClassKeyword = isOpen ? keyword : nil
    isActor = declaration.is(ActorDeclSyntax.self)
    programAttribute =
      declaration.attributes.first { $0.isNamed("main") }?.as(AttributeSyntax.self)
    access = ["public", "package"].first(where: modifiers.contains).map { $0 + " " } ?? ""
    members = declaration.memberBlock.members
  }

  /// The methods that are routes, without those that have mistakes.
  var entries: [EntryMethod] {
    functions.filter(\.isEntry).compactMap { EntryMethod($0, isIsolated: isActor) }
  }

  /// Whether any member is marked as a route.
  var hasEntryAttributes: Bool { functions.contains(where: \.isEntry) }

  /// All methods.
  var functions: [FunctionDeclSyntax] {
    members.compactMap { $0.decl.as(FunctionDeclSyntax.self) }
  }

  /// The method that decides who may call.
  var authorizer: FunctionDeclSyntax? {
    let requirement = ServiceRequirement.authorize
    return functions.first { $0.plainName == requirement.name && requirement.fits($0) }
  }

  /// Whether the type has a method that decides who may call.
  var hasAuthorizer: Bool { authorizer != nil }

  /// What is wrong with the methods by which the service takes part in its calls.
  var mistakesOfRequirements: [EntryMistake] {
    ServiceRequirement.all.flatMap { $0.mistakes(in: functions) }
  }
}

extension AttributeListSyntax.Element {
  /// Whether the attribute is called `name`, with or without its module.
  func isNamed(_ name: String) -> Bool {
    let text = self.as(AttributeSyntax.self)?.attributeName.trimmedDescription
    return text == name || text == "Coworks.\(name)"
  }
}

extension AttributeSyntax {
  /// Whether the attribute is `@Blueprint`.
  var isBlueprint: Bool { AttributeListSyntax.Element(self).isNamed("Blueprint") }
}
