import JSON

/// Values as text, as `$string` and `&` write them.
enum Text {
  /// `value` as text: a text as it is, a function as nothing, everything else as JSON.
  static func of(_ value: JSONValue, isPretty: Bool = false) throws(JSONataError) -> String {
    switch value {
    case .string(let string): return string.text
    case .function: return ""
    case .bool(let value): return value ? "true" : "false"
    case .null: return "null"
    case .integer(let number): return String(number)
    case .number(let number):
      guard number.isFinite else { throw JSONataError("D3001", value: value) }
      return self.number(number)
    case .array(let list) where list.traits.contains(.outerWrapper) && !list.elements.isEmpty:
      return try json(list.elements[0], isPretty: isPretty)
    case .array, .object: return try json(value, isPretty: isPretty)
    }
  }

  /// A number, fractions with 15 significant digits.
  static func number(_ number: Double) -> String {
    JSONNumber.text(of: rounded(number))
  }

  /// `number` with 15 significant digits unless it is whole.
  static func rounded(_ number: Double) -> Double {
    if number == number.rounded() || !number.isFinite { return number }
    if isShort(number) { return number }
    return Decimal(number, significantDigits: 15).value
  }

  /// Whether `number` is the nearest double to a decimal of at most 9 places and 15 digits, so that
  /// rounding to 15 digits leads back to it.
  private static func isShort(_ number: Double) -> Bool {
    let scaled = (number * 1e9).rounded()
    return scaled.magnitude < 1e15 && scaled / 1e9 == number
  }

  /// `value` as JSON text.
  private static func json(_ value: JSONValue, isPretty: Bool) throws(JSONataError) -> String {
    let layout: JSONWriter.Layout = isPretty ? .indented(2) : .compact
    return JSONWriter.write(try plain(value), layout: layout)
  }

  /// `value` as JSON's stringification in JavaScript sees it: members in its order, numbers
  /// rounded, functions as empty texts.
  static func plain(_ value: JSONValue) throws(JSONataError) -> JSONValue {
    switch value {
    case .number(let number):
      if number.isInfinite { throw JSONataError("D1001", value: value) }
      return number.isNaN ? .null : .number(rounded(number))
    case .null, .bool, .integer, .string: return value
    case .function: return .string("")
    case .array(let list):
      var elements: [JSONValue] = []
      elements.reserveCapacity(list.elements.count)
      for element in list.elements { elements.append(try plain(element)) }
      return .array(elements)
    case .object(let object): return .object(try plain(object))
    }
  }

  /// What `plain` makes of `value`, sharing all that stays as it is; nil if that is the whole value.
  static func sharedPlain(_ value: JSONValue) throws(JSONataError) -> JSONValue? {
    switch value {
    case .null, .bool, .integer, .string: return nil
    case .number(let number):
      return number.isFinite && rounded(number) == number ? nil : .some(try plain(value))
    case .function: return .some(try plain(value))
    case .array(let list):
      if let elements = try sharedPlain(list.elements) { return .array(elements) }
      return list.traits.isEmpty ? .none : .array(list.elements)
    case .object(let object):
      if object.scriptOrder != nil { return .object(try plain(object)) }
      guard let values = try sharedPlain(object.values) else { return .none }
      return .object(JSONObject(shape: object.shape, values: values))
    }
  }

  /// `values` as `sharedPlain` makes them; nil if all stay as they are.
  private static func sharedPlain(
    _ values: some Collection<JSONValue>
  ) throws(JSONataError) -> [JSONValue]? {
    var result: [JSONValue]?
    for (index, value) in values.enumerated() {
      guard let plain = try sharedPlain(value) else { continue }
      if result == nil { result = Array(values) }
      result?[index] = plain
    }
    return result
  }

  /// `object` with plain values, in JavaScript's order.
  private static func plain(_ object: JSONObject) throws(JSONataError) -> JSONObject {
    let order = object.scriptOrder
    var values: [JSONValue] = []
    values.reserveCapacity(object.count)
    for index in object.values.indices {
      values.append(try plain(object.values[order?[index] ?? index]))
    }
    let shape = order.map { JSONShape(uniqueKeys: $0.map { object.keys[$0] }) } ?? object.shape
    return JSONObject(shape: shape, values: values)
  }
}

/// The exact decimal digits of a double, for roundings that JavaScript defines on them.
struct Decimal {
  /// The digits, the first of which is not 0.
  private(set) var digits: [UInt8]

  /// The power of ten of a point before the first digit.
  private(set) var exponent: Int

  /// Whether the number is below 0.
  let isNegative: Bool

  /// The exact value of `number`.
  init(exactly number: Double) {
    isNegative = number < 0
    let bits = number.magnitude
    guard bits > 0 else {
      digits = []
      exponent = 0
      return
    }
    var digits = Self.digits(of: bits.significandBitPattern | (bits.isNormal ? 1 << 52 : 0))
    let power = (bits.isNormal ? Int(bits.exponentBitPattern) : 1) - 1_075
    var point = digits.count
    if power >= 0 {
      for _ in 0..<power { Self.double(&digits) }
      point = digits.count
    } else {
      for _ in 0..<(-power) { point = Self.halve(&digits, point) }
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    exponent = point - zeros
  }

  /// `number` rounded to a number of significant digits, halves away from 0, as `toPrecision` does.
  init(_ number: Double, significantDigits count: Int) {
    self.init(exactly: number)
    round(to: count)
  }

  /// Keeps the first `count` digits, rounded.
  private mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp { increment() }
    while digits.last == 0 { digits.removeLast() }
  }

  /// Adds 1 to the last digit.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  /// The nearest double.
  var value: Double {
    let text = digits.map { Character(UnicodeScalar($0 + 0x30)) }
    return Double("\(isNegative ? "-" : "")0.\(String(text))0e\(exponent)") ?? 0
  }

  /// The magnitude with `places` digits after the point, as `toFixed` writes it.
  func fixed(_ places: Int) -> String {
    var copy = self
    copy.round(to: exponent + places)
    let point = copy.exponent
    var whole = ""
    var fraction = ""
    for position in min(0, point)..<max(0, point) where position < point {
      guard position >= 0 else { continue }
      whole.append(copy.digit(position))
    }
    for position in point..<point + places { fraction.append(copy.digit(position)) }
    if whole.isEmpty { whole = "0" }
    return places > 0 ? "\(whole).\(fraction)" : whole
  }

  /// The digit at `position`, 0 beyond both ends.
  private func digit(_ position: Int) -> Character {
    guard digits.indices.contains(position) else { return "0" }
    return Character(UnicodeScalar(digits[position] + 0x30))
  }

  /// The decimal digits of `number`.
  private static func digits(of number: UInt64) -> [UInt8] {
    String(number).utf8.map { $0 - 0x30 }
  }

  /// Multiplies by 2.
  private static func double(_ digits: inout [UInt8]) {
    var carry: UInt8 = 0
    for index in digits.indices.reversed() {
      let product = digits[index] * 2 + carry
      digits[index] = product % 10
      carry = product / 10
    }
    if carry > 0 { digits.insert(carry, at: 0) }
  }

  /// Divides by 2 and returns the place of the point.
  private static func halve(_ digits: inout [UInt8], _ point: Int) -> Int {
    var carry: UInt8 = 0
    for index in digits.indices {
      let dividend = carry * 10 + digits[index]
      digits[index] = dividend / 2
      carry = dividend % 2
    }
    if carry > 0 { digits.append(5) }
    guard digits.first == 0, digits.count > 1 else { return point }
    digits.removeFirst()
    return point - 1
  }
}
