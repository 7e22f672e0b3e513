import JSONata

/// What the parser asks of JSONata: the one place that calls its parser.
enum ExpressionSyntax {
  /// What became of a text.
  enum Outcome {
    /// An expression that takes this many bytes of the text.
    case expression(JSONataExpression, length: Int)

    /// A mistake at this range of the text.
    case mistake(code: String, message: String, range: Range<Int>)
  }

  /// The names of the built-in functions, without `$`.
  static let functions: Set<String> = JSONataBuiltins.names(in: .aws)

  /// Reads the longest expression that `text` starts with.
  static func parsePrefix(of text: String) -> Outcome {
    do throws(JSONataError) {
      let (expression, end) = try JSONataExpression.parsePrefix(of: text)
      return .expression(expression, length: end)
    } catch {
      let count = text.utf8.count
      let range = error.range ?? count..<count
      return .mistake(code: error.code, message: sentence(error.message), range: range)
    }
  }

  /// Whether `word` is a value or starts one although it is a bare word.
  static func isValueWord(_ word: String) -> Bool {
    ["true", "false", "null", "function", "λ"].contains(word)
  }

  /// The reference's sentence in the form of our diagnostics.
  private static func sentence(_ message: String) -> String {
    var text = message.prefix(1).lowercased() + message.dropFirst()
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
