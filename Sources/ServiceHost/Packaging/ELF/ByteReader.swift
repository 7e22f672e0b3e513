/// Reads numbers and texts of a file at given places; nil where the file ends before.
struct ByteReader: Sendable {
  /// The bytes of the file.
  let bytes: [UInt8]

  /// The number at `offset`, with its lowest byte first.
  func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number? {
    let size = Number.bitWidth / 8
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    return bytes[offset..<offset + size].reversed().reduce(Number(0)) { $0 << 8 | Number($1) }
  }

  /// The number at `offset` as a place or a size in the file.
  func place(at offset: Int) -> Int? {
    number(UInt64.self, at: offset).flatMap { Int(exactly: $0) }
  }

  /// The text at `offset`, which a zero ends.
  func text(at offset: Int) -> String? {
    guard bytes.indices.contains(offset), let end = bytes[offset...].firstIndex(of: 0) else {
      return nil
    }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}
