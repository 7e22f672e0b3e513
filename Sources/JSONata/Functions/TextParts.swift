import JSON

/// A text as bytes, and the parts of it as values.
struct TextParts {
  /// The UTF-8 bytes.
  let bytes: [UInt8]

  /// Short parts that have been made: texts repeat words, and equal ones can share their memory.
  private var shared = [Entry](repeating: Entry(), count: 256)

  /// A part of at most 16 bytes.
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var text: JSONString?
  }

  /// Creates the bytes of `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The parts between the occurrences of `separator`, at most `most` of them.
  consuming func split(
    by separator: String, _ most: Int, _ run: Evaluation
  ) throws(JSONataError) -> [JSONValue] {
    let search = TextSearch(separator)
    var parts: [JSONValue] = []
    var start = 0
    while parts.count < most, let range = search.range(in: bytes, from: start) {
      parts.append(.string(part(start..<range.lowerBound)))
      start = range.upperBound
      try run.check(count: parts.count)
    }
    if parts.count < most { parts.append(.string(part(start..<bytes.count))) }
    return parts
  }

  /// The text of the bytes in `range`.
  private mutating func part(_ range: Range<Int>) -> JSONString {
    guard range.count <= 16 else { return made(range) }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for index in range.prefix(8) { low = low << 8 | UInt64(bytes[index]) }
    for index in range.dropFirst(8) { high = high << 8 | UInt64(bytes[index]) }
    let hash = (low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(hash >> 56)
    if shared[place].low == low, shared[place].high == high, let text = shared[place].text,
      text.text.utf8.count == range.count
    {
      return text
    }
    let text = made(range)
    shared[place] = Entry(low: low, high: high, text: text)
    return text
  }

  /// A new text of the bytes in `range`.
  private func made(_ range: Range<Int>) -> JSONString {
    JSONString(String(decoding: bytes[range], as: UTF8.self))
  }
}

/// Finds a text in others, byte by byte.
struct TextSearch {
  private let pattern: [UInt8]

  /// Looks for `pattern`.
  init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  /// The range of the first occurrence in `text` at or after `start`.
  func range(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let lead = pattern.first else { return start..<start }
    return text.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { pattern in
        var place = start
        let last = text.count - pattern.count
        while place <= last {
          if text[place] == lead, Self.isSame(text, place, pattern) {
            return place..<place + pattern.count
          }
          place += 1
        }
        return nil
      }
    }
  }

  /// Whether `pattern` stands at `place`.
  @inline(__always)
  private static func isSame(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ pattern: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = 1
    while index < pattern.count {
      if text[place + index] != pattern[index] { return false }
      index += 1
    }
    return true
  }
}
