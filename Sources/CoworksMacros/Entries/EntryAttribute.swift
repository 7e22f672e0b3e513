import SwiftSyntax

/// The attribute `@Entry` of a method, read.
struct EntryAttribute {
  /// The path that it gives, if it gives one that can be read.
  let path: EntryPath?

  /// Who may call, as it is written; nil if the attribute does not say.
  let access: ExprSyntax?

  /// A path that cannot be read, because it is no plain literal.
  let unreadablePath: ExprSyntax?

  /// Reads the attribute `@Entry` among `attributes`.
  init(_ attributes: AttributeListSyntax) {
    let attribute = attributes.first { $0.isNamed("Entry") }?.as(AttributeSyntax.self)
    let values = attribute?.argumentList?.map(\.expression) ?? []
    access = values.first { $0.is(MemberAccessExprSyntax.self) }
    let given = values.first { !$0.is(MemberAccessExprSyntax.self) }
    path = given.flatMap(EntryPath.init)
    unreadablePath = path == nil ? given : nil
  }
}

extension AttributeSyntax {
  /// The attribute's arguments, if it has a list of them.
  var argumentList: LabeledExprListSyntax? {
    guard case .argumentList(let list)? = arguments else { return nil }
    return list
  }
}
