/// Writes zip archives that depend on nothing but their content: no dates, no owners.
struct ZipArchive {
  /// A file of an archive.
  struct Entry: Sendable {
    /// Its path in the archive.
    var path: String

    /// Its bytes.
    var contents: [UInt8]

    /// Its bytes as a deflate stream, if that was made.
    var deflated: [UInt8]?

    /// Whether it is a program.
    var isExecutable = false
  }

  /// 1 January 1980, midnight, as the format counts.
  private static let date: (time: UInt16, day: UInt16) = (0, 0x0021)

  /// The bytes so far.
  private var bytes: [UInt8] = []

  /// The list of files that ends the archive.
  private var directory: [UInt8] = []

  /// The bytes of an archive of `entries` in their order.
  static func write(_ entries: [Entry]) -> [UInt8] {
    var archive = ZipArchive()
    for entry in entries { archive.add(entry) }
    return archive.finish(count: entries.count)
  }

  // MARK: -

  /// Adds a file and its line in the directory.
  private mutating func add(_ entry: Entry) {
    let offset = bytes.count
    let fields = Self.fields(of: entry)
    let name = Array(entry.path.utf8)
    bytes.append(little: UInt32(0x0403_4b50))
    bytes += fields
    bytes += name
    bytes += entry.deflated ?? entry.contents

    let mode: UInt32 = entry.isExecutable ? 0o100755 : 0o100644
    directory.append(little: UInt32(0x0201_4b50))
    directory.append(little: UInt16(3 << 8 | 20))
    directory += fields
    directory.append(little: UInt16(0))
    directory.append(little: UInt16(0))
    directory.append(little: UInt16(0))
    directory.append(little: mode << 16)
    directory.append(little: UInt32(offset))
    directory += name
  }

  /// The fields that a file's head and its line in the directory share, without the name.
  private static func fields(of entry: Entry) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append(little: UInt16(20))
    fields.append(little: UInt16(0x0800))
    fields.append(little: UInt16(entry.deflated == nil ? 0 : 8))
    fields.append(little: date.time)
    fields.append(little: date.day)
    fields.append(little: CRC32.checksum(of: entry.contents))
    fields.append(little: UInt32((entry.deflated ?? entry.contents).count))
    fields.append(little: UInt32(entry.contents.count))
    fields.append(little: UInt16(entry.path.utf8.count))
    fields.append(little: UInt16(0))
    return fields
  }

  /// The whole archive.
  private consuming func finish(count: Int) -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(little: UInt32(0x0605_4b50))
    bytes.append(little: UInt16(0))
    bytes.append(little: UInt16(0))
    bytes.append(little: UInt16(count))
    bytes.append(little: UInt16(count))
    bytes.append(little: UInt32(directory.count))
    bytes.append(little: UInt32(start))
    bytes.append(little: UInt16(0))
    return bytes
  }
}

/// The checksum of zip archives.
enum CRC32 {
  /// The remainder of every byte.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  /// The checksum of `bytes`.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    let table = table
    var value = UInt32.max
    for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
    return ~value
  }
}

extension [UInt8] {
  /// Appends `number` with its lowest byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
