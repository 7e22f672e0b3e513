import JSON

/// One side of an operator on numbers, as the compiler knows it.
///
/// Each kind of operand makes its own copy of the operators' code, in which reading a variable or a
/// constant costs no call.
protocol Operand: Sendable {
  /// The operand if it is a finite number; else NaN, and `other` is the operand.
  func number(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, orElse other: inout JSONValue?
  ) throws(JSONataError) -> Double
}

/// A variable of the frame that is certainly bound.
struct SlotOperand: Operand {
  /// The slot of the variable.
  let slot: Int

  @inline(__always)
  func number(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, orElse other: inout JSONValue?
  ) throws(JSONataError) -> Double {
    let number = frame.withUnsafeMutablePointerToElements { slots in
      switch slots[slot] {
      case .number(let number): number
      case .integer(let number): Double(number)
      default: Double.nan
      }
    }
    if number.isFinite { return number }
    other = frame[slot] ?? nil
    return .nan
  }
}

/// A field of the context.
struct FieldOperand: Operand {
  /// The field.
  let field: JSONField

  /// The code for contexts that are no objects and fields that are no finite numbers.
  let code: Code

  @inline(__always)
  func number(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, orElse other: inout JSONValue?
  ) throws(JSONataError) -> Double {
    if case .object(let object) = input {
      let number = field.number(in: object)
      if number.isFinite { return number }
    }
    return try ComputedOperand(code: code).number(run, frame, input, orElse: &other)
  }
}

/// A finite number.
struct ConstantOperand: Operand {
  /// The number.
  let value: Double

  @inline(__always)
  func number(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, orElse other: inout JSONValue?
  ) throws(JSONataError) -> Double { value }
}

/// Any other expression.
struct ComputedOperand: Operand {
  /// The code of the expression.
  let code: Code

  @inline(__always)
  func number(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, orElse other: inout JSONValue?
  ) throws(JSONataError) -> Double {
    switch try code(run, frame, input) {
    case .number(let number) where number.isFinite: return number
    case .integer(let number): return Double(number)
    case let value:
      other = value
      return .nan
    }
  }
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
  private func compute(_ left: Double, _ right: Double) -> Double {
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
    if left >= 0, left < 0x1p31, right >= 1, right < 0x1p31 {
      let (a, b) = (UInt32(left), UInt32(right))
      if Double(a) == left, Double(b) == right { return Double(a % b) }
    }
    return left.truncatingRemainder(dividingBy: right)
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
