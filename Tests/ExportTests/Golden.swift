import Foundation
import Testing

/// Files with what is expected, in the folder `Golden`.
///
/// With `CWS_REWRITE_GOLDEN` in the environment they are written instead of compared.
enum Golden {
  /// The folder of the files.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// Expects that `text` is what the file `name` holds.
  static func expect(
    _ text: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["CWS_REWRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let difference = lines(of: text).difference(from: lines(of: expected))
    #expect(
      text == expected, "\(name):\n\(Self.text(of: difference))", sourceLocation: sourceLocation)
  }

  /// The lines of `text`.
  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A line for each change.
  private static func text(of difference: CollectionDifference<Substring>) -> String {
    difference.map { change in
      switch change {
      case .insert(let offset, let line, _): "+\(offset + 1) \(line)"
      case .remove(let offset, let line, _): "-\(offset + 1) \(line)"
      }
    }.joined(separator: "\n")
  }
}
