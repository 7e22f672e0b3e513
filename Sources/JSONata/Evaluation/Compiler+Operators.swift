import JSON

extension Compiler {
  /// Compiles an operator with two operands.
  func binary(
    _ symbol: Symbol, _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> Code {
    let first = compile(left, context)
    let token = symbol.rawValue
    if symbol == .and || symbol == .or {
      return boolean(symbol, first, entry(right, context), at: location)
    }
    let second = compile(right, context)
    let operation = Operators.operation(symbol)
    return { run, frame, input throws(JSONataError) in
      let left = try first(run, frame, input)
      let right = try second(run, frame, input)
      do throws(JSONataError) {
        return try operation(run, left, right)
      } catch {
        throw error.placed(at: location, token: token)
      }
    }
  }

  /// Compiles `and` and `or`.
  private func boolean(
    _ symbol: Symbol, _ first: @escaping Code, _ second: @escaping Code,
    at location: SourceLocation
  ) -> Code {
    let decisive = symbol == .or
    return { run, frame, input throws(JSONataError) in
      let left = try first(run, frame, input)
      do throws(JSONataError) {
        if try truth(of: left) == decisive { return .bool(decisive) }
        return .bool(try truth(of: try second(run, frame, input)))
      } catch {
        throw error.placed(at: location, token: symbol.rawValue)
      }
    }
  }

  /// Compiles `-operand`.
  func negation(_ operand: Node, at location: SourceLocation, _ context: Context) -> Code {
    let code = compile(operand, context)
    return { run, frame, input throws(JSONataError) in
      guard let value = try code(run, frame, input) else { return nil }
      guard let number = try Operators.number(value) else {
        throw JSONataError("D1002", at: location, token: "-", value: value)
      }
      return .number(-number)
    }
  }

  /// Compiles `condition ? then : otherwise`.
  func condition(
    _ condition: Node, _ then: Node, _ otherwise: Node?, _ context: Context
  ) -> Code {
    let test = compile(condition, context)
    let first = entry(then, context)
    guard let otherwise else {
      return { run, frame, input throws(JSONataError) in
        try truth(of: try test(run, frame, input)) ? try first(run, frame, input) : .none
      }
    }
    let second = entry(otherwise, context)
    return { run, frame, input throws(JSONataError) in
      try truth(of: try test(run, frame, input))
        ? try first(run, frame, input) : try second(run, frame, input)
    }
  }

  /// Compiles `[ … ]`.
  func array(_ items: [Node], isCons: Bool, _ context: Context) -> Code {
    let codes = items.map { compile($0, context) }
    let isNested = items.map { item in
      if case .array = item.kind { return true }
      return false
    }
    let traits: JSONArray.Traits = isCons ? .cons : []
    return { run, frame, input throws(JSONataError) in
      var elements: [JSONValue] = []
      for index in codes.indices {
        guard let value = try codes[index](run, frame, input) else { continue }
        if case .array(let list) = value, !isNested[index] {
          if elements.isEmpty { elements = list.elements } else { elements += list.elements }
        } else {
          elements.append(value)
        }
        try run.check(count: elements.count)
      }
      return .array(JSONArray(elements, traits: traits))
    }
  }
}

/// Whether `value` counts as true; undefined counts as false.
@inline(__always)
func truth(of value: JSONValue?) throws(JSONataError) -> Bool {
  if case .bool(let value) = value { return value }
  return try slowTruth(of: value)
}

/// Whether a value that is no truth value counts as true.
private func slowTruth(of value: JSONValue?) throws(JSONataError) -> Bool {
  switch value {
  case nil, .null, .function: return false
  case .bool(let value): return value
  case .integer(let number): return number != 0
  case .number(let number):
    if number.isInfinite { throw JSONataError("D1001", value: .number(number)) }
    return !number.isNaN && number != 0
  case .string(let string): return !string.text.isEmpty
  case .object(let object): return !object.isEmpty
  case .array(let list):
    for element in list.elements where try truth(of: element) { return true }
    return false
  }
}
