/// The type of a content, such as `text/html`.
struct MediaType {
  /// Type and subtype in small letters, without parameters.
  let name: String

  /// Reads a header: of several types the first counts, as for API Gateway.
  init(_ header: String) {
    let first = header.prefix { $0 != "," && $0 != ";" }
    name = first.filter { $0 != " " && $0 != "\t" }.lowercased()
  }

  /// Whether one of `patterns` stands for the type; `*` there is any type or subtype.
  func isAmong(_ patterns: [String]) -> Bool {
    patterns.contains { pattern in
      if pattern == "*/*" || pattern.lowercased() == name { return true }
      guard pattern.hasSuffix("/*") else { return false }
      return name.hasPrefix(pattern.dropLast().lowercased())
    }
  }
}
