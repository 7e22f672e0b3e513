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
    encoder("encodeUrl", keeping: unreserved.union(reserved)),
    encoder("encodeUrlComponent", keeping: unreserved),
    decoder("decodeUrl", keeping: reserved),
    decoder("decodeUrlComponent", keeping: []),
  ]

  /// The bytes that never need an escape.
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()".utf8)

  /// The bytes that have a meaning in a URL.
  private static let reserved = Set(";/?:@&=+$,#".utf8)

  /// The function `name` that escapes all bytes but those of `kept`.
  private static func encoder(_ name: String, keeping kept: Set<UInt8>) -> Builtins.Definition {
    Builtins.Definition(name, "<s-:s>", 1) { call in
      guard let text = call.text(0) else { return nil }
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        if kept.contains(byte) { bytes.append(byte) } else { bytes += escape(byte) }
      }
      return .string(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// `byte` as `%XX`.
  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// The function `name` that resolves all escapes but those of `kept`.
  private static func decoder(_ name: String, keeping kept: Set<UInt8>) -> Builtins.Definition {
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
  private static func decode(_ bytes: [UInt8], keeping kept: Set<UInt8>) -> String? {
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
    guard index + 2 < bytes.count else { return nil }
    let digits = String(decoding: bytes[index + 1...index + 2], as: UTF8.self)
    return digits.allSatisfy(\.isHexDigit) ? UInt8(digits, radix: 16) : nil
  }
}

/// Base 64 (RFC 4648).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// `bytes` as text.
  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      let bits = chunk.reduce(0) { $0 << 8 | UInt32($1) } << UInt32((3 - chunk.count) * 8)
      for position in 0..<4 {
        let digit = Int(bits >> UInt32(18 - position * 6) & 63)
        result.append(position <= chunk.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
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
    if byte == UInt8(ascii: "-") { return 62 }
    if byte == UInt8(ascii: "_") { return 63 }
    return alphabet.firstIndex(of: byte).map { UInt32($0) }
  }
}
