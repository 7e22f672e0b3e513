package import JSON

/// A path that names one place, at which a value can be put.
package struct ReferencePath: Sendable {
  /// The path.
  package let path: JSONPath

  /// Reads `source`, which must be one whole reference path.
  package init(_ source: String) throws(JSONPathSyntaxError) {
    path = try JSONPath(source)
    guard path.isReference else {
      throw JSONPathSyntaxError("it names several places", at: 0)
    }
  }

  /// Whether it names the whole.
  package var isRoot: Bool { path.isRoot }

  /// `root` with `value` at the path; nil if the path cannot be applied.
  ///
  /// Members that are not there are added, elements are not.
  package func setting(_ value: JSONValue, in root: JSONValue) -> JSONValue? {
    Self.setting(value, at: path.steps[...], in: root)
  }

  /// `root` with `value` at the end of `steps`.
  private static func setting(
    _ value: JSONValue, at steps: ArraySlice<JSONPath.Step>, in root: JSONValue?
  ) -> JSONValue? {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    switch (step, root) {
    case (.member(let name), .object(let object)):
      guard let inner = setting(value, at: rest, in: object[name]) else { return nil }
      return .object(object.setting(name, to: inner))
    case (.member(let name), nil):
      guard let inner = setting(value, at: rest, in: nil) else { return nil }
      return .object([(key: name, value: inner)])
    case (.element(let index), .array(let list)):
      guard list.elements.indices.contains(index),
        let inner = setting(value, at: rest, in: list.elements[index])
      else { return nil }
      var elements = list.elements
      elements[index] = inner
      return .array(elements)
    default: return nil
    }
  }
}

extension JSONPath {
  /// Whether it can only name one place that needs no evaluation.
  package var isReference: Bool {
    steps.allSatisfy { step in
      switch step {
      case .member, .element: true
      default: false
      }
    }
  }
}
