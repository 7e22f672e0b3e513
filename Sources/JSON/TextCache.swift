/// The short texts that a reader has met last, so that what is repeated is made once.
struct TextCache {
  /// A text, and where it stands between its quotes.
  private struct Entry {
    let start: Int
    let length: Int
    let text: JSONString
  }

  private var entries: [Entry?]

  /// The most texts that are remembered, a power of 2 as the number always is.
  private static let largest = 1_024

  /// The longest text that is remembered.
  static let longest = 32

  /// Creates the cache for a text of `count` bytes: making and emptying a large one would cost more
  /// than reading a small text.
  init(forTextOf count: Int) {
    var size = 16
    while size < Self.largest, size * 64 < count { size *= 2 }
    entries = Array(repeating: nil, count: size)
  }

  /// The text of the ASCII bytes of `bytes` from `start` to `end`.
  mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> JSONString {
    let length = end - start
    let content = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<end])
    let slot = Int(truncatingIfNeeded: Self.hash(of: content) >> 54) & (entries.count - 1)
    if let entry = entries[slot], entry.length == length,
      content.hasEqualBytes(
        UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(bytes)[entry.start..<entry.start + length]))
    {
      return entry.text
    }
    let text = JSONString(String(decoding: content, as: UTF8.self))
    entries[slot] = Entry(start: start, length: length, text: text)
    return text
  }

  /// A hash of the first and last bytes.
  private static func hash(of content: UnsafeRawBufferPointer) -> UInt64 {
    var first: UInt64 = 0
    var last: UInt64 = 0
    if content.count >= 8 {
      first = content.loadUnaligned(as: UInt64.self)
      last = content.loadUnaligned(fromByteOffset: content.count - 8, as: UInt64.self)
    } else {
      for byte in content { first = first << 8 | UInt64(byte) }
    }
    let mixed = (first ^ UInt64(content.count)) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ last) &* 0xD1B5_4A32_D192_ED03
  }
}
