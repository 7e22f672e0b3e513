import Foundation
import JSON

/// The rules by which the corpus is compared.
enum CorpusComparison {
  /// Whether `actual` is what is `expected`.
  static func same(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    switch (expected, actual) {
    case ("<any>", _): return true
    case (.string(let a), .string(let b)): return same(a.text, b.text)
    case (.object, .string(let text)):
      return (try? JSONReader.read(text.text)).map { same(expected, $0) } ?? false
    case (.array(let a), .array(let b)):
      return a.elements.count == b.elements.count && zip(a.elements, b.elements).allSatisfy(same)
    case (.object(let a), .object(let b)):
      return a.count == b.count
        && a.members.allSatisfy { key, value in b[key].map { same(value, $0) } ?? false }
    default: return expected == actual
    }
  }

  /// Whether `actual` holds what is `expected`, in whatever order.
  static func sameInAnyOrder(_ expected: [JSONValue], _ actual: [JSONValue]) -> Bool {
    var rest = actual
    for value in expected {
      guard let position = rest.firstIndex(where: { same(value, $0) }) else { return false }
      rest.remove(at: position)
    }
    return rest.isEmpty
  }

  /// Whether two texts agree: with wildcards, or as JSON objects.
  private static func same(_ expected: String, _ actual: String) -> Bool {
    if expected == actual { return true }
    let parts = expected.components(separatedBy: "<any>")
    if parts.count > 1, matches(parts, actual) { return true }
    guard expected.hasPrefix("{"), let a = try? JSONReader.read(expected),
      let b = try? JSONReader.read(actual)
    else { return false }
    return same(a, b)
  }

  /// Whether `text` consists of `parts` with anything between them.
  private static func matches(_ parts: [String], _ text: String) -> Bool {
    guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else {
      return false
    }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
