/// The path and the query of a request.
package struct RequestTarget: Equatable, Sendable {
  /// The path as it is written.
  package var path: Substring

  /// What stands behind the question mark, as it is written.
  package var query: Substring

  /// Takes `text` apart; of a whole URL, as proxies send it, scheme and host do not count.
  package init(_ text: String) {
    var rest = text[...]
    if rest.utf8.first != UInt8(ascii: "/"), let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      rest = rest[(rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex)...]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      path = rest[..<mark]
      query = rest[rest.utf8.index(after: mark)...]
    } else {
      path = rest
      query = ""
    }
    if path.isEmpty { path = "/" }
  }
}
