import JSON

/// One side of an operator on numbers, as the compiler knows it.
///
/// Each kind of operand makes its own copy of the operators' code, in which reading a variable or a
/// constant costs no call.
protocol Operand: Sendable {
  /// What evaluating the operand gives.
  associatedtype Found

  /// Evaluates the operand.
  func find(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> Found

  /// The number that has been found; NaN for everything but a finite number.
  static func number(_ found: borrowing Found) -> Double

  /// The value that has been found.
  static func value(_ found: consuming Found) -> JSONValue?
}

/// A variable of the frame that is certainly bound, and that the other operand does not bind anew.
struct SlotOperand: Operand {
  /// The slot of the variable.
  let slot: Int

  @inline(__always)
  func find(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> UnsafePointer<JSONValue??> {
    frame.withUnsafeMutablePointerToElements { UnsafePointer($0 + slot) }
  }

  @inline(__always)
  static func number(_ found: UnsafePointer<JSONValue??>) -> Double {
    switch found.pointee {
    case .number(let number): number.isFinite ? number : .nan
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  static func value(_ found: UnsafePointer<JSONValue??>) -> JSONValue? { found.pointee ?? nil }
}

/// A field of the context, or of a field of it.
struct FieldOperand: Operand {
  /// The fields that lead there.
  let path: JSONFieldPath

  /// The code for fields that are no finite numbers, or whose number takes more to find.
  let code: Code

  @inline(__always)
  func find(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if let input {
      let number = withUnsafePointer(to: input) { path.number(from: $0) }
      if number.isFinite { return .number(number) }
    }
    return try code(run, frame, input)
  }

  @inline(__always)
  static func number(_ found: borrowing JSONValue?) -> Double { ComputedOperand.number(found) }

  static func value(_ found: consuming JSONValue?) -> JSONValue? { found }
}

/// A finite number.
struct ConstantOperand: Operand {
  /// The number.
  let number: Double

  @inline(__always)
  func find(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> Double { number }

  @inline(__always)
  static func number(_ found: Double) -> Double { found }

  static func value(_ found: Double) -> JSONValue? { .number(found) }
}

/// Any other expression.
struct ComputedOperand: Operand {
  /// The code of the expression.
  let code: Code

  @inline(__always)
  func find(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? { try code(run, frame, input) }

  @inline(__always)
  static func number(_ found: borrowing JSONValue?) -> Double {
    switch found {
    case .number(let number): number.isFinite ? number : .nan
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  static func value(_ found: consuming JSONValue?) -> JSONValue? { found }
}

/// An operator on two numbers.
protocol NumberOperator: Sendable {
  /// The result for two finite numbers.
  func result(_ left: Double, _ right: Double) -> JSONValue

  /// The result for operands of which one is no finite number.
  func result(_ left: JSONValue?, _ right: JSONValue?) throws(JSONataError) -> JSONValue?
}

/// An operator that computes a number.
enum Arithmetic: NumberOperator {
  case add, subtract, multiply, divide, remainder

  @inline(__always)
  func result(_ left: Double, _ right: Double) -> JSONValue { .number(compute(left, right)) }

  /// What the operator computes.
  @inline(__always)
  func compute(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .remainder: Self.remainder(left, right)
    }
  }

  /// The remainder, by a division of integers where both are small and none is negative.
  @inline(__always)
  private static func remainder(_ left: Double, _ right: Double) -> Double {
    guard left > 0, left < 0x1p32, right >= 1, right < 0x1p32 else {
      return left.truncatingRemainder(dividingBy: right)
    }
    // What is added moves the integer into the lowest bits, and anything else out of them.
    let (a, b) = (left + 0x1p52, right + 0x1p52)
    guard a - 0x1p52 == left, b - 0x1p52 == right else {
      return left.truncatingRemainder(dividingBy: right)
    }
    let divisor = UInt32(truncatingIfNeeded: b.bitPattern)
    return Double(UInt32(truncatingIfNeeded: a.bitPattern) % max(divisor, 1))
  }

  @inline(never)
  func result(_ left: JSONValue?, _ right: JSONValue?) throws(JSONataError) -> JSONValue? {
    let a = try Operators.operand(left, "T2001")
    let b = try Operators.operand(right, "T2002")
    guard let a, let b else { return nil }
    return .number(compute(a, b))
  }
}

/// An operator that compares by order.
enum Comparison: NumberOperator {
  case less, lessOrEqual, greater, greaterOrEqual

  @inline(__always)
  func result(_ left: Double, _ right: Double) -> JSONValue {
    switch self {
    case .less: .bool(left < right)
    case .lessOrEqual: .bool(left <= right)
    case .greater: .bool(left > right)
    case .greaterOrEqual: .bool(left >= right)
    }
  }

  @inline(never)
  func result(_ left: JSONValue?, _ right: JSONValue?) throws(JSONataError) -> JSONValue? {
    guard Operators.isComparable(left), Operators.isComparable(right) else {
      throw JSONataError(
        "T2010", value: left == nil || !Operators.isComparable(left) ? left : right)
    }
    guard let left, let right else { return nil }
    guard Operators.isText(left) == Operators.isText(right) else {
      throw JSONataError("T2009", value: left, details: ["value2": right])
    }
    guard let order = Operators.order(left, right) else { return .bool(false) }
    return result(Double(order), 0)
  }
}

/// An operator that compares with a number.
enum NumberEquality: NumberOperator {
  case equal, notEqual

  @inline(__always)
  func result(_ left: Double, _ right: Double) -> JSONValue {
    .bool((left == right) == (self == .equal))
  }

  @inline(never)
  func result(_ left: JSONValue?, _ right: JSONValue?) -> JSONValue? {
    guard left != nil, right != nil else { return .bool(false) }
    return .bool(Operators.areEqual(left, right) == (self == .equal))
  }
}
