/// Bytes that arrive in blocks and leave in lines.
struct LineBuffer {
  /// The bytes that have arrived.
  private var bytes: [UInt8] = []

  /// The number of bytes at the front that have left.
  private var start = 0

  /// The place up to which no newline was found.
  private var searched = 0

  /// Adds a block.
  mutating func append(_ block: [UInt8]) {
    bytes.removeSubrange(..<start)
    searched -= start
    start = 0
    bytes += block
  }

  /// Takes the next line without its newline and carriage return, if it is complete.
  mutating func takeLine() -> [UInt8]? {
    guard let newline = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    let line = withoutReturn(bytes[start..<newline])
    start = newline + 1
    searched = start
    return line
  }

  /// Takes what is left, or `nil` if nothing is.
  mutating func takeRest() -> [UInt8]? {
    guard start < bytes.count else { return nil }
    let rest = withoutReturn(bytes[start...])
    start = bytes.count
    searched = start
    return rest
  }

  /// The line without a carriage return at its end.
  private func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }
}
