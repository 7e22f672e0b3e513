import Foundation

/// Files beside the tests.
enum TestFiles {
  /// The text of the file `path` beside the tests.
  static func text(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}
