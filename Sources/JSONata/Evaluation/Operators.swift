import JSON

/// What the operators compute.
enum Operators {
  /// Computes the result of an operator.
  typealias Operation =
    @Sendable (Evaluation, JSONValue?, JSONValue?) throws(JSONataError) -> JSONValue?

  /// The operation of `symbol`.
  static func operation(_ symbol: Symbol) -> Operation {
    switch symbol {
    case .equal: { _, left, right in .bool(areEqual(left, right)) }
    case .notEqual:
      { _, left, right in .bool(left != nil && right != nil && !areEqual(left, right)) }
    case .in: { _, left, right in .bool(contains(right, left)) }
    case .doubleDot: { run, left, right throws(JSONataError) in try range(run, left, right) }
    case .ampersand: { run, left, right throws(JSONataError) in try joined(run, left, right) }
    case .plus: { _, left, right throws(JSONataError) in try Arithmetic.add.result(left, right) }
    case .minus:
      { _, left, right throws(JSONataError) in try Arithmetic.subtract.result(left, right) }
    case .star:
      { _, left, right throws(JSONataError) in try Arithmetic.multiply.result(left, right) }
    case .slash:
      { _, left, right throws(JSONataError) in try Arithmetic.divide.result(left, right) }
    case .percent:
      { _, left, right throws(JSONataError) in try Arithmetic.remainder.result(left, right) }
    case .less: { _, left, right throws(JSONataError) in try Comparison.less.result(left, right) }
    case .lessOrEqual:
      { _, left, right throws(JSONataError) in try Comparison.lessOrEqual.result(left, right) }
    case .greater:
      { _, left, right throws(JSONataError) in try Comparison.greater.result(left, right) }
    case .greaterOrEqual:
      { _, left, right throws(JSONataError) in try Comparison.greaterOrEqual.result(left, right) }
    default: { _, _, _ in nil }
    }
  }

  /// The texts of `left` and `right` after each other.
  private static func joined(
    _ run: Evaluation, _ left: JSONValue?, _ right: JSONValue?
  ) throws(JSONataError) -> JSONValue {
    var output: [UInt8] = []
    if let left { try Text.append(left, to: &output) }
    if let right { try Text.append(right, to: &output) }
    try run.check(length: output.count)
    return .string(String(decoding: output, as: UTF8.self))
  }

  /// The number, if `value` is one; a number that JSON has not is an error.
  @inline(__always)
  static func number(_ value: JSONValue) throws(JSONataError) -> Double? {
    switch value {
    case .number(let number):
      if number.isFinite { return number }
      if number.isNaN { return nil }
      throw JSONataError("D1001", value: value)
    case .integer(let number): return Double(number)
    default: return nil
    }
  }

  /// The number that `value` is, unless it is undefined; else the error `code`.
  static func operand(
    _ value: JSONValue?, _ code: String
  ) throws(JSONataError) -> Double? {
    guard let value else { return nil }
    guard let number = try number(value) else { throw JSONataError(code, value: value) }
    return number
  }

  /// Whether two values are there and equal.
  static func areEqual(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return false }
    return left == right
  }

  /// Whether `value` is `list` or one of its elements; lists and objects only if they are the same.
  private static func contains(_ list: JSONValue?, _ value: JSONValue?) -> Bool {
    guard let value, let list else { return false }
    return elements(of: list).contains { isIdentical($0, value) }
  }

  /// Whether two values are the same, as JavaScript's `===` has it.
  private static func isIdentical(_ a: JSONValue, _ b: JSONValue) -> Bool {
    switch (a, b) {
    case (.array(let a), .array(let b)): a === b
    case (.object(let a), .object(let b)): a === b
    default: a == b
    }
  }

  /// The whole numbers from `left` to `right`.
  private static func range(
    _ run: Evaluation, _ left: JSONValue?, _ right: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    let lower = try bound(left, "T2003")
    let upper = try bound(right, "T2004")
    guard let lower, let upper, lower <= upper else { return nil }
    let count = upper - lower + 1
    if count > 1e7 { throw JSONataError("D2014", value: .number(count)) }
    if count > Double(run.sequenceLimit) { throw JSONataError("D2015", value: .number(count)) }
    try run.tick(Int(count) >> 6)
    return .sequence((0..<Int(count)).map { .number(lower + Double($0)) })
  }

  /// The whole number that `value` is, unless it is undefined; else the error `code`.
  private static func bound(_ value: JSONValue?, _ code: String) throws(JSONataError) -> Double? {
    guard let value else { return nil }
    guard let number = value.doubleValue, number.isFinite, number == number.rounded() else {
      throw JSONataError(code, value: value)
    }
    return number
  }

  // MARK: - Order

  /// Whether `value` is a number or a text, or undefined.
  static func isComparable(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .integer, .number, .string: true
    default: false
    }
  }

  /// Whether `value` is a text.
  static func isText(_ value: JSONValue) -> Bool {
    if case .string = value { return true }
    return false
  }

  /// How two numbers or two texts are ordered; nil if one is not a number.
  static func order(_ left: JSONValue, _ right: JSONValue) -> Int? {
    if case .string(let left) = left, case .string(let right) = right {
      return order(left.text, right.text)
    }
    guard let a = left.doubleValue, let b = right.doubleValue, !a.isNaN, !b.isNaN else {
      return nil
    }
    return a < b ? -1 : a > b ? 1 : 0
  }

  /// How two texts are ordered by their UTF-16 units.
  static func order(_ left: String, _ right: String) -> Int {
    var first = left.utf8.makeIterator()
    var second = right.utf8.makeIterator()
    while let a = first.next() {
      guard let b = second.next() else { return 1 }
      if a != b { return rank(a) < rank(b) ? -1 : 1 }
    }
    return second.next() == nil ? 0 : -1
  }

  /// The place of a UTF-8 byte in the order of UTF-16: what needs two units (F0…F4) comes before
  /// U+E000…U+FFFF (EE, EF).
  static func rank(_ byte: UInt8) -> Int {
    switch byte {
    case 0xEE, 0xEF: Int(byte) + 0x10
    default: Int(byte)
    }
  }
}
