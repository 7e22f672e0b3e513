package import Diagnostics

/// Where the parts of a JSON text stand, by JSON pointer (RFC 6901).
package struct JSONPositions: Sendable {
  /// The range of each value.
  package var values: [String: SourceRange] = [:]

  /// The range of each member's name, by the pointer of the member.
  package var keys: [String: SourceRange] = [:]

  /// Creates an empty map.
  package init() {}

  /// The range of the value at `pointer`, else of the nearest container around it.
  package func range(at pointer: String) -> SourceRange? {
    var pointer = Substring(pointer)
    while true {
      if let range = values[String(pointer)] { return range }
      guard let slash = pointer.lastIndex(of: "/") else { return values[""] }
      pointer = pointer[..<slash]
    }
  }

  /// `key` as a part of a JSON pointer.
  package static func escaped(_ key: String) -> String {
    guard key.contains(where: { $0 == "~" || $0 == "/" }) else { return key }
    return key.reduce(into: "") { text, character in
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.append(character)
      }
    }
  }
}
