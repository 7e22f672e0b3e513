import Foundation

/// Files beside the tests, and those that all worktrees share.
enum TestFiles {
  /// The text of the file `path` beside the tests.
  static func text(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The shared file `path`, found by walking up from here; nil if there is none.
  static func shared(_ path: String) -> URL? {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path() != "/" {
      let file = folder.appending(path: "shared").appending(path: path)
      if FileManager.default.fileExists(atPath: file.path()) { return file }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
