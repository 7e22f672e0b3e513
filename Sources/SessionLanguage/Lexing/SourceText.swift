import Diagnostics

/// The bytes of a text, in which comments and continuations are blanked out so that every byte
/// keeps its place, cut into logical lines.
struct SourceText {
  /// The bytes.
  let bytes: [UInt8]

  /// What is added to offsets in diagnostics and trees: where the text stands in its file.
  let base: Int

  /// The lines that hold something.
  let lines: [LogicalLine]

  /// Cuts `text`, which stands at `base` in its file.
  init(_ text: String, base: Int) {
    var splitter = LineSplitter(text)
    splitter.split()
    bytes = splitter.bytes
    lines = splitter.lines
    self.base = base
  }

  /// The range in the file of the bytes from `start` up to `end`.
  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(start + base, end + base) }

  /// The text of the bytes from `start` up to `end`.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
