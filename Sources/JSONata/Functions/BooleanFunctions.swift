import JSON

/// `$boolean`, `$not`, `$exists`, `$type`, `$assert`, `$error`.
enum BooleanFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("boolean", "<x-:b>", 1) { call throws(JSONataError) in
      guard let value = call[0] else { return nil }
      return .bool(try truth(of: value))
    },
    Builtins.Definition("not", "<x-:b>", 1) { call throws(JSONataError) in
      guard let value = call[0] else { return nil }
      return .bool(try !truth(of: value))
    },
    Builtins.Definition("exists", "<x:b>", 1) { call in .bool(call[0] != nil) },
    Builtins.Definition("type", "<x:s>", 1) { call throws(JSONataError) in
      guard let value = call[0] else { return nil }
      if case .number(let number) = value, number.isInfinite {
        throw JSONataError("D1001", value: value)
      }
      return .string(value.typeName)
    },
    Builtins.Definition("assert", "<bs?:x>", 2) { call throws(JSONataError) in
      if try truth(of: call[0]) { return nil }
      throw failure("D3141", call.text(1), "$assert() statement failed")
    },
    Builtins.Definition("error", "<s?:x>", 1) { call throws(JSONataError) in
      throw failure("D3137", call.text(0), "$error() function evaluated")
    },
  ]

  /// The error with a message of the expression's own.
  private static func failure(
    _ code: String, _ message: String?, _ fallback: String
  ) -> JSONataError {
    let text = message.flatMap { $0.isEmpty ? nil : $0 } ?? fallback
    return JSONataError(code, details: ["message": .string(text)])
  }
}
