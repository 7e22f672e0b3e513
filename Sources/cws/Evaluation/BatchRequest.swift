import JSON
import JSONata

/// One line of `cws eval --batch`: an expression and what it is evaluated on.
struct BatchRequest {
  /// The expression.
  let source: String

  /// The input; nil where the line has none.
  let data: JSONValue?

  /// What evaluates the expression.
  let evaluator: Evaluator

  /// The longest time, in milliseconds, of a line of plain JSONata that names none.
  private static let patience = 10_000

  /// Reads a line; `dialect` is that of a line that names none.
  init(_ line: [UInt8], dialect: JSONataExpression.Dialect) throws(BatchError) {
    let content = try Self.read(line)
    guard case .object = content else { throw BatchError("a line must be an object") }
    guard let source = content["expr"]?.stringValue else {
      throw BatchError("`expr` must be a text")
    }
    self.source = source
    data = content["data"]
    evaluator = try Self.evaluator(for: content, dialect: dialect)
  }

  /// The JSON of `line`.
  private static func read(_ line: [UInt8]) throws(BatchError) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONReader.read(utf8: line)
    } catch {
      throw BatchError(error)
    }
  }

  /// The evaluator that `content` asks for.
  private static func evaluator(
    for content: JSONValue, dialect: JSONataExpression.Dialect
  ) throws(BatchError) -> Evaluator {
    var evaluator = Evaluator(dialect: try self.dialect(content["dialect"]) ?? dialect)
    evaluator.bindings = try bindings(content["bindings"])
    let options = content["options"]
    evaluator.milliseconds =
      try limit("timelimit", content["timelimit"] ?? options?["timeout"])
      ?? (evaluator.dialect == .jsonata ? patience : nil)
    evaluator.depth = try limit("depth", content["depth"] ?? options?["stack"])
    evaluator.sequenceLength = try limit("sequence", options?["sequence"])
    return evaluator
  }

  /// The dialect that `value` names.
  private static func dialect(
    _ value: JSONValue?
  ) throws(BatchError) -> JSONataExpression.Dialect? {
    guard let value, !value.isNull else { return nil }
    guard let name = value.stringValue, let known = DialectName(rawValue: name) else {
      throw BatchError("`dialect` must be \"aws\" or \"jsonata\"")
    }
    return known.dialect
  }

  /// The variables that `value` gives.
  private static func bindings(_ value: JSONValue?) throws(BatchError) -> [String: JSONValue] {
    guard let value, !value.isNull else { return [:] }
    guard let members = value.objectValue?.members else {
      throw BatchError("`bindings` must be an object")
    }
    return Dictionary(members.map { ($0.key, $0.value) }) { $1 }
  }

  /// The limit that `value` sets.
  private static func limit(_ name: String, _ value: JSONValue?) throws(BatchError) -> Int? {
    guard let value, !value.isNull else { return nil }
    guard let number = value.intValue, number >= 0 else {
      throw BatchError("`\(name)` must be a whole number that is not negative")
    }
    return number
  }
}

/// What is wrong with a line of a batch.
struct BatchError: Error {
  /// The stable name of the mistake.
  let code: String

  /// The mistake, as one sentence.
  let message: String

  /// The UTF-8 offset in the line at which it was seen, if it is a mistake of its JSON.
  let position: Int?

  /// The mistake that `message` tells, of a line that is JSON.
  init(_ message: String) {
    code = "bad-request"
    self.message = message
    position = nil
  }

  /// A mistake of the line's JSON.
  init(_ error: JSONSyntaxError) {
    code = "json-syntax"
    message = error.message
    position = error.offset
  }
}
