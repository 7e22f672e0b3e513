import JSON

/// A part of an expression.
///
/// A class, because the reference's second pass (see `Resolver`) marks parts that it has reached by
/// different ways. The parser makes the tree and the compiler reads it; it is never shared.
final class Node {
  /// What the part is.
  ///
  /// The kinds from `dot` on are gone after the second pass.
  indirect enum Kind {
    case name(String)
    case string(String)
    case number(Double)
    case value(JSONValue)
    case variable(String)
    case regex(ScriptRegex)
    case wildcard
    case descendant
    case parent(AncestorSlot)
    case binary(Symbol, Node, Node)
    case negate(Node)
    case array([Node])
    case object([Pair])
    case call(Node, [Node])
    case partial(Node, [Node])
    case placeholder
    case lambda(Lambda)
    case condition(Node, then: Node, otherwise: Node?)
    case transform(pattern: Node, update: Node, delete: Node?)
    case block([Node])
    case bind(String, Node)
    case apply(Node, Node)
    case path([Node])
    case sort([SortTerm])

    case dot(Node, Node)
    case filter(Node, Node)
    case group(Node, [Pair])
    case order(Node, [SortTerm])
    case focus(Node, String)
    case index(Node, String)
    case end
  }

  /// What the part is.
  var kind: Kind

  /// The token that the reference blames in errors.
  let location: SourceLocation

  /// The whole text of the part.
  var extent: Range<Int>

  /// The nesting of the part's own parts, for the limit on it.
  var height = 1

  /// Whether `[]` asks to keep a list of one element.
  var keepArray = false

  /// Whether the path keeps a list of one element.
  var keepSingletonArray = false

  /// Whether a list constructor is not flattened.
  var consArray = false

  /// Whether the part works on tuples of bindings.
  var tuple = false

  /// The variable that `@` binds to the item.
  var focus: String?

  /// The variable that `#` binds to the position.
  var index: String?

  /// The slot for the parent of the item, if `%` asks for it.
  var ancestor: AncestorSlot?

  /// The `%` that look for their object to the left of this part.
  var seekingParent: [AncestorSlot]?

  /// The predicates and position bindings of a step.
  var stages: [Stage]?

  /// The predicates of a part that is no step.
  var predicates: [Stage]?

  /// The grouping that follows.
  var group: Group?

  /// Creates a part.
  init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
    extent = location.range
  }
}

extension Node {
  /// A key and a value of an object constructor.
  struct Pair {
    var key: Node
    var value: Node
  }

  /// A term of `^(…)`.
  struct SortTerm {
    var isDescending: Bool
    var expression: Node
  }

  /// A predicate or a position binding.
  enum Stage {
    case filter(Node)
    case index(String)
  }

  /// A grouping.
  struct Group {
    var pairs: [Pair]
    var location: SourceLocation
  }

  /// A function definition.
  struct Lambda {
    var parameters: [String]
    var signature: Signature?
    var body: Node
  }

  /// The place where a `%` finds its object.
  final class AncestorSlot {
    var label: String
    var level = 1

    init(label: String) { self.label = label }
  }

  /// The kind in the reference's words.
  var typeName: String {
    switch kind {
    case .name: "name"
    case .string: "string"
    case .number: "number"
    case .value: "value"
    case .variable: "variable"
    case .regex: "regex"
    case .wildcard: "wildcard"
    case .descendant: "descendant"
    case .parent: "parent"
    case .binary, .dot, .filter, .group, .order, .focus, .index: "binary"
    case .negate, .array, .object: "unary"
    case .call: "function"
    case .partial: "partial"
    case .placeholder: "operator"
    case .lambda: "lambda"
    case .condition: "condition"
    case .transform: "transform"
    case .block: "block"
    case .bind: "bind"
    case .apply: "apply"
    case .path: "path"
    case .sort: "sort"
    case .end: "(end)"
    }
  }

  /// The parts, in the order of the text.
  var children: [Node] {
    var nodes: [Node] =
      switch kind {
      case .name, .string, .number, .value, .variable, .regex, .wildcard, .descendant, .parent,
        .placeholder, .end:
        []
      case .binary(_, let a, let b), .dot(let a, let b), .filter(let a, let b),
        .apply(let a, let b):
        [a, b]
      case .negate(let a), .bind(_, let a), .focus(let a, _), .index(let a, _): [a]
      case .array(let items), .block(let items), .path(let items): items
      case .object(let pairs): pairs.flatMap { [$0.key, $0.value] }
      case .group(let a, let pairs): [a] + pairs.flatMap { [$0.key, $0.value] }
      case .sort(let terms): terms.map(\.expression)
      case .order(let a, let terms): [a] + terms.map(\.expression)
      case .call(let a, let rest), .partial(let a, let rest): [a] + rest
      case .lambda(let lambda): [lambda.body]
      case .condition(let a, let b, let c): [a, b] + (c.map { [$0] } ?? [])
      case .transform(let a, let b, let c): [a, b] + (c.map { [$0] } ?? [])
      }
    for stage in (stages ?? []) + (predicates ?? []) {
      if case .filter(let node) = stage { nodes.append(node) }
    }
    for pair in group?.pairs ?? [] { nodes += [pair.key, pair.value] }
    return nodes
  }
}
