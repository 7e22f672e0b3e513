import JSON

/// A part of an expression.
///
/// The parser has already done the work of the reference's second pass (`processAST`): `.` and
/// `[…]` have become paths of steps with stages, what keeps lists is marked, and every `%` knows
/// its object.
struct Node {
  /// What the part is.
  enum Kind {
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

    /// `left ?: right` or `left ?? right`, by the operator.
    case fallback(Symbol, Node, Node)
    case transform(pattern: Node, update: Node, delete: Node?)
    case block([Node])
    case bind(String, Node)
    case apply(Node, Node)
    case path([Node])
    case sort([SortTerm])

    /// The missing part of an expression that has been recovered from mistakes.
    case missing
  }

  /// The tree.
  private let tree: SyntaxTree

  /// The position in the tree.
  private let id: Part.ID

  /// The part `id` of `tree`.
  init(_ tree: SyntaxTree, _ id: Part.ID) {
    self.tree = tree
    self.id = id
  }

  /// The record.
  private var part: Part { tree.parts[Int(id)] }

  /// The token that the reference blames in errors.
  var location: SourceLocation { part.location }

  /// The whole text of the part.
  var extent: Range<Int> { part.extent.range }

  /// Whether `[]` asks to keep a list of one element.
  var keepArray: Bool { part.traits.contains(.keepArray) }

  /// Whether the path keeps a list of one element.
  var keepSingletonArray: Bool { part.traits.contains(.keepSingletonArray) }

  /// Whether a list constructor is not flattened.
  var consArray: Bool { part.traits.contains(.consArray) }

  /// Whether the part works on tuples of bindings.
  var tuple: Bool { part.traits.contains(.tuple) }

  /// The variable that `@` binds to the item.
  var focus: String? { rare.flatMap { name(of: $0.focus) } }

  /// The variable that `#` binds to the position.
  var index: String? { rare.flatMap { name(of: $0.index) } }

  /// The slot for the parent of the item, if `%` asks for it.
  var ancestor: AncestorSlot? { rare?.ancestor.map { slot($0) } }

  /// The predicates and position bindings of a step.
  var stages: [Stage]? { part.traits.contains(.predicates) ? nil : stageList }

  /// The predicates of a part that is no step.
  var predicates: [Stage]? { part.traits.contains(.predicates) ? stageList : nil }

  /// The kind in the reference's words.
  var typeName: String { part.tag.typeName }

  /// The depth that evaluating the part certainly reaches, itself included.
  var certainDepth: Int { Int(part.certainDepth) }

  /// Whether the part binds variables of the scope around it.
  var bindsNames: Bool { part.traits.contains(.binds) }

  /// Whether the part makes functions that keep its variables.
  var makesFunctions: Bool { part.traits.contains(.makesFunctions) }
}

extension Node: Hashable {
  /// Whether two parts are the same part of the same tree.
  static func == (a: Node, b: Node) -> Bool { a.id == b.id && a.tree === b.tree }

  /// Adds the position in the tree.
  func hash(into hasher: inout Hasher) { hasher.combine(id) }
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
  struct AncestorSlot {
    /// The name of the variable that holds the object.
    var label: String
  }

  /// What the part is.
  var kind: Kind {
    let part = part
    switch part.tag {
    case .name: return .name(tree.text(of: part))
    case .string: return .string(tree.text(of: part))
    case .number: return .number(part.number)
    case .value: return .value(part.value)
    case .variable: return .variable(tree.text(of: part))
    case .regex: return .regex(tree.regexes[Int(part.third)])
    case .wildcard: return .wildcard
    case .descendant: return .descendant
    case .parent: return .parent(slot(Int(part.third)))
    case .binary: return .binary(part.operation, node(part.first), node(part.second))
    case .negate: return .negate(node(part.first))
    case .array: return .array(list(part.first))
    case .object: return .object(pairs(part.first))
    case .call: return .call(node(part.first), list(part.second))
    case .partial: return .partial(node(part.first), list(part.second))
    case .placeholder: return .placeholder
    case .lambda: return .lambda(lambda(part))
    case .condition:
      return .condition(
        node(part.first), then: node(part.second), otherwise: optional(part.third))
    case .fallback: return .fallback(part.operation, node(part.first), node(part.second))
    case .transform:
      return .transform(
        pattern: node(part.first), update: node(part.second), delete: optional(part.third))
    case .block: return .block(list(part.first))
    case .bind: return .bind(name(of: part.first) ?? "", node(part.second))
    case .apply: return .apply(node(part.first), node(part.second))
    case .path: return .path(list(part.first))
    case .sort:
      return .sort(
        list(part.first).map { term in
          SortTerm(isDescending: term.part.symbol == .greater, expression: node(term.part.first))
        })
    case .end, .failure, .sortTerm, .filterStage, .indexStage, .grouping: return .missing
    }
  }

  /// The steps of a path.
  var steps: [Node] { part.tag == .path ? list(part.first) : [] }

  /// The last step of a path, or the part itself.
  var lastStep: Node { part.tag == .path ? node(part.second) : self }

  /// The grouping that follows.
  var group: Group? {
    guard part.group != 0 else { return nil }
    let group = tree.parts[Int(part.group)]
    return Group(pairs: pairs(group.first), location: group.location)
  }

  /// The operations of a long chain of binary operators, such as `a & b & c & …`, from the inside
  /// out; nil if the part is none.
  ///
  /// Each is the left operand of the next. What goes through them one by one needs no stack for a
  /// chain of any length.
  var chain: [Node]? {
    guard part.tag == .binary, part.third > Self.longestNest else { return nil }
    var operations = [self]
    while let inner = operations.last?.part.first, tree.parts[Int(inner)].isOperation {
      operations.append(node(inner))
    }
    return operations.reversed()
  }

  /// The number of operators up to which a chain counts as nested operations.
  static let longestNest: Int32 = 16

  // MARK: - Parts

  /// The rare properties.
  private var rare: Part.Rare? { part.rare == 0 ? nil : tree.rare[Int(part.rare) - 1] }

  /// The part `id`.
  private func node(_ id: Part.ID) -> Node { Node(tree, id) }

  /// The part `id`, unless it is none.
  private func optional(_ id: Part.ID) -> Node? { id == 0 ? nil : Node(tree, id) }

  /// The list from `head` on.
  private func list(_ head: Part.ID) -> [Node] {
    var nodes: [Node] = []
    var id = head
    while id != 0 {
      nodes.append(Node(tree, id))
      id = tree.parts[Int(id)].next
    }
    return nodes
  }

  /// The list of keys and values from `head` on.
  private func pairs(_ head: Part.ID) -> [Pair] {
    let nodes = list(head)
    return stride(from: 0, to: nodes.count - 1, by: 2).map {
      Pair(key: nodes[$0], value: nodes[$0 + 1])
    }
  }

  /// The predicates and position bindings.
  private var stageList: [Stage]? {
    guard part.stages != 0 else { return nil }
    return list(part.stages).map { stage in
      stage.part.tag == .filterStage
        ? .filter(node(stage.part.first)) : .index(name(of: stage.part.first) ?? "")
    }
  }

  /// The name of the variable `id`.
  private func name(of id: Part.ID) -> String? {
    id == 0 ? nil : tree.text(of: tree.parts[Int(id)])
  }

  /// The slot at `position`.
  private func slot(_ position: Int) -> AncestorSlot {
    AncestorSlot(label: "!\(tree.slots[position].label)")
  }

  /// The function that `part` defines.
  private func lambda(_ part: Part) -> Lambda {
    Lambda(
      parameters: list(part.first).map { tree.text(of: $0.part) },
      signature: part.third == 0 ? nil : tree.signatures[Int(part.third) - 1],
      body: node(part.second))
  }
}

extension Part {
  /// The operator of an operation.
  fileprivate var operation: Symbol { symbol ?? .comma }

  /// Whether the part is an operation that a chain can go through.
  var isOperation: Bool { tag == .binary && symbol != .doubleDot }

  /// The value that a word stands for.
  var value: JSONValue {
    switch Token.Word(rawValue: UInt8(truncatingIfNeeded: third)) {
    case .true: true
    case .false: false
    default: nil
    }
  }
}
