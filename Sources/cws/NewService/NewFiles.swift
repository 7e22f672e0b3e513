import Foundation

/// Files that are written together, or not at all where one of them is there already.
struct NewFiles {
  /// A file to write.
  struct File {
    /// Its path in the folder.
    let path: String

    /// What it holds.
    let text: String
  }

  /// The files.
  private let files: [File]

  /// The folder as the user gave it.
  private let folder: String

  /// Creates files in `folder`.
  init(_ files: [File], in folder: String) {
    self.files = files
    self.folder = folder
  }

  /// Writes the files, those that are there already only if `isForced`, and gives their paths.
  func write(replacing isForced: Bool) throws(NewServiceFailure) -> [String] {
    let taken = files.map(path).filter { FileManager.default.fileExists(atPath: $0) }
    guard isForced || taken.isEmpty else {
      let names = taken.map { "`\($0)`" }.joined(separator: " and ")
      let verb = taken.count == 1 ? "is" : "are"
      throw NewServiceFailure(
        .files, "\(names) \(verb) there already; --force writes over what is there")
    }
    for file in files { try write(file) }
    return files.map(path)
  }

  /// Writes `file` and the folders it is in.
  private func write(_ file: File) throws(NewServiceFailure) {
    let url = URL(filePath: path(of: file))
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .atomic)
    } catch {
      throw NewServiceFailure(
        .files, "`\(path(of: file))` could not be written: \(error.localizedDescription)")
    }
  }

  /// The path of `file` as the user may give it.
  private func path(of file: File) -> String {
    let start = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return start == "." || start.isEmpty && !folder.hasPrefix("/")
      ? file.path : "\(start)/\(file.path)"
  }
}
