/// What stands in a file, or between the braces of a block: attributes, blocks and comments.
package struct HCLBody: Hashable, Sendable {
  /// One thing in a body.
  package enum Item: Hashable, Sendable {
    /// `name = value`.
    case attribute(HCLAttribute)

    /// `type "label" { … }`.
    case block(HCLBlock)

    /// Lines that start with `#`; they belong to what follows.
    case comment(String)
  }

  /// The things in order.
  package var items: [Item]

  /// Creates a body of `items`.
  package init(_ items: [Item] = []) {
    self.items = items
  }

  /// Creates a body of what `content` lists.
  package init(@HCLBodyBuilder _ content: () -> [Item]) {
    items = content()
  }
}

/// A name with its value.
package struct HCLAttribute: Hashable, Sendable {
  /// The name, an identifier.
  package let name: String

  /// The value.
  package let value: HCLExpression

  /// Creates the attribute `name = value`; `name` must be an identifier.
  package init(_ name: String, _ value: HCLExpression) {
    precondition(name.isIdentifier, "an attribute's name is an identifier: \(name)")
    self.name = name
    self.value = value
  }
}

/// A block: a type, labels and a body.
package struct HCLBlock: Hashable, Sendable {
  /// The type, an identifier such as `resource`.
  package let type: String

  /// The labels, such as a resource's type and name.
  package let labels: [String]

  /// What stands between its braces.
  package let body: HCLBody

  /// Creates a block; `type` must be an identifier.
  package init(_ type: String, _ labels: String..., @HCLBodyBuilder body: () -> [HCLBody.Item]) {
    self.init(type: type, labels: labels, body: HCLBody(body))
  }

  /// Creates a block; `type` must be an identifier.
  package init(type: String, labels: [String], body: HCLBody) {
    precondition(type.isIdentifier, "a block's type is an identifier: \(type)")
    self.type = type
    self.labels = labels
    self.body = body
  }
}

/// Lists the things of a body: `HCLAttribute`s, `HCLBlock`s, and texts, which are comments.
@resultBuilder
package enum HCLBodyBuilder {
  package static func buildExpression(_ attribute: HCLAttribute) -> [HCLBody.Item] {
    [.attribute(attribute)]
  }

  package static func buildExpression(_ block: HCLBlock) -> [HCLBody.Item] { [.block(block)] }

  package static func buildExpression(_ comment: String) -> [HCLBody.Item] { [.comment(comment)] }

  package static func buildExpression(_ items: [HCLBody.Item]) -> [HCLBody.Item] { items }

  package static func buildBlock(_ parts: [HCLBody.Item]...) -> [HCLBody.Item] {
    parts.flatMap(\.self)
  }

  package static func buildOptional(_ part: [HCLBody.Item]?) -> [HCLBody.Item] { part ?? [] }

  package static func buildEither(first part: [HCLBody.Item]) -> [HCLBody.Item] { part }

  package static func buildEither(second part: [HCLBody.Item]) -> [HCLBody.Item] { part }

  package static func buildArray(_ parts: [[HCLBody.Item]]) -> [HCLBody.Item] {
    parts.flatMap(\.self)
  }
}
