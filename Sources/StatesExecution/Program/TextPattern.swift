/// A pattern of `StringMatches`, in which `*` stands for any text.
struct TextPattern: Sendable {
  /// The texts between the stars.
  private let parts: [[UInt8]]

  /// Takes `source` apart, in which a backslash takes its meaning from a star and from itself.
  init(_ source: String) {
    var parts: [[UInt8]] = [[]]
    var rest = Array(source.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): parts.append([])
      case UInt8(ascii: "\\"): parts[parts.count - 1].append(rest.popFirst() ?? byte)
      default: parts[parts.count - 1].append(byte)
      }
    }
    self.parts = parts
  }

  /// Whether all of `text` is like the pattern.
  func matches(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard rest.starts(with: parts[0]) else { return false }
    guard parts.count > 1 else { return rest.count == parts[0].count }
    rest = rest.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let end = rest.end(of: part) else { return false }
      rest = rest[end...]
    }
    let last = parts[parts.count - 1]
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }
}

extension ArraySlice<UInt8> {
  /// Where the first occurrence of `part` ends.
  fileprivate func end(of part: [UInt8]) -> Int? {
    guard !part.isEmpty else { return startIndex }
    guard count >= part.count else { return nil }
    for start in startIndex...(endIndex - part.count) where self[start...].starts(with: part) {
      return start + part.count
    }
    return nil
  }
}
