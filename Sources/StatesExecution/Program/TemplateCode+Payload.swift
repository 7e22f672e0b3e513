import JSON
import StatesLanguage

extension TemplateCode {
  /// Compiles the payload template `json`, which is the field `location` of a JSONPath state:
  /// members whose names end in `.$` have the values of paths and calls.
  init(
    payload json: JSONValue, location: String, resolve: (String) -> VariableAddress?,
    failures: inout [PayloadFailure]
  ) {
    switch json {
    case .array(let list):
      let parts = list.elements.enumerated().map { index, element in
        TemplateCode(
          payload: element, location: "\(location)[\(index)]", resolve: resolve,
          failures: &failures)
      }
      self = parts.allSatisfy(\.isConstant) ? .constant(json) : .array(parts)
    case .object(let object):
      var names: [String] = []
      var parts: [TemplateCode] = []
      for (key, value) in object.members {
        names.append(key.withoutPathSuffix)
        parts.append(
          TemplateCode(
            member: value, key: key, location: "\(location)/\(key)", resolve: resolve,
            failures: &failures))
      }
      self =
        parts.allSatisfy(\.isConstant)
        ? .constant(.object(zip(names, parts).map { (key: $0, value: $1.constantValue) }))
        : .object(JSONShape(uniqueKeys: names), parts)
    default: self = .constant(json)
    }
  }

  /// Compiles the member `key` of a payload template.
  init(
    member value: JSONValue, key: String, location: String,
    resolve: (String) -> VariableAddress?, failures: inout [PayloadFailure]
  ) {
    guard key.hasPathSuffix else {
      self.init(payload: value, location: location, resolve: resolve, failures: &failures)
      return
    }
    self.init(
      path: value, name: key, location: location, resolve: resolve, failures: &failures)
  }

  /// Compiles the field `name`, whose value is a path or a call.
  init(
    path value: JSONValue, name: String, location: String,
    resolve: (String) -> VariableAddress?, failures: inout [PayloadFailure]
  ) {
    do throws(JSONPathSyntaxError) {
      guard let source = value.stringValue else {
        throw JSONPathSyntaxError("The value is no text", at: 0)
      }
      self = .path(
        try PathFieldCode(source, name: name, location: location, resolve: resolve))
    } catch {
      failures.append(PayloadFailure(field: name, location: location, error: error))
      self = .constant(.null)
    }
  }

  /// The value, if it is constant.
  private var constantValue: JSONValue {
    if case .constant(let value) = self { return value }
    return .null
  }
}

/// A member of a payload template that is neither a path nor a call.
struct PayloadFailure: Sendable {
  /// The member's name.
  var field: String

  /// Its place.
  var location: String

  /// What is wrong.
  var error: JSONPathSyntaxError
}
