package import Diagnostics

/// `VERB SERVICE/PATH ITEM… [| EXPR]`, `VERB SERVICE/PATH ITEM… > FILE`, or `INVOKE SERVICE {payload}`.
package struct Call: Sendable {
  /// What is done: an HTTP method in capitals, or `INVOKE`.
  package var verb: Name

  /// The service that is called.
  package var service: Name

  /// The path after the service's name, starting with `/`; empty for `INVOKE`.
  package var path: InterpolatedText

  /// What is sent.
  package var items: [Item]

  /// What reshapes the result, which is its context.
  package var reshape: Expression?

  /// The file that the answer is written to.
  package var destination: Name?

  /// Where the call stands, without clauses.
  package var range: SourceRange

  /// Creates a call.
  package init(
    verb: Name, service: Name, path: InterpolatedText, items: [Item],
    reshape: Expression? = nil, destination: Name? = nil, range: SourceRange
  ) {
    self.verb = verb
    self.service = service
    self.path = path
    self.items = items
    self.reshape = reshape
    self.destination = destination
    self.range = range
  }
}

/// One item of a call, as in HTTPie.
package struct Item: Sendable {
  /// What an item sends.
  package enum Kind: Sendable {
    /// `name=text`: a parameter whose text becomes the type that the route declares.
    case text(InterpolatedText)

    /// `name:=EXPR`: a parameter whose value is an expression.
    case value(Expression)

    /// `name==text`: a query parameter.
    case query(InterpolatedText)

    /// `Name:text`: a header.
    case header(InterpolatedText)

    /// `{…}` or `[…]`: the whole body.
    case body(Expression)

    /// `@file`: the whole body from a file.
    case bodyFile(Name)

    /// `name@file`: an upload.
    case upload(Name)

    /// `name:=@file.json`: a parameter whose value is the JSON of a file.
    case valueFile(Name)
  }

  /// The name before the operator; nil where the item is the whole body.
  package var name: Name?

  /// What is sent.
  package var kind: Kind

  /// Where the whole item stands.
  package var range: SourceRange

  /// Where its value stands.
  package var valueRange: SourceRange

  /// Creates an item.
  package init(name: Name?, kind: Kind, range: SourceRange, valueRange: SourceRange) {
    self.name = name
    self.kind = kind
    self.range = range
    self.valueRange = valueRange
  }
}
