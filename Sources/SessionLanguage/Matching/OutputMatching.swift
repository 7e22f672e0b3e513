import JSON

/// Compares what a cell printed with what its file says.
///
/// In the expected text `...` matches anything: as a line of its own any number of lines, inside a
/// line any characters, and in JSON, as a text or without quotes, any value.
package enum OutputMatching {
  /// The difference between two lists of outputs as lines that start with `-` (expected) or `+`
  /// (printed) or a space (both); nil if they match.
  package static func difference(expected: [CellOutput], actual: [CellOutput]) -> String? {
    if expected.count == actual.count, zip(expected, actual).allSatisfy(matches) { return nil }
    let before = expected.flatMap { lines($0.text) }
    let after = actual.flatMap { lines($0.text) }
    return LineDifference(before, after, isSame: { TextPattern($0).matches($1) }).text
  }

  /// Whether one output is what was expected.
  private static func matches(_ expected: CellOutput, _ actual: CellOutput) -> Bool {
    guard expected.isJSON == actual.isJSON else { return false }
    if expected.isJSON, let pattern = JSONPattern(expected.text),
      let value = try? JSONReader.read(actual.text)
    {
      return pattern.matches(value)
    }
    return matches(lines(expected.text)[...], lines(actual.text)[...])
  }

  /// Whether lines match, where a line `...` stands for any number of them.
  private static func matches(
    _ expected: ArraySlice<String>, _ actual: ArraySlice<String>
  ) -> Bool {
    var reachable = Set([actual.startIndex])
    for line in expected {
      if line.allSatisfy({ $0 == " " || $0 == "." }), line.contains("...") {
        reachable = Set((reachable.min() ?? actual.endIndex)...actual.endIndex)
        continue
      }
      let pattern = TextPattern(line)
      reachable = Set(
        reachable.filter { $0 < actual.endIndex && pattern.matches(actual[$0]) }.map { $0 + 1 })
      if reachable.isEmpty { return false }
    }
    return reachable.contains(actual.endIndex)
  }

  /// The lines of a text.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " || line.last == "\r" { line.removeLast() }
      return String(line)
    }
  }
}

/// A line in which `...` matches any characters.
struct TextPattern {
  /// What stands between the wildcards.
  private let parts: [String]

  /// Creates the pattern that `text` writes.
  init(_ text: String) {
    parts = Self.parts(of: text)
  }

  /// Whether `text` matches.
  func matches(_ text: String) -> Bool {
    guard parts.count > 1 else { return text == parts[0] }
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  /// `text` cut at its wildcards.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(text)
    while let found = rest.firstRange(of: "...") {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}

/// A JSON value in which `...` matches any value.
struct JSONPattern {
  /// The text that stands for a wildcard outside of texts.
  private static let wildcard = "..."

  /// The value, with wildcards as texts.
  private let value: JSONValue

  /// Creates the pattern that `text` writes, if it is JSON with wildcards.
  init?(_ text: String) {
    var quoted = ""
    var isInText = false
    var rest = Substring(text)
    while let character = rest.first {
      if character == "\\", isInText {
        quoted += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if !isInText, rest.hasPrefix(Self.wildcard) {
        quoted += "\"...\""
        rest = rest.dropFirst(3)
      } else {
        if character == "\"" { isInText.toggle() }
        quoted.append(character)
        rest = rest.dropFirst()
      }
    }
    guard let value = try? JSONReader.read(quoted) else { return nil }
    self.value = value
  }

  /// Whether `actual` matches.
  func matches(_ actual: JSONValue) -> Bool { Self.matches(value, actual) }

  /// Whether `actual` is what `pattern` stands for.
  private static func matches(_ pattern: JSONValue, _ actual: JSONValue) -> Bool {
    switch (pattern, actual) {
    case (.string(let text), _) where text.text == wildcard: return true
    case (.string(let text), .string(let other)): return TextPattern(text.text).matches(other.text)
    case (.array(let list), .array(let other)):
      return list.elements.count == other.elements.count
        && zip(list.elements, other.elements).allSatisfy(matches)
    case (.object(let object), .object(let other)):
      return object.count == other.count
        && object.members.allSatisfy { key, value in other[key].map { matches(value, $0) } ?? false
        }
    default: return pattern == actual
    }
  }
}
