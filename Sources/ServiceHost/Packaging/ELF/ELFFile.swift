/// What a program for Linux says of itself, in the Executable and Linkable Format.
///
/// Of a program that is not of 64 bits with the lowest byte first, only that is read.
struct ELFFile: Hashable, Sendable {
  /// Symbols of a version of a library without which the program does not start.
  struct Requirement: Hashable, Sendable {
    /// The library, as `libc.so.6`.
    var library: String

    /// The version, as `GLIBC_2.34`.
    var version: String

    /// The symbols, as far as the file tells.
    var symbols: [String]
  }

  /// The number of x86-64 among machines.
  static let x86: UInt16 = 62

  /// The number of 64-bit ARM among machines.
  static let arm: UInt16 = 183

  /// Whether it is of 64 bits with the lowest byte first.
  let isWide: Bool

  /// The number of the machine.
  let machine: UInt16

  /// The program that loads it; nil for one that is linked statically.
  let loader: String?

  /// The names of the libraries that it is linked to.
  let libraries: [String]

  /// The versions of symbols that it needs.
  let requirements: [Requirement]

  /// Reads the file `bytes`; nil if it is of another format.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { return nil }
    let file = ByteReader(bytes: bytes)
    guard let machine = file.number(UInt16.self, at: 18) else { return nil }
    isWide = bytes[4] == 2 && bytes[5] == 1
    self.machine = bytes[5] == 1 ? machine : machine.byteSwapped
    let segments = isWide ? ELFSegments(file) : nil
    loader = segments?.loader
    let dynamic = segments.flatMap { ELFDynamicSection(file, $0) }
    libraries = dynamic?.libraries ?? []
    requirements = dynamic?.requirements(symbols: ELFSections(file)) ?? []
  }
}
