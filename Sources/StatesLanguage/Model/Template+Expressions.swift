import JSON

extension Template {
  /// An expression within a template, and where it stands.
  package struct Occurrence: Hashable, Sendable {
    /// The way to it from the template, as AWS writes it: ``, `/a/b[0]`.
    package var location: String

    /// The way to it as a JSON pointer.
    package var pointer: String

    /// The expression without its braces.
    package var source: String
  }

  /// All expressions in the order of the text.
  package var expressions: [Occurrence] {
    var found: [Occurrence] = []
    collect(json, location: "", pointer: "", into: &found)
    return found
  }

  /// Adds the expressions of `json`.
  private func collect(
    _ json: JSONValue, location: String, pointer: String, into found: inout [Occurrence]
  ) {
    switch json {
    case .string(let content):
      guard let source = Self.expression(in: content.text) else { return }
      found.append(Occurrence(location: location, pointer: pointer, source: source))
    case .array(let list):
      for (index, element) in list.elements.enumerated() {
        collect(
          element, location: "\(location)[\(index)]", pointer: "\(pointer)/\(index)", into: &found)
      }
    case .object(let object):
      for (key, value) in object.members {
        let step = pointer + "/" + JSONPositions.escaped(key)
        collect(value, location: "\(location)/\(key)", pointer: step, into: &found)
      }
    default: break
    }
  }
}
