import JSON
import StatesLanguage

extension NumberCode {
  /// The number, which must be a whole one.
  func integer(in scope: borrowing EvaluationScope) throws(StateError) -> Int {
    switch self {
    case .template(let template, let name): try template.integer(name, in: scope)
    case .path(let path): try path.integer(in: scope)
    }
  }

  /// The number.
  func number(in scope: borrowing EvaluationScope) throws(StateError) -> Double {
    switch self {
    case .template(let template, let name): try template.number(name, in: scope)
    case .path(let path): try path.number(in: scope)
    }
  }

  /// The error about a number that the field does not allow.
  func refusal(_ sentence: String) -> StateError {
    switch self {
    case .template(_, let name): StateError(evaluating: name, sentence)
    case .path: StateError(runtime: sentence)
    }
  }
}

extension TemplateCode {
  /// The value of the field `name`, which must be a whole number.
  func integer(
    _ name: String, in scope: borrowing EvaluationScope
  ) throws(StateError) -> Int {
    let value = try evaluate(in: scope)
    if let number = value.intValue { return number }
    throw unexpectedType(value, name, expected: "number")
  }

  /// The value of the field `name`, which must be a number.
  func number(
    _ name: String, in scope: borrowing EvaluationScope
  ) throws(StateError) -> Double {
    let value = try evaluate(in: scope)
    if let number = value.doubleValue { return number }
    throw unexpectedType(value, name, expected: "number")
  }

  /// The value of the field `name`, which must be a text.
  func text(
    _ name: String, in scope: borrowing EvaluationScope
  ) throws(StateError) -> String {
    let value = try evaluate(in: scope)
    if let text = value.stringValue { return text }
    throw unexpectedType(value, name, expected: "string")
  }

  /// The value of the field `name`, which must be a truth value.
  func bool(
    _ name: @autoclosure () -> String, in scope: borrowing EvaluationScope
  ) throws(StateError) -> Bool {
    let value = try evaluate(in: scope)
    if let bool = value.boolValue { return bool }
    throw unexpectedType(value, name(), expected: "boolean")
  }

  /// The value of the field `name`, which must be a list.
  func array(
    _ name: String, in scope: borrowing EvaluationScope
  ) throws(StateError) -> [JSONValue] {
    let value = try evaluate(in: scope)
    if let elements = value.arrayValue { return elements }
    throw unexpectedType(value, name, expected: "array")
  }

  /// The error about a value of the field `name` that is not of the type `expected`.
  private func unexpectedType(
    _ value: JSONValue, _ name: String, expected: String
  ) -> StateError {
    switch self {
    case .expression(let expression): return expression.unexpectedType(value, expected: expected)
    case .path(let path):
      return StateError(
        runtime: "The \(path.name) parameter does not reference a \(expected): "
          + "\(path.source) == \(JavaText.text(of: value))")
    default: break
    }
    let text = JSONWriter.compact(value)
    return StateError(
      evaluating: name,
      "The value specified for the field '\(name)' has an unexpected type. Expected "
        + "'\(expected)', but was '\(value.typeName)' for value: \(text)")
  }
}
