import JSON

/// Turns the tree of an expression into closures.
final class Compiler {
  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  /// The parts whose values are reported; nil if none are.
  ///
  /// If there are any, every part is compiled by itself: code that does the work of several parts
  /// at once would report none of them.
  let outline: ReportOutline?

  /// The slots of the names that the expression does not bind.
  private var globals: [String: Int] = [:]

  /// The scopes of the paths that give tuples, by their parts.
  var tupleScopes: [Node: Scope] = [:]

  /// Starts with nothing compiled.
  init(dialect: JSONataExpression.Dialect, outline: ReportOutline? = nil) {
    self.dialect = dialect
    self.outline = outline
  }

  /// Compiles a whole expression; the values of the parts in `outline` are reported.
  static func compile(
    _ root: Node, dialect: JSONataExpression.Dialect, outline: ReportOutline? = nil
  ) -> Program {
    let compiler = Compiler(dialect: dialect, outline: outline)
    let layout = FrameLayout()
    let scope = Scope(parent: nil, layout: layout)
    for name in root.boundNames { scope.declare(name) }
    let code = compiler.entry(root, Context(scope: scope))
    return Program(
      dialect: dialect, code: code, layout: layout,
      globalNames: compiler.globals.sorted { $0.value < $1.value }.map(\.key))
  }

  /// Where a part stands.
  struct Context {
    /// The variables.
    var scope: Scope

    /// The depth of evaluation of the part that contains it.
    var depth = 0

    /// The depth up to which the limit has been checked before the part runs.
    var checked = 0

    /// Whether the part may run more than once in one frame.
    var repeats = false

    /// The slots of the frames of tuples, if the part runs in them.
    var tupleLayout: FrameLayout?

    /// The context of the parts of a part that stands here.
    func nested(repeats: Bool = false) -> Context {
      var context = self
      context.depth += 1
      context.repeats = context.repeats || repeats
      context.tupleLayout = nil
      return context
    }
  }

  /// The slot of the name `name`, which the expression does not bind.
  func global(_ name: String) -> Int {
    if let slot = globals[name] { return slot }
    globals[name] = globals.count
    return globals.count - 1
  }

  // MARK: - Depth

  /// Compiles a part that does not run whenever the part around it does, so that it has to check
  /// the limit of depth itself.
  func entry(_ node: Node, _ context: Context) -> Code {
    let deepest = context.depth + node.certainDepth
    guard deepest > context.checked else { return compile(node, context) }
    var inner = context
    inner.checked = deepest
    let code = compile(node, inner)
    return { run, frame, input throws(JSONataError) in
      try run.check(depth: frame.base + deepest)
      return try code(run, frame, input)
    }
  }

  // MARK: - Parts

  /// Compiles a part.
  func compile(_ node: Node, _ context: Context) -> Code {
    watched(compilePart(node, context), node)
  }

  /// Compiles a part whose values are not noted.
  private func compilePart(_ node: Node, _ context: Context) -> Code {
    let inner = context.nested()
    var code = watchedBase(compileKind(node, inner), node)
    var isSequence = node.givesSequence
    if let predicates = node.predicates {
      let tuples = tupleContext(of: node, inner)
      if let outline {
        code = watchedFilters(code, of: node, outline, tuples)
      } else {
        code = filtered(code, predicates, tuples)
      }
      isSequence = true
    }
    if let group = node.group, node.steps.isEmpty {
      let grouping = grouping(group.pairs, at: group.location, tupleContext(of: node, inner))
      let ungrouped = code
      code = { run, frame, input throws(JSONataError) in
        try grouping.run(run, frame, try ungrouped(run, frame, input))
      }
      isSequence = false
    }
    let keepsArray = node.keepArray
    guard isSequence || keepsArray else { return code }
    let raw = code
    return { run, frame, input throws(JSONataError) in
      collapsed(try raw(run, frame, input), keepsArray: keepsArray)
    }
  }

  /// Compiles a part without its predicates and grouping; `context` is that of its parts.
  private func compileKind(_ node: Node, _ context: Context) -> Code {
    switch node.kind {
    case .string(let text):
      let value = JSONValue.string(text)
      return { _, _, _ in value }
    case .number(let number): return { _, _, _ in .number(number) }
    case .value(let value): return { _, _, _ in value }
    case .name(let name): return field(name)
    case .variable(let name): return variable(name, context.scope)
    case .parent(let slot): return variable(slot.label, context.scope)
    case .wildcard: return { run, _, input throws(JSONataError) in try run.wildcard(input) }
    case .descendant: return { run, _, input throws(JSONataError) in try run.descendants(input) }
    case .regex(let regex): return self.regex(regex, at: node.location)
    case .binary(let symbol, let left, let right):
      if symbol != .ampersand || outline != nil, let operations = node.chain {
        return chain(operations, context)
      }
      return binary(symbol, left, right, at: node.location, context)
    case .negate(let operand): return negation(operand, at: node.location, context)
    case .array(let items): return array(items, isCons: node.consArray, context)
    case .object(let pairs): return object(pairs, at: node.location, context)
    case .path: return path(node, context)
    case .condition(let condition, let then, let otherwise):
      return self.condition(condition, then, otherwise, context)
    case .fallback(let symbol, let left, let right):
      return fallback(symbol, left, right, context)
    case .block(let items): return block(items, context)
    case .bind(let name, let value): return bind(name, value, context)
    case .lambda(let definition): return lambda(definition, context)
    case .call(let procedure, let arguments): return call(node, procedure, arguments, context)
    case .partial(let procedure, let arguments):
      return partial(node, procedure, arguments, context)
    case .apply(let left, let right): return apply(node, left, right, context)
    case .transform(let pattern, let update, let delete):
      return transform(pattern, update, delete, at: node.location, context)
    case .placeholder, .sort, .missing:
      return { _, _, _ in nil }
    }
  }

  /// The context of the predicates and the grouping of `node`: that of the tuples that it gives, or
  /// the one around.
  private func tupleContext(of node: Node, _ context: Context) -> Context {
    var inner = context.repeating
    guard let scope = tupleScope(of: node) else { return inner }
    inner.scope = scope
    inner.tupleLayout = scope.layout
    return inner
  }

  /// The scope of the tuples that `node` gives, if it gives any.
  func tupleScope(of node: Node) -> Scope? {
    guard node.tuple else { return nil }
    switch node.kind {
    case .path: return tupleScopes[node]
    case .block(let items): return items.last.flatMap { tupleScope(of: $0) }
    default: return nil
    }
  }
}

extension Node {
  /// Whether the part is a call.
  var isPlainCall: Bool {
    if case .call = kind { return true }
    return false
  }

  /// Whether the value may be a sequence that has to be collapsed.
  fileprivate var givesSequence: Bool {
    switch kind {
    case .path, .wildcard, .descendant, .call, .apply, .name: true
    case .binary(let symbol, _, _): symbol == .doubleDot
    default: false
    }
  }
}
