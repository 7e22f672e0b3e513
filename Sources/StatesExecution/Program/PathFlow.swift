import JSON
import StatesLanguage

/// What a JSONPath state does with its input and its result.
final class PathFlow: Sendable {
  /// Which part of the input it works on.
  let input: Selection

  /// What it works on instead, made of that part.
  let parameters: TemplateCode?

  /// The result of a Pass state that has one.
  let constantResult: JSONValue?

  /// What is taken for its result, made of the result.
  let selector: TemplateCode?

  /// Where the result goes in the input.
  let placement: Placement

  /// Which part of that is handed on.
  let output: Selection

  /// A choice of a part, as `InputPath` and `OutputPath` make it.
  enum Selection: Sendable {
    /// All of it.
    case whole
    /// Nothing, which is `{}`.
    case nothing
    /// The part at a path.
    case part(PathCode)
  }

  /// Where a result goes.
  enum Placement: Sendable {
    /// In place of the input.
    case instead
    /// Nowhere; the input remains.
    case nowhere
    /// To a place in the input.
    case place(ReferencePath)
  }

  init(
    input: Selection = .whole, parameters: TemplateCode? = nil, constantResult: JSONValue? = nil,
    selector: TemplateCode? = nil, placement: Placement = .instead, output: Selection = .whole
  ) {
    self.input = input
    self.parameters = parameters
    self.constantResult = constantResult
    self.selector = selector
    self.placement = placement
    self.output = output
  }
}

extension PathFlow.Selection {
  /// The part of the input of `scope`.
  func value(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue {
    switch self {
    case .whole: scope.input
    case .nothing: .object(.empty)
    case .part(let code): try code.required(in: scope)
    }
  }
}

extension PathFlow.Placement {
  /// `input` with `result` in its place.
  func value(of result: JSONValue, in input: JSONValue) throws(StateError) -> JSONValue {
    switch self {
    case .instead: return result
    case .nowhere: return input
    case .place(let reference):
      if let combined = reference.setting(result, in: input) { return combined }
      throw StateError(
        ErrorName.resultPathMatch,
        cause: "Unable to apply ReferencePath \(reference.path.source) to input "
          + JSONWriter.compact(input))
    }
  }
}
