import JSON

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `$number`, `$abs`, `$floor`, `$ceil`, `$round`, `$sqrt`, `$power`, `$formatBase`, `$random`.
enum NumericFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("number", "<(nsb)-:n>", 1) { call throws(JSONataError) in
      try number(call[0])
    },
    Builtins.Definition("abs", "<n-:n>", 1) { call in call.number(0).map { .number(abs($0)) } },
    Builtins.Definition("floor", "<n-:n>", 1) { call in
      call.number(0).map { .number($0.rounded(.down)) }
    },
    Builtins.Definition("ceil", "<n-:n>", 1) { call in
      call.number(0).map { .number($0.rounded(.up)) }
    },
    Builtins.Definition("round", "<n-n?:n>", 2) { call in
      call.number(0).map { .number(round($0, precision: call.number(1) ?? 0)) }
    },
    Builtins.Definition("sqrt", "<n-:n>", 1) { call throws(JSONataError) in
      guard let number = call.number(0) else { return nil }
      if number < 0 { throw JSONataError("D3060", value: call[0], index: 1) }
      return .number(number.squareRoot())
    },
    Builtins.Definition("power", "<n-n:n>", 2) { call throws(JSONataError) in try power(call) },
    Builtins.Definition("formatBase", "<n-n?:s>", 2) { call throws(JSONataError) in
      try formatBase(call)
    },
    Builtins.Definition("formatNumber", "<n-so?:s>", 3) { call throws(JSONataError) in
      guard let number = call.number(0) else { return nil }
      return .string(try call.numberPicture(1).text(of: number))
    },
  ]

  /// `$random` without a seed.
  static let random = Builtins.Definition("random", "<:n>", 0) { call in
    .number(call.run.environment.random())
  }

  /// `value` as a number.
  private static func number(_ value: JSONValue?) throws(JSONataError) -> JSONValue? {
    switch value {
    case nil, .integer, .number: return value
    case .bool(let value): return .number(value ? 1 : 0)
    case .string(let string):
      if let number = NumberText.number(string.text) { return .number(number) }
      throw JSONataError("D3030", value: value, index: 1)
    default: throw JSONataError("D3030", value: value, index: 1)
    }
  }

  /// `number` rounded to `precision` decimals, halves to the even one; not a number where the
  /// reference shifts decimals past the largest number.
  static func round(_ number: Double, precision: Double) -> Double {
    guard precision != 0 else { return roundHalfEven(number) }
    let shifted = NumberText.shifted(number, by: precision)
    guard shifted.isFinite else { return .nan }
    return NumberText.shifted(roundHalfEven(shifted), by: -precision) + 0
  }

  /// `number` rounded to a whole number, halves to the even one.
  private static func roundHalfEven(_ number: Double) -> Double {
    number.rounded(.toNearestOrEven) + 0
  }

  /// The base raised to the exponent.
  private static func power(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let base = call.number(0) else { return nil }
    let exponent = call.number(1) ?? .nan
    let result = pow(base, exponent)
    guard result.isFinite else {
      let details: [String: JSONValue] = ["index": 1, "exp": .number(exponent)]
      throw JSONataError("D3061", value: call[0], details: details)
    }
    return .number(result)
  }

  /// The number in another radix.
  private static func formatBase(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let number = call.number(0) else { return nil }
    let radix = round(call.number(1) ?? 10, precision: 0)
    guard (2...36).contains(radix) else { throw JSONataError("D3100", value: .number(radix)) }
    return .string(NumberText.text(of: round(number, precision: 0), radix: Int(radix)))
  }
}

/// Numbers from and to text, as JavaScript has it.
enum NumberText {
  /// The number that `text` is for `$number`.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    if isDecimal(bytes) {
      guard let number = Double(text), number.isFinite else { return nil }
      return number
    }
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "0") else { return nil }
    let radixes: [UInt8: Int] = [
      UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2,
    ]
    guard let radix = radixes[bytes[1] | 0x20] else { return nil }
    var value = 0.0
    for byte in bytes[2...] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, digit < radix else {
        return nil
      }
      value = value * Double(radix) + Double(digit)
    }
    return value
  }

  /// Whether `bytes` are `-?digits(.digits)?([eE][+-]?digits)?`.
  private static func isDecimal(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func skipDigits() -> Bool {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard skipDigits() else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard skipDigits() else { return false }
    }
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }

  /// `number` with the point of its shortest text moved by `places`.
  static func shifted(_ number: Double, by places: Double) -> Double {
    guard number.isFinite else { return number }
    let parts = JSONNumber.text(of: number).split(separator: "e")
    let exponent = (parts.count > 1 ? Double(parts[1]) ?? 0 : 0) + places
    guard exponent == exponent.rounded() else { return .nan }
    let limited = Int(max(-2_000, min(2_000, exponent)))
    return Double("\(parts[0])e\(limited)") ?? .nan
  }

  /// A whole number in a radix.
  static func text(of number: Double, radix: Int) -> String {
    guard number.isFinite, radix != 10 else { return JSONNumber.text(of: number) }
    if let integer = Int64(exactly: number), integer.magnitude < 1 << 53 {
      return String(integer, radix: radix)
    }
    var rest = number.magnitude
    var digits = ""
    while rest >= 0x1p53 {
      rest /= Double(radix)
      digits += "0"
    }
    let head = String(UInt64(rest), radix: radix)
    return (number < 0 ? "-" : "") + head + digits
  }
}
