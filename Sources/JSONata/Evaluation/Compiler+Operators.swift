import JSON

extension Compiler {
  /// Compiles an operator with two operands.
  func binary(
    _ symbol: Symbol, _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> Code {
    if symbol == .ampersand { return concatenation(left, right, at: location, context) }
    if symbol == .and || symbol == .or {
      return boolean(symbol, compile(left, context), entry(right, context), at: location)
    }
    let site = CallSite(name: symbol.text, location: location)
    switch symbol {
    case .plus: return specialized(Arithmetic.add, left, right, site, context)
    case .minus: return specialized(Arithmetic.subtract, left, right, site, context)
    case .star: return specialized(Arithmetic.multiply, left, right, site, context)
    case .slash: return specialized(Arithmetic.divide, left, right, site, context)
    case .percent: return specialized(Arithmetic.remainder, left, right, site, context)
    case .less: return specialized(Comparison.less, left, right, site, context)
    case .lessOrEqual: return specialized(Comparison.lessOrEqual, left, right, site, context)
    case .greater: return specialized(Comparison.greater, left, right, site, context)
    case .greaterOrEqual: return specialized(Comparison.greaterOrEqual, left, right, site, context)
    case .equal where right.constantNumber != nil:
      return specialized(NumberEquality.equal, left, right, site, context)
    case .notEqual where right.constantNumber != nil:
      return specialized(NumberEquality.notEqual, left, right, site, context)
    default: return general(symbol, left, right, site, context)
    }
  }

  /// Compiles an operator that is not on numbers alone.
  private func general(
    _ symbol: Symbol, _ left: Node, _ right: Node, _ site: CallSite, _ context: Context
  ) -> Code {
    let first = compile(left, context)
    let second = compile(right, context)
    let operation = Operators.operation(symbol)
    return { run, frame, input throws(JSONataError) in
      let left = try first(run, frame, input)
      let right = try second(run, frame, input)
      do throws(JSONataError) {
        return try operation(run, left, right)
      } catch {
        throw error.placed(at: site)
      }
    }
  }

  // MARK: - Numbers

  /// Compiles an operator on numbers for the kinds of its operands.
  private func specialized(
    _ operation: some NumberOperator, _ left: Node, _ right: Node, _ site: CallSite,
    _ context: Context
  ) -> Code {
    if !right.bindsNames, let slot = slot(of: left, context) {
      return specialized(operation, SlotOperand(slot: slot), right, site, context)
    }
    if let field = fieldOperand(left, context) {
      return specialized(operation, field, right, site, context)
    }
    return specialized(
      operation, ComputedOperand(code: compile(left, context)), right, site, context)
  }

  /// Compiles an operator on numbers for the kind of its right operand.
  private func specialized(
    _ operation: some NumberOperator, _ left: some Operand, _ right: Node, _ site: CallSite,
    _ context: Context
  ) -> Code {
    if let number = right.constantNumber {
      return code(operation, left, ConstantOperand(number: number), site)
    }
    if let slot = slot(of: right, context) {
      return code(operation, left, SlotOperand(slot: slot), site)
    }
    if let field = fieldOperand(right, context) { return code(operation, left, field, site) }
    return code(operation, left, ComputedOperand(code: compile(right, context)), site)
  }

  /// The code of an operator on numbers.
  private func code<Left: Operand, Right: Operand>(
    _ operation: some NumberOperator, _ left: Left, _ right: Right, _ site: CallSite
  ) -> Code {
    { run, frame, input throws(JSONataError) in
      let first = try left.find(run, frame, input)
      let second = try right.find(run, frame, input)
      let a = Left.number(first)
      let b = Right.number(second)
      if !a.isNaN, !b.isNaN { return operation.result(a, b) }
      return try Self.general(operation, Left.value(first), Right.value(second), site)
    }
  }

  /// The result of an operator on numbers for other values.
  @inline(never)
  private static func general(
    _ operation: some NumberOperator, _ left: JSONValue?, _ right: JSONValue?, _ site: CallSite
  ) throws(JSONataError) -> JSONValue? {
    do throws(JSONataError) {
      return try operation.result(left, right)
    } catch {
      throw error.placed(at: site)
    }
  }

  /// The slot of the frame in which the variable `node` is certainly bound.
  private func slot(of node: Node, _ context: Context) -> Int? {
    guard outline == nil, case .variable(let name) = node.kind, !name.isEmpty, node.isBare,
      let place = context.scope.places(of: name).first, place.isBound, place.hops == 0
    else { return nil }
    return place.slot
  }

  /// The operand that reads fields of the context, if `node` does no more.
  private func fieldOperand(_ node: Node, _ context: Context) -> FieldOperand? {
    guard outline == nil, let names = node.plainPathNames else { return nil }
    return FieldOperand(path: JSONFieldPath(names), code: compile(node, context))
  }

  // MARK: - Truth

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
        throw error.placed(at: location, token: symbol.text)
      }
    }
  }

  /// Compiles `left ?: right` and `left ?? right`; the left side is evaluated once.
  func fallback(_ symbol: Symbol, _ left: Node, _ right: Node, _ context: Context) -> Code {
    let first = compile(left, symbol == .coalesce ? context.nested() : context)
    let second = entry(right, context)
    if symbol == .coalesce {
      return { run, frame, input throws(JSONataError) in
        if let value = try first(run, frame, input) { return value }
        return try second(run, frame, input)
      }
    }
    return { run, frame, input throws(JSONataError) in
      let value = try first(run, frame, input)
      return try truth(of: value) ? value : try second(run, frame, input)
    }
  }

  // MARK: - Chains

  /// What an operator of a chain makes of the value to its left.
  private typealias Link =
    @Sendable (Evaluation, Frame, JSONValue?, JSONValue?) throws(JSONataError) -> JSONValue?

  /// Compiles a long chain of operators, from the inside out, to code that needs no more stack for a
  /// longer one.
  func chain(_ operations: [Node], _ context: Context) -> Code {
    var inner = context
    inner.depth += operations.count - 1
    guard case .binary(_, let innermost, _) = operations.first?.kind else {
      return { _, _, _ in nil }
    }
    let first = compile(innermost, inner)
    var links: [Link] = []
    for operation in operations {
      if case .binary(let symbol, _, let right) = operation.kind {
        links.append(link(symbol, right, at: operation.location, inner))
      }
      inner.depth -= 1
    }
    let all = links
    return { run, frame, input throws(JSONataError) in
      var value = try first(run, frame, input)
      for link in all { value = try link(run, frame, input, value) }
      return value
    }
  }

  /// Compiles one operator of a chain.
  private func link(
    _ symbol: Symbol, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> Link {
    let token = symbol.text
    if symbol == .and || symbol == .or {
      let code = entry(right, context)
      let decisive = symbol == .or
      return { run, frame, input, left throws(JSONataError) in
        do throws(JSONataError) {
          if try truth(of: left) == decisive { return .bool(decisive) }
          return .bool(try truth(of: try code(run, frame, input)))
        } catch {
          throw error.placed(at: location, token: token)
        }
      }
    }
    let code = compile(right, context)
    let operation = Operators.operation(symbol)
    return { run, frame, input, left throws(JSONataError) in
      let right = try code(run, frame, input)
      do throws(JSONataError) {
        return try operation(run, left, right)
      } catch {
        throw error.placed(at: location, token: token)
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
    let codes = items.map { CompiledPart(code: compile($0, context)) }
    let isNested = items.map { item in
      if case .array = item.kind { return true }
      return false
    }
    let traits: JSONArray.Traits = isCons ? .cons : []
    return { run, frame, input throws(JSONataError) in
      var elements: [JSONValue] = []
      for index in codes.indices {
        guard let value = try codes[index].code(run, frame, input) else { continue }
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

extension Node {
  /// Whether the part has no predicates, no grouping and no `[]`.
  var isBare: Bool { predicates == nil && group == nil && !keepArray }

  /// The finite number that the part is.
  var constantNumber: Double? {
    guard case .number(let number) = kind, isBare, number.isFinite else { return nil }
    return number
  }
}

extension JSONataError {
  /// The error placed at an operator, which overrides any earlier place.
  fileprivate func placed(at site: CallSite) -> JSONataError {
    placed(at: site.location, token: site.name ?? "")
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
