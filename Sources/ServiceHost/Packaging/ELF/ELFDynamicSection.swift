/// The section by which a program is linked to libraries when it starts.
struct ELFDynamicSection {
  /// The file.
  private let file: ByteReader

  /// What is loaded where.
  private let segments: ELFSegments

  /// The entries: a tag and a value.
  private let entries: [(tag: Int, value: Int)]

  /// Reads the section of `file`; nil if it has none.
  init?(_ file: ByteReader, _ segments: ELFSegments) {
    guard let dynamic = segments.dynamic else { return nil }
    self.file = file
    self.segments = segments
    entries = (0..<min(dynamic.size, file.bytes.count) / 16).compactMap { index in
      let entry = dynamic.offset &+ index &* 16
      guard let tag = file.place(at: entry), let value = file.place(at: entry &+ 8) else {
        return nil
      }
      return (tag, value)
    }
  }

  /// The names of the libraries.
  var libraries: [String] {
    entries.filter { $0.tag == 1 }.compactMap { text(at: $0.value) }
  }

  /// The versions that the program needs of its libraries; `symbols` tells which symbols are meant.
  func requirements(symbols: ELFSections?) -> [ELFFile.Requirement] {
    guard let address = value(0x6fff_fffe), let count = value(0x6fff_ffff),
      var place = segments.offset(of: address)
    else { return [] }
    let names = symbols?.symbolsByVersion ?? [:]
    var result: [ELFFile.Requirement] = []
    for _ in 0..<min(count, file.bytes.count / 16) {
      guard let library = file.number(UInt32.self, at: place &+ 4).flatMap({ text(at: Int($0)) }),
        let next = file.number(UInt32.self, at: place &+ 12)
      else { break }
      result += versions(of: library, at: place, names)
      place = place &+ Int(next)
    }
    return result
  }

  // MARK: -

  /// The versions of `library`, whose entry is at `place`.
  private func versions(
    of library: String, at place: Int, _ names: [UInt16: [String]]
  ) -> [ELFFile.Requirement] {
    guard let count = file.number(UInt16.self, at: place &+ 2),
      let first = file.number(UInt32.self, at: place &+ 8)
    else { return [] }
    var place = place &+ Int(first)
    var result: [ELFFile.Requirement] = []
    for _ in 0..<count {
      guard let number = file.number(UInt16.self, at: place &+ 6),
        let version = file.number(UInt32.self, at: place &+ 8).flatMap({ text(at: Int($0)) }),
        let next = file.number(UInt32.self, at: place &+ 12)
      else { break }
      result.append(.init(library: library, version: version, symbols: names[number] ?? []))
      place = place &+ Int(next)
    }
    return result
  }

  /// The value of the first entry with `tag`.
  private func value(_ tag: Int) -> Int? {
    entries.first { $0.tag == tag }?.value
  }

  /// The text at `offset` of the section's texts.
  private func text(at offset: Int) -> String? {
    value(5).flatMap(segments.offset).flatMap { file.text(at: $0 &+ offset) }
  }
}
