/// The text of a history file.
///
/// Each line is an entry in UTF-8, the oldest first. In an entry `\n` stands for a newline, `\r` for
/// a carriage return and `\\` for a backslash; any other character stands for itself, and so
/// does a backslash before it. A last line without newline is an entry too.
enum HistoryFormat {
  /// The line of an entry, with its newline.
  static func line(of entry: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): line += Array(#"\n"#.utf8)
      case UInt8(ascii: "\r"): line += Array(#"\r"#.utf8)
      case backslash: line += [backslash, backslash]
      default: line.append(byte)
      }
    }
    return line + [UInt8(ascii: "\n")]
  }

  /// The entries of a file; bytes that are no UTF-8 become U+FFFD.
  static func entries(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map(entry)
  }

  // MARK: - Reading

  private static let backslash = UInt8(ascii: "\\")

  /// The entry of a line without its newline.
  private static func entry(of line: ArraySlice<UInt8>) -> String {
    guard line.contains(backslash) else { return String(decoding: line, as: UTF8.self) }
    var entry: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      let meaning = byte == backslash ? rest.first.flatMap(meaning) : nil
      entry.append(meaning ?? byte)
      if meaning != nil {
        rest.removeFirst()
      }
    }
    return String(decoding: entry, as: UTF8.self)
  }

  /// What a letter behind a backslash stands for.
  private static func meaning(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case backslash: backslash
    default: nil
    }
  }
}
