import JSON

/// The query of a request, in order; a name may come with several values.
public struct Query: Equatable, Sendable {
  /// The names and their values; those of a repeated name are a list.
  package var items: [ServiceRequest.QueryItem]

  /// Creates a query.
  package init(_ items: [ServiceRequest.QueryItem]) {
    self.items = items
  }

  /// Creates an empty query.
  public init() { self.init([]) }

  /// The names in order.
  public var names: [String] { items.map(\.name) }

  /// The value of `name`, the last one if there are several; setting it replaces them all.
  ///
  /// - Parameter name: The name.
  public subscript(name: String) -> String? {
    get { values(of: name).last }
    set {
      items.removeAll { haveEqualBytes($0.name, name) }
      if let newValue { items.append(.init(name, .string(newValue))) }
    }
  }

  /// All values of `name`.
  ///
  /// - Parameter name: The name.
  /// - Returns: The values in order; none if the query does not have the name.
  public func values(of name: String) -> [String] {
    items.filter { haveEqualBytes($0.name, name) }
      .flatMap { $0.value.arrayValue ?? [$0.value] }
      .map(\.scalarText)
  }
}

extension Query: ExpressibleByDictionaryLiteral {
  /// Creates a query of names and values.
  ///
  /// - Parameter elements: The names and values.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { .init($0.0, .string($0.1)) })
  }
}
