import SwiftSyntax

/// The attribute that makes a method a route.
struct EntryAttribute {
  /// The arguments in the source.
  private let arguments: [ExprSyntax]

  /// The attribute `@Entry` among `attributes`; nil without one.
  init?(_ attributes: AttributeListSyntax) {
    let element = attributes.first { $0.isNamed("Entry") }
    guard let attribute = element?.as(AttributeSyntax.self) else { return nil }
    guard case .argumentList(let list)? = attribute.arguments else {
      arguments = []
      return
    }
    arguments = list.map(\.expression)
  }

  /// The path that is given; nil without one.
  var path: ExprSyntax? { arguments.first { $0 != access } }

  /// Who may call the route, such as `.public`, if that is given.
  var access: ExprSyntax? { arguments.first { $0.is(MemberAccessExprSyntax.self) } }
}
