import JSON

/// `$map`, `$filter`, `$single`, `$reduce`, `$each`, `$sift`.
enum HigherOrderFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("map", "<af>", 2) { call throws(JSONataError) in try map(call) },
    Builtins.Definition("filter", "<af>", 2) { call throws(JSONataError) in try filter(call) },
    Builtins.Definition("single", "<af?>", 2) { call throws(JSONataError) in try single(call) },
    Builtins.Definition("reduce", "<afj?:j>", 3) { call throws(JSONataError) in try reduce(call) },
    Builtins.Definition("each", "<o-f:a>", 2) { call throws(JSONataError) in try each(call) },
    Builtins.Definition("sift", "<o-f?:o>", 2) { call throws(JSONataError) in try sift(call) },
  ]

  /// What the function gives for `value`, at `position` of `whole`.
  @inline(__always)
  private static func apply(
    _ function: FunctionValue, _ call: Invocation, _ value: JSONValue?,
    _ position: @autoclosure () -> JSONValue, _ whole: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    var arguments = Arguments(value)
    let arity = function.arity
    if arity >= 2 { arguments.append(position()) }
    if arity >= 3 { arguments.append(whole) }
    return try call.run.apply(function, arguments, context: nil, depth: call.depth)
  }

  /// What the function gives for each element.
  private static func map(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0), let function = call.function(1) else { return nil }
    var results: [JSONValue] = []
    results.reserveCapacity(min(list.elements.count, 4_096))
    for (index, element) in list.elements.enumerated() {
      let result = try apply(function, call, element, .count(index), call[0])
      if let result { results.append(result) }
      try call.run.check(count: results.count)
    }
    return .sequence(results)
  }

  /// The elements for which the function is true.
  private static func filter(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0), let function = call.function(1) else { return nil }
    var results: [JSONValue] = []
    for (index, element) in list.elements.enumerated() {
      let result = try apply(function, call, element, .count(index), call[0])
      if try truth(of: result) { results.append(element) }
    }
    try call.run.check(count: results.count)
    return .sequence(results)
  }

  /// The only element for which the function is true.
  private static func single(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0) else { return nil }
    var found: JSONValue?
    for (index, element) in list.elements.enumerated() {
      if let function = call.function(1),
        try !truth(of: try apply(function, call, element, .count(index), call[0]))
      {
        continue
      }
      guard found == nil else { throw JSONataError("D3138", value: nil, index: index) }
      found = element
    }
    guard let found else { throw JSONataError("D3139") }
    return found
  }

  /// The elements combined to one value.
  private static func reduce(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0), let function = call.function(1) else { return nil }
    let arity = function.arity
    guard arity >= 2 else { throw JSONataError("D3050", value: nil, index: 1) }
    var result = call[2]
    var start = 0
    if result == nil, let first = list.elements.first {
      result = first
      start = 1
    }
    for index in start..<max(start, list.elements.count) {
      var arguments = Arguments(result, list.elements[index])
      if arity >= 3 { arguments.append(.count(index)) }
      if arity >= 4 { arguments.append(call[0]) }
      result = try call.run.apply(function, arguments, context: nil, depth: call.depth)
    }
    return result
  }

  /// What the function gives for each member.
  private static func each(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let function = call.function(1) else { return nil }
    var results: [JSONValue] = []
    for (key, value) in call[0]?.objectValue?.orderedMembers ?? [] {
      let result = try apply(function, call, value, .string(key), call[0])
      if let result { results.append(result) }
    }
    return .sequence(results)
  }

  /// The members for which the function is true.
  private static func sift(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let function = call.function(1) else { return nil }
    var kept: [(key: String, value: JSONValue)] = []
    for (key, value) in call[0]?.objectValue?.orderedMembers ?? [] {
      if try truth(of: try apply(function, call, value, .string(key), call[0])) {
        kept.append((key, value))
      }
    }
    return kept.isEmpty ? .none : .object(kept)
  }
}
