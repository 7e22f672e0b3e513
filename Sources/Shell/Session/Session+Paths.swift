extension Session {
  /// The absolute path of the file that `text` names: seen from the working folder, else from the
  /// folder of the session's file or one above it; nil if there is none.
  func existingPath(_ text: String) -> String? {
    let files = surroundings.files
    if files.exists(text) { return files.absolutePath(text) }
    guard !text.hasPrefix("/"), !text.hasPrefix("~"), let path = notebook.path else { return nil }
    var folder = Substring(files.absolutePath(path))
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let candidate = "\(folder)/\(text)"
      if files.exists(candidate) { return files.absolutePath(candidate) }
    }
    return nil
  }
}
