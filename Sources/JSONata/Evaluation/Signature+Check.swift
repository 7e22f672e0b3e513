import JSON

extension Signature {
  /// Checks `arguments`, puts the context where one is missing, and makes lists where they are
  /// wanted.
  func check(_ arguments: inout Arguments, context: JSONValue?) throws(JSONataError) {
    guard isPlain, fits(arguments, context) else {
      return try match(&arguments, context: context)
    }
    for index in parameters.indices {
      if index >= arguments.count {
        arguments.append(parameters[index].usesContext ? context : nil)
      }
      if parameters[index].isArray {
        try makeList(&arguments, at: index)
      }
    }
  }

  /// Whether each argument suits the parameter at its position, and the rest may be missing.
  @inline(__always)
  private func fits(_ arguments: borrowing Arguments, _ context: JSONValue?) -> Bool {
    guard arguments.count <= parameters.count else { return false }
    for index in parameters.indices {
      if index < arguments.count {
        if !parameters[index].kinds.contains(ValueKinds(arguments[index])) { return false }
      } else if !parameters[index].isOptional {
        return false
      } else if parameters[index].usesContext,
        !parameters[index].kinds.contains(ValueKinds(context))
      {
        return false
      }
    }
    return true
  }

  /// Makes a list of the argument at `index`, and checks its elements.
  @inline(__always)
  private func makeList(_ arguments: inout Arguments, at index: Int) throws(JSONataError) {
    if case .array(let list) = arguments[index] {
      guard let kind = parameters[index].elementKind else { return }
      if Self.areAll(list, of: kind) { return }
    }
    arguments[index] = try list(arguments[index], for: parameters[index], at: index)
  }

  /// Whether all elements of `list` are of the kind `kind`.
  private static func areAll(_ list: JSONArray, of kind: ValueKinds) -> Bool {
    if kind == .number, list.isNumeric { return true }
    return list.borrowed.indices.allSatisfy { ValueKinds(at: list.borrowed, $0) == kind }
  }

  /// Finds which parameter takes which argument, as the reference's regular expression does.
  private func match(_ arguments: inout Arguments, context: JSONValue?) throws(JSONataError) {
    let kinds = (0..<arguments.count).map { ValueKinds(arguments[$0]) }
    var counts: [Int] = []
    guard take(0, 0, kinds, &counts) else { throw mismatch(arguments, kinds) }
    var result = Arguments()
    var position = 0
    for (parameter, count) in zip(parameters, counts) {
      if count == 0, parameter.usesContext {
        guard parameter.kinds.contains(ValueKinds(context)) else {
          throw JSONataError("T0411", value: context, details: Self.index(position))
        }
        result.append(context)
      } else if count == 0 {
        result.append(arguments[position])
        position += 1
      }
      for _ in 0..<count {
        let value = arguments[position]
        result.append(
          parameter.isArray ? try list(value, for: parameter, at: position) : value)
        position += 1
      }
    }
    arguments = result
  }

  /// Gives the arguments from `position` to the parameters from `index`, as many as it can to the
  /// first.
  private func take(
    _ index: Int, _ position: Int, _ kinds: [ValueKinds], _ counts: inout [Int]
  ) -> Bool {
    guard index < parameters.count else { return position == kinds.count }
    let parameter = parameters[index]
    let limit = parameter.repeats ? kinds.count - position : 1
    let fitting = kinds[position...].prefix(limit).prefix { parameter.kinds.contains($0) }.count
    for count in stride(from: fitting, through: parameter.isOptional ? 0 : 1, by: -1) {
      counts.append(count)
      if take(index + 1, position + count, kinds, &counts) { return true }
      counts.removeLast()
    }
    return false
  }

  /// The error about the first argument that no parameter takes.
  private func mismatch(_ arguments: Arguments, _ kinds: [ValueKinds]) -> JSONataError {
    var good = 0
    for count in 1...max(1, parameters.count) where count <= parameters.count {
      guard let matched = longestMatch(of: parameters.prefix(count), kinds) else { break }
      good = matched
    }
    return JSONataError("T0410", value: arguments[good], details: Self.index(good))
  }

  /// How many arguments `parameters` take, if they fit at all.
  private func longestMatch(of parameters: ArraySlice<Parameter>, _ kinds: [ValueKinds]) -> Int? {
    guard let first = parameters.first else { return 0 }
    let limit = first.repeats ? kinds.count : 1
    let fitting = kinds.prefix(limit).prefix { first.kinds.contains($0) }.count
    for count in stride(from: fitting, through: first.isOptional ? 0 : 1, by: -1) {
      if let rest = longestMatch(of: parameters.dropFirst(), Array(kinds.dropFirst(count))) {
        return count + rest
      }
    }
    return nil
  }

  /// `value` as a list whose elements are as the parameter says.
  private func list(
    _ value: JSONValue?, for parameter: Parameter, at position: Int
  ) throws(JSONataError) -> JSONValue? {
    guard let value else { return nil }
    if let elements = parameter.elements, !Self.accepts(value, elements: elements) {
      let names: [Character: JSONValue] = [
        "a": "arrays", "b": "booleans", "f": "functions", "n": "numbers", "o": "objects",
        "s": "strings",
      ]
      var details = Self.index(position)
      details["type"] = elements.first.flatMap { names[$0] }
      throw JSONataError("T0412", value: value, details: details)
    }
    if case .array = value { return value }
    return .array([value])
  }

  /// Whether `value`, or each of its elements, is of the kind that `elements` starts with.
  private static func accepts(_ value: JSONValue, elements: String) -> Bool {
    guard let letter = elements.first else { return true }
    let kind = ValueKinds(letter: letter)
    guard case .array(let list) = value else {
      return elements.count == 1 && ValueKinds(value) == kind
    }
    return areAll(list, of: kind)
  }

  /// The detail of an error about the argument at `position`.
  private static func index(_ position: Int) -> [String: JSONValue] {
    ["index": .integer(Int64(position + 1))]
  }
}

extension ValueKinds {
  /// The kind of the element at `index`, which is not copied.
  @inline(__always)
  fileprivate init(at elements: UnsafeBufferPointer<JSONValue>, _ index: Int) {
    switch elements[index] {
    case .null: self = .null
    case .bool: self = .boolean
    case .integer, .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    case .function: self = .function
    }
  }
}
