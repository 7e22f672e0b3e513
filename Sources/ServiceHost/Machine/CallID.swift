/// The identity of a call, as the service sees it in `Lambda-Runtime-Aws-Request-Id`.
struct CallID: Hashable, Sendable {
  /// The first half of the number.
  let high: UInt64

  /// The second half of the number.
  let low: UInt64

  /// The identity that no call has.
  static let none = CallID(high: 0, low: 0)

  /// A new identity.
  static func random() -> CallID {
    CallID(high: .random(in: 0...UInt64.max), low: .random(in: 0...UInt64.max))
  }

  /// The number of bytes of the text.
  static let textCount = 36

  /// The text, which looks like that of a UUID.
  var text: String {
    String(unsafeUninitializedCapacity: Self.textCount) { buffer in
      write(to: UnsafeMutableRawBufferPointer(buffer))
      return Self.textCount
    }
  }

  /// Writes the text to `buffer`, which has room for it.
  func write(to buffer: UnsafeMutableRawBufferPointer) {
    var rest = (high, low)
    for position in (0..<Self.textCount).reversed() {
      guard !Self.isDash(position) else {
        buffer[position] = UInt8(ascii: "-")
        continue
      }
      buffer[position] = Self.digit(rest.1 & 15)
      rest = (rest.0 >> 4, rest.1 >> 4 | rest.0 << 60)
    }
  }

  // MARK: -

  /// Whether a dash stands at `position` of the text.
  fileprivate static func isDash(_ position: Int) -> Bool {
    position == 8 || position == 13 || position == 18 || position == 23
  }

  /// The hexadecimal digit of `value`.
  static func digit(_ value: UInt64) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + UInt8(value) : UInt8(ascii: "a") + UInt8(value - 10)
  }
}

extension CallID {
  /// Reads the text of an identity.
  init?(_ text: some RandomAccessCollection<UInt8>) {
    guard text.count == Self.textCount else { return nil }
    var number: (high: UInt64, low: UInt64) = (0, 0)
    for (position, byte) in text.enumerated() {
      if Self.isDash(position) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let value = Self.value(of: byte) else { return nil }
      number = (number.high << 4 | number.low >> 60, number.low << 4 | value)
    }
    self.init(high: number.high, low: number.low)
  }

  /// The value of a hexadecimal digit.
  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
