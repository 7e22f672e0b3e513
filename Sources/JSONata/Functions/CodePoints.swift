/// The characters of texts as the language counts them: Unicode scalars.
enum CodePoints {
  /// The number of characters in `text`.
  static func count(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var count = bytes.count
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if word & highBits != 0 { count -= (word & ~(word << 1) & highBits).nonzeroBitCount }
        offset += 8
      }
      while offset < bytes.count {
        if !startsCharacter(bytes[offset]) { count -= 1 }
        offset += 1
      }
      return count
    }
  }

  /// The highest bit of each of eight bytes; a byte within a character has it, and not the next.
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The characters of `text`, which has `count` of them, at the positions `range`.
  static func slice(of text: String, _ range: Range<Int>, count: Int) -> String {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.count == count { return String(decoding: bytes[range], as: UTF8.self) }
      let start = offset(of: range.lowerBound, in: bytes[...])
      let end = offset(of: range.count, in: bytes[start...])
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// The offset of the character number `index` of `bytes`.
  private static func offset(
    of index: Int, in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int {
    var rest = index
    for offset in bytes.indices where startsCharacter(bytes[offset]) {
      if rest == 0 { return offset }
      rest -= 1
    }
    return bytes.endIndex
  }

  /// Whether `byte` is the first of a character in UTF-8.
  @inline(__always)
  private static func startsCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
