/// What is known of the built-in functions, for completion, help and checks.
package enum JSONataBuiltins {
  /// A built-in function.
  package struct Function: Sendable {
    /// The name without `$`.
    package let name: String

    /// The parameters as documentation writes them: `(string, start [, length])`.
    package let parameters: String

    /// What it does, in one sentence.
    package let summary: String

    /// How it is called: `$substring(string, start [, length])`.
    package var signature: String { "$\(name)\(parameters)" }
  }

  /// The names of all built-in functions of the `aws` dialect, without `$`, in alphabetical order.
  package static let names: [String] = names(in: .aws).sorted()

  /// The function called `name`.
  package static func function(named name: String) -> Function? {
    functions.first { $0.name == name }
  }

  /// The names of the functions of `dialect`.
  package static func names(in dialect: JSONataExpression.Dialect) -> Set<String> {
    let other: Set<String> =
      dialect == .aws ? ["eval"] : ["partition", "range", "hash", "uuid", "parse"]
    return Set(functions.map(\.name)).subtracting(other)
  }
}
