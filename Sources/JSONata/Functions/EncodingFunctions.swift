import JSON

/// `$base64encode`, `$base64decode`, `$encodeUrl`, `$decodeUrl` and the two for components.
enum EncodingFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("base64encode", "<s-:s>", 1) { call in
      call.text(0).map { .string(Base64.encode($0.utf16.map { UInt8(truncatingIfNeeded: $0) })) }
    },
    Builtins.Definition("base64decode", "<s-:s>", 1) { call in
      call.text(0).map { text in
        .string(String(String.UnicodeScalarView(Base64.decode(text).map { Unicode.Scalar($0) })))
      }
    },
    encoder("encodeUrl", keeping: [unreserved, reserved]),
    encoder("encodeUrlComponent", keeping: [unreserved]),
    decoder("decodeUrl", keeping: reserved),
    decoder("decodeUrlComponent", keeping: ByteSet("")),
  ]

  /// The bytes that never need an escape.
  private static let unreserved = ByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()")

  /// The bytes that have a meaning in a URL.
  private static let reserved = ByteSet(";/?:@&=+$,#")

  /// A set of ASCII bytes.
  private struct ByteSet: Sendable {
    private var members = [Bool](repeating: false, count: 256)

    /// Creates the set of the bytes of `text`.
    init(_ text: String) {
      for byte in text.utf8 { members[Int(byte)] = true }
    }

    /// Whether `byte` is in the set.
    func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The function `name` that escapes all bytes but those of `kept`.
  private static func encoder(_ name: String, keeping kept: [ByteSet]) -> Builtins.Definition {
    Builtins.Definition(name, "<s-:s>", 1) { call throws(JSONataError) in
      guard let text = call.text(0) else { return nil }
      let digits = digits
      var output: [UInt8] = []
      output.reserveCapacity(text.utf8.count)
      for byte in text.utf8 {
        if kept.contains(where: { $0.contains(byte) }) {
          output.append(byte)
        } else {
          output.append(UInt8(ascii: "%"))
          output.append(digits[Int(byte >> 4)])
          output.append(digits[Int(byte & 15)])
        }
      }
      try call.run.check(length: output.count)
      return .string(String(decoding: output, as: UTF8.self))
    }
  }

  /// The function `name` that resolves all escapes but those of `kept`.
  private static func decoder(_ name: String, keeping kept: ByteSet) -> Builtins.Definition {
    Builtins.Definition(name, "<s-:s>", 1) { call throws(JSONataError) in
      guard let text = call.text(0) else { return nil }
      guard let decoded = decode(Array(text.utf8), keeping: kept) else {
        throw JSONataError(
          "D3140", value: .string(text), details: ["functionName": .string(name)])
      }
      return .string(decoded)
    }
  }

  /// `bytes` with escapes resolved; nil if one is malformed.
  private static func decode(_ bytes: [UInt8], keeping kept: ByteSet) -> String? {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      guard let byte = escaped(bytes, at: index) else { return nil }
      if kept.contains(byte) { result += bytes[index..<index + 3] } else { result.append(byte) }
      index += 3
    }
    return String(validating: result, as: UTF8.self)
  }

  /// The byte of the escape at `index`.
  private static func escaped(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, let high = hexadecimal(bytes[index + 1]),
      let low = hexadecimal(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// The value of a hexadecimal digit.
  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

/// Base 64 (RFC 4648).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// `bytes` as text.
  static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = alphabet
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var bits: UInt32 = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0)
      }
      for position in 0..<4 {
        let digit = Int(bits >> UInt32(18 - position * 6) & 63)
        output.append(position <= count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes that `text` stands for; what is no digit is skipped, as Node.js does.
  static func decode(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "=") { break }
      guard let digit = value(of: byte) else { continue }
      bits = bits << 6 | digit
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// The value of a digit, of the usual alphabet or that for URLs.
  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
