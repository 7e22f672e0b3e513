/// A path in the JSONPath dialect of Step Functions: Jayway's, with variables and the context object.
///
/// A definite path names one place at most and has that one value; an indefinite one has the list
/// of the values of all places that it names.
package struct JSONPath: Sendable {
  /// What a path starts from.
  package enum Root: Hashable, Sendable {
    /// `$`: the input, or the result, of the state.
    case input
    /// `$$`: the context object.
    case context
    /// `$name`: a variable.
    case variable(String)
  }

  /// The text.
  package let source: String

  /// What it starts from.
  package let root: Root

  /// The steps from there.
  let steps: [Step]

  /// Whether it names one place at most.
  package let isDefinite: Bool

  /// The names of the members along the way, if every step is a member.
  let memberNames: [String]?

  /// One step of a path.
  indirect enum Step: Sendable {
    /// `.name`, `['name']`
    case member(String)
    /// `['a','b']`
    case members([String])
    /// `[0]`
    case element(Int)
    /// `[0,1]`
    case elements([Int])
    /// `[1:3]`
    case slice(from: Int?, to: Int?)
    /// `.*`, `[*]`
    case wildcard
    /// `..`: the next step, from here and from everything inside.
    case descent
    /// `[?(…)]`
    case filter(JSONPathFilter)
    /// `.length()`
    case function(JSONPathFunction, [JSONPathFunction.Argument])
  }

  /// Creates a path of steps.
  init(source: String, root: Root, steps: [Step]) {
    self.source = source
    self.root = root
    self.steps = steps
    isDefinite = steps.indices.allSatisfy { steps[$0].isDefinite(isLast: $0 == steps.count - 1) }
    let names = steps.compactMap { if case .member(let name) = $0 { name } else { nil } }
    memberNames = names.count == steps.count ? names : nil
  }

  /// Whether it names the root itself.
  package var isRoot: Bool { steps.isEmpty }

  /// The text with `$` for whatever it starts from, as messages about context paths have it.
  package var sourceFromRoot: String {
    root == .context ? String(source.dropFirst()) : source
  }
}

extension JSONPath.Step {
  /// Whether it leads to one place at most; several members are merged into one value at the end.
  func isDefinite(isLast: Bool) -> Bool {
    switch self {
    case .member, .element, .function: true
    case .members: isLast
    case .elements, .slice, .wildcard, .descent, .filter: false
    }
  }

  /// The step as Jayway writes it.
  var text: String {
    switch self {
    case .member(let name): "['\(name)']"
    case .members(let names): "[" + names.map { "'\($0)'" }.joined(separator: ",") + "]"
    case .element(let index): "[\(index)]"
    case .elements(let indexes): "[" + indexes.map(String.init).joined(separator: ",") + "]"
    case .slice(let from, let to):
      "[\(from.map(String.init) ?? ""):\(to.map(String.init) ?? "")]"
    case .wildcard: "[*]"
    case .descent: ".."
    case .filter: "[?]"
    case .function(let function, _): ".\(function.rawValue)()"
    }
  }
}

extension JSONPath: CustomStringConvertible {
  /// The path as Jayway writes it: `$['a'][0]`.
  package var description: String { "$" + steps.map(\.text).joined() }
}
