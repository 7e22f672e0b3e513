import ServiceModel

/// The parameters of a query as API Gateway hands them on: decoded, repeated ones together.
///
/// `+` is a space; besides `&` also `;` separates, as the [notes on REST APIs][notes] say.
///
/// [notes]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
package struct QueryParameters: Equatable, Sendable {
  /// A name with its values.
  package struct Parameter: Equatable, Sendable {
    /// The name.
    package var name: String

    /// The values in order, at least one.
    package var values: [String]
  }

  /// The parameters in the order in which their names came first.
  package private(set) var parameters: [Parameter] = []

  /// Where each name stands.
  private var places: [String: Int] = [:]

  /// Reads `query`.
  package init(_ query: Substring) {
    guard !query.isEmpty else { return }
    for pair in query.utf8.split(whereSeparator: { $0 == UInt8(ascii: "&") || $0 == 0x3B }) {
      let equals = pair.firstIndex(of: UInt8(ascii: "="))
      let value = equals.map { Self.decode(pair[pair.index(after: $0)...]) } ?? ""
      add(Self.decode(pair[..<(equals ?? pair.endIndex)]), value)
    }
  }

  /// Adds a value.
  private mutating func add(_ name: String, _ value: String) {
    if let place = places[name] {
      parameters[place].values.append(value)
    } else {
      places[name] = parameters.count
      parameters.append(Parameter(name: name, values: [value]))
    }
  }

  /// `text` without its encoding.
  private static func decode(_ text: Substring.UTF8View) -> String {
    guard text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(Substring(text))
    }
    let spaced = text.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
    return PercentCoding.decode(String(decoding: spaced, as: UTF8.self))
  }
}
