import JSON
import JSONata
import StatesLanguage

/// A template made ready to be evaluated, whose constant parts are shared by all results.
indirect enum TemplateCode: Sendable {
  /// A part without anything to evaluate.
  case constant(JSONValue)

  /// An expression.
  case expression(ExpressionCode)

  /// A path or a call of an intrinsic function.
  case path(PathFieldCode)

  /// A list with something to evaluate in it.
  case array([TemplateCode])

  /// An object with something to evaluate in it.
  case object(JSONShape, [TemplateCode])

  /// Compiles `json`, which is the field `location` of a state.
  init(
    _ json: JSONValue, location: String, resolve: (String) -> VariableAddress?,
    failures: inout [TemplateFailure]
  ) {
    switch json {
    case .string(let content):
      self = Self.text(content.text, json, location, resolve, &failures)
    case .array(let list):
      let parts = list.elements.enumerated().map { index, element in
        TemplateCode(
          element, location: "\(location)[\(index)]", resolve: resolve, failures: &failures)
      }
      self = parts.allSatisfy(\.isConstant) ? .constant(json) : .array(parts)
    case .object(let object):
      let parts = object.members.map { key, value in
        TemplateCode(value, location: "\(location)/\(key)", resolve: resolve, failures: &failures)
      }
      self = parts.allSatisfy(\.isConstant) ? .constant(json) : .object(object.shape, parts)
    default: self = .constant(json)
    }
  }

  /// Compiles a text, which may be an expression.
  private static func text(
    _ text: String, _ json: JSONValue, _ location: String,
    _ resolve: (String) -> VariableAddress?, _ failures: inout [TemplateFailure]
  ) -> TemplateCode {
    guard let source = Template.expression(in: text) else { return .constant(json) }
    do throws(JSONataError) {
      return .expression(try ExpressionCode(source, location: location, resolve: resolve))
    } catch {
      failures.append(TemplateFailure(location: location, error: error))
      return .constant(.null)
    }
  }

  /// Whether it has no expression.
  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// The value in `scope`; throws if an expression fails or has no value.
  func evaluate(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue {
    switch self {
    case .constant(let value): return value
    case .expression(let expression): return try expression.evaluate(in: scope)
    case .path(let path): return try path.evaluate(in: scope)
    case .array(let parts):
      var elements: [JSONValue] = []
      elements.reserveCapacity(parts.count)
      for part in parts { elements.append(try part.evaluate(in: scope)) }
      return .array(elements)
    case .object(let shape, let parts):
      var values: [JSONValue] = []
      values.reserveCapacity(parts.count)
      for part in parts { values.append(try part.evaluate(in: scope)) }
      return .object(JSONObject(shape: shape, values: values))
    }
  }
}

/// An expression of a template that is no JSONata.
struct TemplateFailure: Sendable {
  /// Its place, as AWS writes it.
  var location: String

  /// What is wrong.
  var error: JSONataError
}
