import JSON
import StatesLanguage

/// A field such as `MaxConcurrencyPath`, whose path names a number, or a text of one.
struct PathNumberCode: Sendable {
  /// The field's name.
  let name: String

  /// The path.
  let path: PathCode

  /// The whole number that the path names.
  func integer(in scope: borrowing EvaluationScope) throws(StateError) -> Int {
    let value = try path.required(in: scope)
    let number = value.stringValue.flatMap { Int($0) } ?? value.wholeNumber
    guard let number else { throw refusal(of: value, expected: "integer") }
    return number
  }

  /// The number that the path names.
  func number(in scope: borrowing EvaluationScope) throws(StateError) -> Double {
    let value = try path.required(in: scope)
    let number = value.stringValue.flatMap { Double($0) } ?? value.doubleValue
    guard let number else { throw refusal(of: value, expected: "float") }
    return number
  }

  /// The error about a value that is no such number.
  private func refusal(of value: JSONValue, expected: String) -> StateError {
    let text = value.stringValue ?? JSONWriter.compact(value)
    return StateError(
      runtime: "The \(name) field refers to value \"\(text)\" which is not a valid \(expected): "
        + path.path.source)
  }
}

extension JSONValue {
  /// The number, if it is written without a fraction.
  var wholeNumber: Int? {
    if case .integer(let value) = self { return Int(exactly: value) }
    return nil
  }
}
