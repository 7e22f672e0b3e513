/// What the built-in functions give that do not hand on their arguments.
enum BuiltinTypes {
  /// The type of the result of the function `name` for arguments of the types `arguments`.
  static func result(of name: String, for arguments: [ValueType]) -> ValueType {
    guard let result = results[name] else { return .unknown }
    let isMissing = arguments.contains { $0.mayBeUndefined }
    return result.type.undefined(if: result.needsArguments && isMissing)
  }

  /// What a function gives, and whether that may be nothing if an argument is undefined.
  private struct Result {
    let type: ValueType
    let needsArguments: Bool
  }

  /// The results by the functions' names.
  private static let results: [String: Result] = {
    var results: [String: Result] = [:]
    func add(_ type: ValueType, needsArguments: Bool = true, _ names: String...) {
      for name in names { results[name] = Result(type: type, needsArguments: needsArguments) }
    }
    add(
      .string, "string", "substring", "substringBefore", "substringAfter", "lowercase",
      "uppercase", "trim", "pad", "join", "replace", "base64encode", "base64decode", "encodeUrl",
      "encodeUrlComponent", "decodeUrl", "decodeUrlComponent", "formatBase", "formatNumber",
      "formatInteger", "fromMillis", "hash", "type")
    add(.string, needsArguments: false, "now", "uuid")
    add(
      .number, "number", "abs", "floor", "ceil", "round", "sqrt", "power", "length", "sum")
    add(.number.undefined(), "max", "min", "average", "parseInteger", "toMillis")
    add(.number, needsArguments: false, "count", "millis", "random")
    add(.boolean, "boolean", "not", "contains")
    add(.boolean, needsArguments: false, "exists")
    add(.undefined, needsArguments: false, "assert")
    add(.never, needsArguments: false, "error")
    add(.array(.string), "split")
    add(.array(.number), "range")
    add(.array(.array(nil)), "partition")
    add(.array(.array(nil)), needsArguments: false, "zip")
    add(.string.sequence, "keys")
    add(ValueType(.object).sequence, "match")
    add(.unknown, "clone", "distinct", "eval", "parse", "spread")
    return results
  }()
}
