/// What tells in a program where it was built.
enum BuildTraces {
  /// Moves the program at `draft` to `target` without them.
  ///
  /// The compiler's hashes of its own command lines, of which paths are a part, are filled with
  /// zeros; they have no meaning when the program runs.
  static func remove(from draft: String, movingTo target: String) throws(ServiceHostError) {
    var bytes = try Files.read(draft)
    for section in ELFSections(ByteReader(bytes: bytes))?.all ?? []
    where section.name == ".swift_modhash" && section.offset + section.size <= bytes.count {
      let range = section.offset..<section.offset + section.size
      bytes.replaceSubrange(range, with: repeatElement(0, count: section.size))
    }
    try Files.write(bytes, to: draft)
    try Files.makeExecutable(draft)
    try Files.move(draft, to: target)
  }

  /// Copies the program at `path` to `target` without them.
  static func copy(_ path: String, to target: String) throws(ServiceHostError) {
    let draft = "\(target).\(UInt64.random(in: 0...UInt64.max))"
    defer { Files.remove(draft) }
    try Files.copy(path, to: draft)
    try remove(from: draft, movingTo: target)
  }
}
