/// The Base64 encoding of RFC 4648.
package enum Base64 {
  /// The 64 digits in order.
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte as a digit, of the common alphabet or of the one for URLs.
  private static let values = (UInt8.min...UInt8.max).map(value)

  /// What the table has for white space and padding, which do not count.
  private static let skipped: UInt8 = 64

  /// What the table has for bytes that are no digits.
  private static let invalid: UInt8 = 65

  /// `bytes` as text, padded.
  package static func encode(_ bytes: [UInt8]) -> String {
    let capacity = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: capacity) { output in
      alphabet.withUnsafeBufferPointer { alphabet in
        var start = 0
        var end = 0
        while start < bytes.count {
          let second = start + 1 < bytes.count ? UInt32(bytes[start + 1]) : 0
          let third = start + 2 < bytes.count ? UInt32(bytes[start + 2]) : 0
          let bits = UInt32(bytes[start]) << 16 | second << 8 | third
          output[end] = alphabet[Int(bits >> 18)]
          output[end + 1] = alphabet[Int(bits >> 12 & 63)]
          output[end + 2] = alphabet[Int(bits >> 6 & 63)]
          output[end + 3] = alphabet[Int(bits & 63)]
          start += 3
          end += 4
        }
        for padding in 0..<max(0, start - bytes.count) { output[end - 1 - padding] = 0x3D }
        return end
      }
    }
  }

  /// The bytes of `text`, or nil if it is no Base64; white space and padding do not count.
  package static func decode(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { decode($0) }
  }

  /// The bytes of `digits`.
  private static func decode(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isValid = true
    let bytes = [UInt8](unsafeUninitializedCapacity: digits.count / 4 * 3 + 3) { output, end in
      var bits: UInt32 = 0
      var count: UInt32 = 0
      values.withUnsafeBufferPointer { values in
        for digit in digits {
          let value = values[Int(digit)]
          if value > 63 {
            if value == invalid { isValid = false }
            continue
          }
          bits = bits << 6 | UInt32(value)
          count += 6
          guard count >= 8 else { continue }
          count -= 8
          output[end] = UInt8(truncatingIfNeeded: bits >> count)
          end += 1
        }
      }
      if count >= 6 { isValid = false }
    }
    return isValid ? bytes : nil
  }

  /// What the table has for `byte`.
  private static func value(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    case UInt8(ascii: "="), 0...0x20: skipped
    default: invalid
    }
  }
}
