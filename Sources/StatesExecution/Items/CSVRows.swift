/// The rows of delimited text, one after the other.
///
/// Quotes as in RFC 4180: a field in double quotes may hold delimiters and line ends, and `""` in it
/// stands for a quote. A line without any character is no row.
struct CSVRows: Sequence, IteratorProtocol {
  /// The text.
  private let bytes: [UInt8]

  /// What separates the fields.
  private let delimiter: UInt8

  /// The offset of the next byte.
  private var offset = 0

  /// Starts at the first row of `bytes`; a byte order mark is left out.
  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The fields of the next row.
  mutating func next() -> [String]? {
    while offset < bytes.count, Self.isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    var fields: [String] = []
    repeat {
      fields.append(field())
    } while take(delimiter)
    takeLineEnd()
    return fields
  }

  /// Reads a field up to the delimiter or the end of the line.
  private mutating func field() -> String {
    var content: [UInt8] = []
    if take(Self.quote) { readQuoted(into: &content) }
    let start = offset
    while offset < bytes.count, bytes[offset] != delimiter, !Self.isLineEnd(bytes[offset]) {
      offset += 1
    }
    content += bytes[start..<offset]
    return String(decoding: content, as: UTF8.self)
  }

  /// Reads up to the closing quote, or to the end of the text if there is none.
  private mutating func readQuoted(into content: inout [UInt8]) {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == Self.quote, !take(Self.quote) { return }
      content.append(byte)
    }
  }

  /// Goes past `byte` if it is next.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Goes past the end of a line.
  private mutating func takeLineEnd() {
    if take(0x0D) { _ = take(0x0A) } else { _ = take(0x0A) }
  }

  /// Whether `byte` ends a line.
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The double quote.
  private static let quote: UInt8 = 0x22
}
