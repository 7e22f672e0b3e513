import JSON

/// A text as bytes, and the parts of it as values.
struct TextParts {
  /// The UTF-8 bytes.
  let bytes: [UInt8]

  /// Creates the bytes of `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The parts between the occurrences of `separator`, at most `most` of them.
  func split(
    by separator: String, _ most: Int, _ run: Evaluation
  ) throws(JSONataError) -> [JSONValue] {
    let search = TextSearch(separator)
    var words = SharedWords()
    return try bytes.withUnsafeBufferPointer { text throws(JSONataError) in
      var parts: [JSONValue] = []
      var start = 0
      while parts.count < most, let end = search.place(in: text, from: start) {
        parts.append(.string(words.text(text[start..<end])))
        start = end + search.length
        try run.check(count: parts.count)
      }
      if parts.count < most {
        parts.append(.string(words.text(text[start...])))
      }
      return parts
    }
  }
}

/// Short texts that have been made: texts repeat words, and equal ones can share their memory.
private struct SharedWords {
  /// What tells a text of at most 16 bytes from all others.
  private struct Key {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = -1
  }

  private var keys = [Key](repeating: Key(), count: 256)
  private var texts = [JSONString?](repeating: nil, count: 256)

  /// The text of `bytes`.
  mutating func text(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> JSONString {
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: part))
    guard bytes.count <= 16 else { return JSONString(String(decoding: bytes, as: UTF8.self)) }
    let key = Self.key(of: bytes)
    let hash = (key.first ^ (key.last &* 31) ^ UInt64(key.count)) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(hash >> 56)
    if keys[place].first == key.first, keys[place].last == key.last,
      keys[place].count == key.count, let text = texts[place]
    {
      return text
    }
    let text = JSONString(String(decoding: bytes, as: UTF8.self))
    keys[place] = key
    texts[place] = text
    return text
  }

  /// The key of `bytes`: their first and their last ones, which overlap.
  @inline(__always)
  private static func key(of bytes: UnsafeRawBufferPointer) -> Key {
    let count = bytes.count
    if count >= 8 {
      return Key(
        first: bytes.loadUnaligned(as: UInt64.self),
        last: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self), count: count)
    }
    if count >= 4 {
      return Key(
        first: UInt64(bytes.loadUnaligned(as: UInt32.self)),
        last: UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)),
        count: count)
    }
    return Key(first: bytes.reduce(0) { $0 << 8 | UInt64($1) }, count: count)
  }
}

/// Finds a text in others, byte by byte.
struct TextSearch {
  private let pattern: [UInt8]

  /// Looks for `pattern`.
  init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  /// The number of bytes that are looked for.
  var length: Int { pattern.count }

  /// The range of the first occurrence in `text` at or after `start`.
  func range(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    let place = text.withUnsafeBufferPointer { self.place(in: $0, from: start) }
    return place.map { $0..<$0 + pattern.count }
  }

  /// The place of the first occurrence in `text` at or after `start`.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    pattern.withUnsafeBufferPointer { pattern -> Int? in
      guard let lead = pattern.first else { return start }
      var place = start
      let last = text.count - pattern.count
      while place <= last {
        if text[place] == lead, Self.isSame(text, place, pattern) { return place }
        place += 1
      }
      return nil
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
