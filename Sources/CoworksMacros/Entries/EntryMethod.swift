import SwiftSyntax

/// A method that is a route.
struct EntryMethod {
  /// The method in the source.
  let function: FunctionDeclSyntax

  /// The verb and the words of its name.
  let name: EntryName

  /// The parameters in order.
  let arguments: [EntryArgument]

  /// The path of the route.
  let path: String

  /// Who may call, as it is written; nil if the source does not say.
  let access: ExprSyntax?

  /// Whether a call from outside waits for the service's turn.
  let isIsolated: Bool

  /// Reads `function`, which is marked as a route; nil if it has mistakes.
  ///
  /// - Parameters:
  ///   - function: The method.
  ///   - isIsolated: Whether the service is an actor.
  init?(_ function: FunctionDeclSyntax, isIsolated: Bool) {
    guard !Self.mistakes(of: function).contains(where: \.isError),
      !function.modifiers.contains(where: { $0.name.text == "mutating" }),
      let name = EntryName(function.name.text)
    else { return nil }
    self.function = function
    self.name = name
    let attribute = EntryAttribute(function.attributes)
    access = attribute.access
    let given = attribute.path
    let parameters = function.signature.parameterClause.parameters
    let hasWholeBody = parameters.contains(where: \.isWholeBody)
    arguments = parameters.map {
      EntryArgument(
        $0, of: name, pathNames: given?.parameterNames ?? [], hasWholeBody: hasWholeBody)
    }
    let segments = arguments.filter { $0.place == .path }.map { "{\($0.name)}" }
    path = given?.text ?? "/" + (name.words + segments).joined(separator: "/")
    self.isIsolated = isIsolated && !function.modifiers.contains { $0.name.text == "nonisolated" }
  }

  /// What no two routes of a service may have in common: the verb, and the path without the names
  /// of its parameters.
  var routeIdentity: String {
    let segments = path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }
    return "\(name.verb) /\(segments.joined(separator: "/"))"
  }

  /// The route as it is written, such as `GET /stock/{sku}`.
  var route: String { "\(name.verb.uppercased()) \(path)" }

  /// The name of the route's operation.
  ///
  /// The method's name, and `By` the segments of the path where it has any that are parameters, so
  /// that `getCustomers(_ id:)` and `getCustomers(city:)` are two operations.
  var operation: String {
    let segments = arguments.filter { $0.place == .path }.map(\.name)
    let names = segments.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let suffix = names.isEmpty ? "" : "By" + names.joined(separator: "And")
    return function.name.text.filter { $0 != "`" } + suffix
  }

  /// The documentation of the method.
  var documentation: DocumentationComment { DocumentationComment(function.leadingTrivia) }

  /// The type of what the answer carries; nil if that is nothing.
  var resultType: TypeSyntax? {
    guard let type = function.signature.returnClause?.type, !type.isVoid else { return nil }
    return type.responseContent ?? type
  }

  /// Whether a call of the method may throw.
  var canThrow: Bool {
    let clause = function.signature.effectSpecifiers?.throwsClause
    return clause != nil && clause?.type?.trimmedDescription != "Never"
  }

  /// Whether a call of the method may wait.
  var canWait: Bool {
    let isGlobalActor = function.attributes.contains {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Actor") ?? false
    }
    return isIsolated || isGlobalActor
      || function.signature.effectSpecifiers?.asyncSpecifier != nil
  }
}

extension TypeSyntax {
  /// The type of what a response carries, if the type is written as a response.
  fileprivate var responseContent: TypeSyntax? {
    let member = self.as(MemberTypeSyntax.self)
    let name = self.as(IdentifierTypeSyntax.self)?.name ?? member?.name
    let clause =
      self.as(IdentifierTypeSyntax.self)?.genericArgumentClause ?? member?.genericArgumentClause
    guard name?.text == "Response", case .type(let type)? = clause?.arguments.first?.argument
    else { return nil }
    return type
  }
}
