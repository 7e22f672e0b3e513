package import JSON

/// The rules by which values of recorded runs are compared.
package enum RecordedMatch {
  /// Whether `actual` is what is `expected`: `<any>` stands for anything, and a text that holds a
  /// JSON object also matches as one.
  package static func matches(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    switch (expected, actual) {
    case ("<any>", _): true
    case (.string(let a), .string(let b)): matches(a.text, b.text)
    case (.object, .string(let text)):
      (try? JSONReader.read(text.text)).map { matches(expected, $0) } ?? false
    case (.array(let a), .array(let b)):
      a.elements.count == b.elements.count && zip(a.elements, b.elements).allSatisfy(matches)
    case (.object(let a), .object(let b)):
      a.count == b.count
        && a.members.allSatisfy { key, value in b[key].map { matches(value, $0) } ?? false }
    default: expected == actual
    }
  }

  /// Whether `actual` has what is `expected`, in whatever order.
  package static func matchesInAnyOrder(_ expected: [JSONValue], _ actual: [JSONValue]) -> Bool {
    guard expected.count == actual.count else { return false }
    var rest = actual
    for value in expected {
      guard let position = rest.firstIndex(where: { matches(value, $0) }) else { return false }
      rest.remove(at: position)
    }
    return true
  }

  /// Whether two texts agree: with wildcards, or as JSON objects.
  private static func matches(_ expected: String, _ actual: String) -> Bool {
    if expected == actual { return true }
    let parts = expected.split(separator: "<any>", omittingEmptySubsequences: false)
    if parts.count > 1, matches(parts, actual) { return true }
    guard expected.first == "{", actual.first == "{", let a = try? JSONReader.read(expected),
      let b = try? JSONReader.read(actual)
    else { return false }
    return matches(a, b)
  }

  /// Whether `text` consists of `parts` with anything between them.
  private static func matches(_ parts: [Substring], _ text: String) -> Bool {
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

extension JSONValue {
  /// The value with `{"$repeat": TEXT, "$times": N}` written out.
  var withRepetitions: JSONValue {
    switch self {
    case .array(let list): return .array(list.elements.map(\.withRepetitions))
    case .object(let object):
      if object.count == 2, let text = object["$repeat"]?.stringValue,
        let times = object["$times"]?.intValue
      {
        return .string(String(repeating: text, count: times))
      }
      return .object(object.members.map { (key: $0.key, value: $0.value.withRepetitions) })
    default: return self
    }
  }
}
