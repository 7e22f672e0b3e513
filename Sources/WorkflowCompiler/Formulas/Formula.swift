import JSON

/// A JSONata expression on its way into a state: its text, unchanged, and what it reads.
struct Formula: Equatable, Sendable {
  /// A variable of the expression that is set before the rest.
  struct Binding: Equatable, Sendable {
    /// The name, without `$`.
    var name: String

    /// The expression of its value.
    var source: String
  }

  /// The expression as it was written.
  var source: String

  /// The variables that must be there when it is evaluated, without `$`.
  var reads: Set<String>

  /// The variables that the text sets before the expression, in order.
  var bindings: [Binding] = []

  /// The value, if the expression is plain JSON.
  var constant: JSONValue?

  /// Creates an expression.
  init(_ source: String, reads: Set<String> = [], constant: JSONValue? = nil) {
    self.source = source
    self.reads = reads
    self.constant = constant
  }

  /// The whole text: the expression, in a block if variables are set before it.
  var text: String {
    guard !bindings.isEmpty else { return source }
    let prefix = bindings.map { "$\($0.name) := \($0.source); " }.joined()
    return "(\(prefix)\(source))"
  }

  /// The expression with the variable `name`, if it reads it, set to the value of `value`.
  func binding(_ name: String, to value: Formula) -> Formula {
    guard reads.contains(name) else { return self }
    var copy = self
    copy.reads.remove(name)
    copy.reads.formUnion(value.reads)
    let prefix = value.bindings + [Binding(name: name, source: value.source)]
    copy.bindings = prefix + bindings.filter { !prefix.contains($0) }
    return copy
  }

  /// The expression as an operand: in parentheses, unless it is a name, a path or a call.
  var operand: String {
    bindings.isEmpty && JSONataText.isSimplePath(source) ? source : "(\(text))"
  }

  /// The expression inside a larger one, which `wrap` makes of its text.
  func wrapped(_ wrap: (String) -> String) -> Formula {
    Formula(wrap(text), reads: reads)
  }
}
