import Foundation
import Testing

/// Files next to the tests that hold what the compiler should give.
enum Golden {
  /// The folder of the files.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Whether the files are written anew instead of compared: `REWRITE_GOLDEN=1`.
  static let isRewriting = ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] != nil

  /// The names of the files of `subfolder` that end in `suffix`, without it.
  static func names(in subfolder: String, suffix: String) -> [String] {
    let path = folder.appending(path: subfolder).path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  /// The content of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Expects that the file at `path` holds `text`.
  static func expect(_ text: String, in path: String) throws {
    if isRewriting {
      return try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
    }
    let expected = (try? Self.text(path)) ?? ""
    let differences = text.split(separator: "\n", omittingEmptySubsequences: false)
      .difference(from: expected.split(separator: "\n", omittingEmptySubsequences: false))
    let lines = differences.map { change in
      switch change {
      case .insert(let offset, let line, _): "+\(offset + 1) \(line)"
      case .remove(let offset, let line, _): "-\(offset + 1) \(line)"
      }
    }
    #expect(lines.isEmpty, "\(path):\n\(lines.joined(separator: "\n"))")
  }
}
