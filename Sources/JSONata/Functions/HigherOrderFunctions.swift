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

  /// What the function gives for each element.
  private static func map(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let elements = call.list(0)?.elements, let function = call.function(1) else { return nil }
    let run = call.run
    let transform = RepeatedCall(function, by: call)
    var results: [JSONValue] = []
    results.reserveCapacity(min(elements.count, 4_096))
    for index in elements.indices {
      let result = try transform(elements[index], .count(index), call[0])
      if let result { results.append(result) }
      try run.check(count: results.count)
    }
    return .sequence(results)
  }

  /// The elements for which the function is true.
  private static func filter(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let elements = call.list(0)?.elements, let function = call.function(1) else { return nil }
    let condition = RepeatedCall(function, by: call)
    var results: [JSONValue] = []
    for index in elements.indices {
      let result = try condition(elements[index], .count(index), call[0])
      if try truth(of: result) { results.append(elements[index]) }
    }
    try call.run.check(count: results.count)
    return .sequence(results)
  }

  /// The only element for which the function is true.
  private static func single(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let elements = call.list(0)?.elements else { return nil }
    guard let function = call.function(1) else { return try only(of: elements) }
    let condition = RepeatedCall(function, by: call)
    var found: JSONValue?
    for index in elements.indices {
      let result = try condition(elements[index], .count(index), call[0])
      guard try truth(of: result) else { continue }
      guard found == nil else { throw JSONataError("D3138", value: nil, index: index) }
      found = elements[index]
    }
    guard let found else { throw JSONataError("D3139") }
    return found
  }

  /// The element of a list that has no other.
  private static func only(of elements: [JSONValue]) throws(JSONataError) -> JSONValue {
    guard let first = elements.first else { throw JSONataError("D3139") }
    if elements.count > 1 { throw JSONataError("D3138", value: nil, index: 1) }
    return first
  }

  /// The elements combined to one value.
  private static func reduce(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let elements = call.list(0)?.elements, let function = call.function(1) else { return nil }
    let combine = RepeatedCall(function, by: call)
    guard combine.arity >= 2 else { throw JSONataError("D3050", value: nil, index: 1) }
    var result = call[2]
    var start = 0
    if result == nil, let first = elements.first {
      result = first
      start = 1
    }
    for index in start..<max(start, elements.count) {
      result = try combine(result, elements[index], .count(index), call[0])
    }
    return result
  }

  /// What the function gives for each member.
  private static func each(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let function = call.function(1) else { return nil }
    let transform = RepeatedCall(function, by: call)
    var results: [JSONValue] = []
    for (key, value) in call[0]?.objectValue?.orderedMembers ?? [] {
      let result = try transform(value, .string(key), call[0])
      if let result { results.append(result) }
    }
    return .sequence(results)
  }

  /// The members for which the function is true.
  private static func sift(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let function = call.function(1) else { return nil }
    let condition = RepeatedCall(function, by: call)
    var kept: [(key: String, value: JSONValue)] = []
    for (key, value) in call[0]?.objectValue?.orderedMembers ?? [] {
      if try truth(of: try condition(value, .string(key), call[0])) { kept.append((key, value)) }
    }
    return kept.isEmpty ? .none : .object(kept)
  }
}
