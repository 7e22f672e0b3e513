import JSON

extension JSONPath {
  /// Why the definite path has no value in `root`, in Jayway's words.
  func failure(in root: JSONValue) -> JSONPathError {
    var value = root
    var path = "$"
    for (index, step) in steps.enumerated() {
      if let next = step.next(from: value, root: root) {
        value = next
        path += step.text
        continue
      }
      return failure(of: step, isLast: index == steps.count - 1, on: value, at: path)
    }
    return JSONPathError("No results for path: \(self)")
  }

  /// Why `step` leads nowhere from `value`, which stands at `path`.
  private func failure(
    of step: Step, isLast: Bool, on value: JSONValue, at path: String
  ) -> JSONPathError {
    switch (step, value) {
    case (.member, .object), (.members, .object):
      return JSONPathError(
        isLast ? "No results for path: \(self)" : "Missing property in path \(path)\(step.text)")
    case (.member, _), (.members, _):
      return wrongType(
        "Expected to find an object with property \(step.text) in path \(path) but found "
          + "'\(value.javaClassName)'. This is not a json object according to the JsonProvider: "
          + "'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.")
    case (.element, .array):
      var error = JSONPathError("No results for path: \(self)")
      error.isBeyondEnd = true
      return error
    case (.element, .null): return wrongType("The path \(path) is null")
    case (.element, _):
      return wrongType(
        "Filter: \(step.text) can only be applied to arrays. Current context is: "
          + JavaText.text(of: value))
    default: return JSONPathError("No results for path: \(self)")
    }
  }

  /// The error about a value of the wrong type.
  private func wrongType(_ message: String) -> JSONPathError {
    var error = JSONPathError(message)
    error.isMissing = false
    return error
  }
}

extension JSONValue {
  /// The name of the class that Java gives the value.
  fileprivate var javaClassName: String {
    switch self {
    case .null: "null"
    case .bool: "java.lang.Boolean"
    case .integer(let value):
      Int32(exactly: value) != nil ? "java.lang.Integer" : "java.lang.Long"
    case .number: "java.lang.Double"
    case .string: "java.lang.String"
    case .array: "java.util.ArrayList"
    case .object: "java.util.LinkedHashMap"
    case .function: "java.lang.Object"
    }
  }
}
