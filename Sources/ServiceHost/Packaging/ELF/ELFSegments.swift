/// The program headers of a file: what of it is loaded where.
struct ELFSegments {
  /// A part of the file that is loaded.
  private struct Segment {
    var kind: UInt32
    var offset: Int
    var address: Int
    var size: Int
  }

  /// The file.
  private let file: ByteReader

  /// The segments in order.
  private let segments: [Segment]

  /// Reads the headers of `file`.
  init?(_ file: ByteReader) {
    guard let start = file.place(at: 32), let size = file.number(UInt16.self, at: 54),
      let count = file.number(UInt16.self, at: 56)
    else { return nil }
    self.file = file
    segments = (0..<Int(count)).compactMap { index in
      let header = start &+ index &* Int(size)
      guard let kind = file.number(UInt32.self, at: header),
        let offset = file.place(at: header &+ 8), let address = file.place(at: header &+ 16),
        let size = file.place(at: header &+ 32)
      else { return nil }
      return Segment(kind: kind, offset: offset, address: address, size: size)
    }
  }

  /// The program that loads the file.
  var loader: String? {
    segments.first { $0.kind == 3 }.flatMap { file.text(at: $0.offset) }
  }

  /// The place and the size of the dynamic section.
  var dynamic: (offset: Int, size: Int)? {
    segments.first { $0.kind == 2 }.map { ($0.offset, $0.size) }
  }

  /// The place in the file of what is loaded at `address`.
  func offset(of address: Int) -> Int? {
    let segment = segments.first {
      $0.kind == 1 && address >= $0.address && address - $0.address < $0.size
    }
    return segment.map { address - $0.address + $0.offset }
  }
}
