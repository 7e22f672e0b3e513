import Foundation
import Testing

/// What a screen shows after lines have been typed, in a file: the lines after prompts are typed,
/// the others are what the program prints.
///
/// Times are written as `0 ms`. With `CWS_REWRITE_GOLDEN` in the environment the file is written.
struct Transcript {
  /// The file.
  private let file: URL

  /// The expected lines.
  private let lines: [String]

  /// Reads the transcript `name` of the folder `Transcripts`.
  init(_ name: String) throws {
    file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Transcripts/\(name).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The lines to type.
  var inputs: [String] { lines.compactMap { Self.input(of: $0) }.dropLast() }

  /// What is typed in `line` after its prompt; nil without a prompt.
  static func input(of line: String) -> String? {
    guard let match = line.prefixMatch(of: /[a-z]+( [a-z]+)*>( |$)/) else { return nil }
    return String(line[match.range.upperBound...])
  }

  /// Expects that `screen` shows the transcript, but for times.
  func expect(_ screen: Screen.Contents, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let actual = screen.lines.map { $0.replacing(/\b\d+(\.\d+)? (ms|s)\b/, with: "0 ms") }
    if ProcessInfo.processInfo.environment["CWS_REWRITE_GOLDEN"] != nil {
      try (actual.joined(separator: "\n") + "\n").write(
        to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = lines.last?.isEmpty == true ? lines.dropLast() : lines
    let difference = actual.difference(from: expected).map { change in
      switch change {
      case .insert(let offset, let line, _): "+\(offset + 1) \(line)"
      case .remove(let offset, let line, _): "-\(offset + 1) \(line)"
      }
    }
    #expect(
      difference.isEmpty, "\(difference.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}
