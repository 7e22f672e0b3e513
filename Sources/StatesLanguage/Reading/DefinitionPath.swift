import JSON

/// The way to a part of a definition.
package struct DefinitionPath: Hashable, Sendable {
  /// One step of the way.
  package enum Step: Hashable, Sendable {
    /// To a member of an object.
    case member(String)
    /// To an element of a list.
    case element(Int)
  }

  /// The steps from the whole definition.
  package var steps: [Step]

  /// Creates a path.
  package init(steps: [Step] = []) { self.steps = steps }

  /// The path of the whole definition.
  package static let root = DefinitionPath()

  /// The path of the member `name`.
  package func member(_ name: String) -> DefinitionPath {
    DefinitionPath(steps: steps + [.member(name)])
  }

  /// The path of the element at `index`.
  package func element(_ index: Int) -> DefinitionPath {
    DefinitionPath(steps: steps + [.element(index)])
  }

  /// The path as a JSON pointer.
  package var pointer: String {
    steps.map { step in
      switch step {
      case .member(let name): "/" + JSONPositions.escaped(name)
      case .element(let index): "/\(index)"
      }
    }.joined()
  }
}

extension DefinitionPath: CustomStringConvertible {
  /// The path as AWS writes it: `/States/A/Choices[0]/Next`.
  package var description: String {
    if steps.isEmpty { return "/" }
    return steps.map { step in
      switch step {
      case .member(let name): "/" + name
      case .element(let index): "[\(index)]"
      }
    }.joined()
  }
}
