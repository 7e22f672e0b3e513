/// The files that a session reads and writes; paths are as a shell takes them.
package protocol FileAccess: Sendable {
  /// The absolute path of `path`, with `~` resolved.
  func absolutePath(_ path: String) -> String

  /// Whether there is a file or folder.
  func exists(_ path: String) -> Bool

  /// Whether there is a folder.
  func isFolder(_ path: String) -> Bool

  /// Whether there is a file that may be executed.
  func isExecutable(_ path: String) -> Bool

  /// The content of a file.
  func readBytes(_ path: String) throws(FileFailure) -> [UInt8]

  /// Writes a file whole or not at all: beside the old one, which it then replaces.
  func write(_ bytes: [UInt8], to path: String) throws(FileFailure)

  /// The names in a folder, in order; folders end in `/`.
  func entries(of folder: String) -> [String]
}

extension FileAccess {
  /// The text of a file.
  package func readText(_ path: String) throws(FileFailure) -> String {
    guard let text = String(validating: try readBytes(path), as: UTF8.self) else {
      throw FileFailure("cannot read \(path): it is not UTF-8 text")
    }
    return text
  }
}

/// Why a file could not be read or written.
package struct FileFailure: Error, Hashable, Sendable {
  /// What went wrong, as one lower-case sentence that names the file.
  package var message: String

  /// Creates a failure.
  package init(_ message: String) {
    self.message = message
  }
}

extension FileFailure {
  /// The failure as one of a statement.
  var sessionFailure: SessionFailure { .message(message) }
}
