/// The section headers of a file.
struct ELFSections {
  /// A section.
  struct Section {
    /// Its name.
    var name: String

    /// What it holds.
    var kind: UInt32

    /// Where it lies in the file.
    var offset: Int

    /// Its size.
    var size: Int

    /// The number of the section that belongs to it.
    var link: Int
  }

  /// The file.
  private let file: ByteReader

  /// The sections in order.
  let all: [Section]

  /// Reads the headers of `file`.
  init?(_ file: ByteReader) {
    guard let start = file.place(at: 40), start > 0, let size = file.number(UInt16.self, at: 58),
      let count = file.number(UInt16.self, at: 60), let names = file.number(UInt16.self, at: 62),
      let namesOffset = file.place(at: start &+ Int(names) &* Int(size) &+ 24)
    else { return nil }
    self.file = file
    all = (0..<Int(count)).compactMap { index in
      let header = start &+ index &* Int(size)
      guard let name = file.number(UInt32.self, at: header),
        let kind = file.number(UInt32.self, at: header &+ 4),
        let offset = file.place(at: header &+ 24), let size = file.place(at: header &+ 32),
        let link = file.number(UInt32.self, at: header &+ 40)
      else { return nil }
      return Section(
        name: file.text(at: namesOffset &+ Int(name)) ?? "", kind: kind, offset: offset,
        size: size, link: Int(link))
    }
  }

  /// The names of the symbols that other libraries have, by the number of their version.
  var symbolsByVersion: [UInt16: [String]] {
    guard let symbols = all.first(where: { $0.kind == 11 }), all.indices.contains(symbols.link),
      let versions = all.first(where: { $0.kind == 0x6fff_ffff })
    else { return [:] }
    var result: [UInt16: [String]] = [:]
    for index in 0..<min(symbols.size, file.bytes.count) / 24 {
      guard let name = file.number(UInt32.self, at: symbols.offset &+ index &* 24),
        let version = file.number(UInt16.self, at: versions.offset &+ index &* 2),
        let text = file.text(at: all[symbols.link].offset &+ Int(name)), !text.isEmpty
      else { continue }
      result[version & 0x7fff, default: []].append(text)
    }
    return result
  }
}
