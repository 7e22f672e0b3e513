import JSON

/// The size of values as UTF-8 JSON text, counted without writing it.
enum DataSize {
  /// Whether `value` has more than `limit` bytes.
  static func exceeds(_ value: JSONValue, limit: Int) -> Bool {
    bytes(of: value, limit: limit) == nil
  }

  /// The number of bytes of `value`.
  static func bytes(of value: JSONValue) -> Int { bytes(of: value, limit: .max) ?? .max }

  /// The number of bytes of `value`; nil if it has more than `limit`.
  static func bytes(of value: JSONValue, limit: Int) -> Int? {
    var rest = limit
    return take(value, from: &rest) ? limit - rest : nil
  }

  /// Takes the size of `value` from `rest`; false once nothing is left.
  private static func take(_ value: JSONValue, from rest: inout Int) -> Bool {
    switch value {
    case .null: rest -= 4
    case .bool(let value): rest -= value ? 4 : 5
    case .integer(let value): rest -= digits(value)
    case .number: rest -= JSONWriter.compact(value).utf8.count
    case .string(let content): rest -= size(of: content.text)
    case .function: rest -= 2
    case .array(let list):
      rest -= 2 + max(0, list.elements.count - 1)
      for element in list.elements {
        guard take(element, from: &rest) else { return false }
      }
    case .object(let object):
      rest -= 2 + max(0, object.count - 1) + object.count
      for (key, value) in zip(object.keys, object.values) {
        rest -= size(of: key)
        guard take(value, from: &rest) else { return false }
      }
    }
    return rest >= 0
  }

  /// The number of characters of an integer.
  private static func digits(_ value: Int64) -> Int {
    var count = value < 0 ? 2 : 1
    var magnitude = value.magnitude
    while magnitude >= 10 {
      magnitude /= 10
      count += 1
    }
    return count
  }

  /// The size of a text with its quotes and escapes.
  private static func size(of text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      bytes.reduce(into: 2) { size, byte in
        switch byte {
        case 0x22, 0x5C, 0x08, 0x09, 0x0A, 0x0C, 0x0D: size += 2
        case 0..<0x20: size += 6
        default: size += 1
        }
      }
    }
  }
}
