/// Compresses files with `gzip`, whose output holds the very stream that zip archives have.
enum Deflate {
  /// The deflate stream of the file at `path`, or nil if the machine has no gzip.
  static func file(_ path: String) async -> [UInt8]? {
    let command = Command(name: "gzip", arguments: ["-9", "-n", "-c", "--", path])
    guard let result = try? await command.run(outputLimit: .max), result.isSuccess else {
      return nil
    }
    return stream(inGzip: result.output)
  }

  /// The stream between the head of ten bytes, without a name, and the checksum and size.
  static func stream(inGzip bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 18, bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[3] == 0 else { return nil }
    return Array(bytes[10..<bytes.count - 8])
  }
}
