/// The last lines of a log, within a limit of lines and bytes.
struct LogBuffer<Line: Sendable>: Sendable {
  /// The most lines that are kept.
  let lineLimit: Int

  /// The most bytes that are kept.
  let byteLimit: Int

  /// The lines with their sizes; the first ones may have been dropped.
  private var storage: [(line: Line?, size: Int)] = []

  /// The position of the first line that is kept.
  private var first = 0

  /// The bytes of the lines that are kept.
  private var byteCount = 0

  /// Creates an empty log.
  init(lineLimit: Int = 1_000, byteLimit: Int = 256 * 1024) {
    self.lineLimit = lineLimit
    self.byteLimit = byteLimit
  }

  /// The lines that are kept, in order.
  var lines: [Line] { storage[first...].compactMap(\.line) }

  /// Adds a line of `size` bytes and drops the oldest ones over the limit.
  mutating func append(_ line: Line, size: Int) {
    storage.append((line, size))
    byteCount += size
    while storage.count - first > lineLimit || (byteCount > byteLimit && storage.count - first > 1)
    {
      byteCount -= storage[first].size
      storage[first].line = nil
      first += 1
    }
    if first > lineLimit { compact() }
  }

  /// Drops all lines.
  mutating func removeAll() {
    storage.removeAll(keepingCapacity: storage.count <= 64)
    first = 0
    byteCount = 0
  }

  /// Frees the room of dropped lines.
  private mutating func compact() {
    storage.removeFirst(first)
    first = 0
  }
}

extension LogBuffer<String> {
  /// Adds a line and drops the oldest ones over the limit.
  mutating func append(_ line: String) {
    append(line, size: line.utf8.count)
  }
}

/// Cuts a stream of bytes into lines.
struct LineSplitter: Sendable {
  /// The most bytes of a line; a longer one is cut into several.
  private let limit = 8 * 1024

  /// The bytes of the line that has not ended yet.
  private var pending: [UInt8] = []

  /// The lines that `bytes` complete.
  mutating func push(_ bytes: some Collection<UInt8>) -> [String] {
    var lines: [String] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      take(rest[..<end], into: &lines)
      lines.append(endLine())
      rest = rest[rest.index(after: end)...]
    }
    take(rest, into: &lines)
    return lines
  }

  /// The line that has not ended, if there is one.
  mutating func finish() -> String? {
    pending.isEmpty ? nil : endLine()
  }

  /// Adds `bytes` to the line, and the pieces of an overlong line to `lines`.
  private mutating func take(_ bytes: some Collection<UInt8>, into lines: inout [String]) {
    var rest = bytes[...]
    while pending.count + rest.count > limit {
      let room = limit - pending.count
      pending.append(contentsOf: rest.prefix(room))
      rest = rest.dropFirst(room)
      lines.append(endLine())
    }
    pending.append(contentsOf: rest)
  }

  /// The line so far, which ends here.
  private mutating func endLine() -> String {
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    defer { pending.removeAll(keepingCapacity: true) }
    return String(decoding: pending, as: UTF8.self)
  }
}
