import Diagnostics
import Foundation
import SessionLanguage
import Testing

/// A piece of a fixture file: a text, and what is expected of it.
///
/// Chunks are separated by lines that start with `---`, which may say `workflow` (the context) and
/// `complete` (nothing follows the text). `#! error: TEXT` at the end of a line, or `#! warning:`,
/// is a diagnostic of that line that contains TEXT. After a line `=>` follows the tree.
struct Chunk: CustomTestStringConvertible, Sendable {
  /// The file, and the line of its first line.
  var place: String

  /// What stands after the dashes.
  var options: Set<String>

  /// The text, without expectations.
  var text: String

  /// The diagnostics that are expected, as `LINE SEVERITY: TEXT`.
  var expectations: [(line: Int, severity: String, message: String)] = []

  /// The tree that is expected; nil if it does not matter.
  var tree: String?

  var testDescription: String { place }

  /// What the parser makes of the text.
  var result: ParseResult {
    Parser.parse(
      text, context: options.contains("workflow") ? .workflow : .session,
      isComplete: options.contains("complete"))
  }

  /// All chunks of the file `name` of the folder `Fixtures`.
  static func all(in name: String) -> [Chunk] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/\(name)")
    let content = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var chunks: [Chunk] = []
    var lines: [Substring] = []
    var header = (number: 1, options: "complete")
    for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.hasPrefix("---") {
        chunks.append(Chunk("\(name):\(header.number)", header.options, lines))
        header = (index + 2, String(line.drop { $0 == "-" }))
        lines = []
      } else {
        lines.append(line)
      }
    }
    chunks.append(Chunk("\(name):\(header.number)", header.options, lines))
    return chunks.filter { !$0.text.isEmpty }
  }

  /// Reads a chunk from its lines.
  private init(_ place: String, _ options: String, _ lines: [Substring]) {
    self.place = place
    self.options = Set(options.split(separator: " ").map(String.init))
    let parts = lines.split(separator: "=>", maxSplits: 1, omittingEmptySubsequences: false)
    tree = parts.count > 1 ? parts[1].joined(separator: "\n") : nil
    var text: [String] = []
    for line in parts[0] {
      let pieces = line.split(separator: "#! ", omittingEmptySubsequences: false)
      text.append(String(pieces[0]))
      for piece in pieces.dropFirst() {
        let words = piece.split(separator: ": ", maxSplits: 1)
        guard words.count == 2 else { continue }
        expectations.append(
          (text.count, String(words[0]), words[1].trimmingCharacters(in: .whitespaces)))
      }
    }
    self.text = text.joined(separator: "\n")
  }
}
