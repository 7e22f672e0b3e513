import JSON
import JSONata

/// The functions that the suite's host defines, in Swift.
enum HostFunctions {
  /// The functions of one case.
  static func functions(for content: JSONValue) -> [String: HostFunction] {
    let names = content["hostFunctions"]?.objectValue?.keys ?? []
    return all.filter { names.contains($0.key) }
  }

  /// All functions.
  private static let all: [String: HostFunction] = [
    "clone": HostFunction(arity: 1) { call in call.arguments[0].map { copied($0) } },
    "squareroot": HostFunction(arity: 1) { call in
      (call.arguments[0]?.doubleValue).map { .number($0.squareRoot()) }
    },
    "even": HostFunction(arity: 1) { call in
      (call.arguments[0]?.intValue).map { .bool($0.isMultiple(of: 2)) }
    },
    "substr": HostFunction(arity: 3) { call in
      guard let text = call.arguments[0]?.stringValue else { return nil }
      let start = call.arguments[1]?.intValue ?? 0
      return .string(String(text.dropFirst(start).prefix(call.arguments[2]?.intValue ?? 0)))
    },
    "repeatingLetters": HostFunction(arity: 2) { call throws(JSONataError) in
      let letter = call.arguments[0]?.stringValue ?? ""
      return try matcher(String(repeating: letter, count: call.arguments[1]?.intValue ?? 0))
    },
    "myfunc": HostFunction(arity: 2) { call throws(JSONataError) in
      let result = try call.apply(call.arguments[1], to: [call.arguments[0]])
      return result?.doubleValue.map { .number($0 * 2) }
    },
    "myfunc2": HostFunction(arity: 1) { call in
      (call.arguments[0]?[1]?.doubleValue).map { .number($0 * 2) }
    },
    "startsWith": HostFunction(arity: 1) { call throws(JSONataError) in
      let prefix = call.arguments[0]?.stringValue ?? ""
      return try HostFunction(arity: 1) { call in
        (call.arguments[0]?.stringValue).map { .bool($0.hasPrefix(prefix)) }
      }.value()
    },
    "slow": HostFunction(arity: 1, signature: "<s:s>") { call in
      (call.arguments[0]?.stringValue).map { .string("done:\($0)") }
    },
    "counter": HostFunction(arity: 1) { call throws(JSONataError) in
      try counter(call.arguments[0]?.intValue ?? 0)
    },
  ]

  /// A deep copy of `value`.
  private static func copied(_ value: JSONValue) -> JSONValue {
    (try? JSONReader.read(JSONWriter.compact(value))) ?? value
  }

  /// An object with a count and a function that gives the next one.
  private static func counter(_ count: Int) throws(JSONataError) -> JSONValue {
    let next = try HostFunction(arity: 0) { _ throws(JSONataError) in try counter(count + 1) }
      .value()
    return ["value": .integer(Int64(count)), "inc": next]
  }

  /// A function that finds `text` in others.
  private static func matcher(_ text: String) throws(JSONataError) -> JSONValue {
    try HostFunction(arity: 1) { call throws(JSONataError) in
      try match(text, in: call.arguments[0]?.stringValue ?? "", from: 0)
    }.value()
  }

  /// The first occurrence of `pattern` in `text` from `start`.
  private static func match(
    _ pattern: String, in text: String, from start: Int
  ) throws(JSONataError) -> JSONValue? {
    guard let range = text.dropFirst(start).firstRange(of: pattern) else { return nil }
    let position = text.distance(from: text.startIndex, to: range.lowerBound)
    let end = position + pattern.count
    let next = try HostFunction(arity: 0) { _ throws(JSONataError) in
      try match(pattern, in: text, from: end)
    }.value()
    return [
      "match": .string(pattern), "start": .integer(Int64(position)), "end": .integer(Int64(end)),
      "groups": [], "next": next,
    ]
  }
}
