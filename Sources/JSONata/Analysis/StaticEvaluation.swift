/// Goes through an expression as an evaluation would, with what is known of values instead of
/// values.
final class StaticEvaluation {
  /// What is read.
  private(set) var reads: [FieldRead] = []

  /// What the expression's value may be.
  private(set) var result = ValueType.unknown

  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  private let variableTypes: [String: ValueType]
  private let contextType: ValueType

  /// The numbers of the reads.
  private var readNumbers: [FieldRead.Root: [[String]: [Range<Int>: Int]]] = [:]

  /// The values of `%`, by the labels of their places.
  var ancestors: [String: StaticValue] = [:]

  /// The definitions of functions whose bodies have been gone through.
  var visitedFunctions: Set<Node> = []

  /// How many functions are being applied inside each other.
  var callDepth = 0

  /// Whether what is being gone through may run less or more often than what is around it.
  var isConditional = false

  private var steps = 0

  /// How many parts are gone through before it is given up.
  private static let maximumSteps = 50_000

  /// The longest path that is followed; what is further down counts as read with everything.
  private static let longestPath = 100

  /// An expression that is too intricate.
  private struct Exhausted: Error {}

  /// Goes through `expression`.
  init(
    of expression: JSONataExpression, variables: [String: ValueType] = [:],
    context: ValueType = .unknown
  ) {
    dialect = expression.dialect
    variableTypes = variables
    contextType = context
    let root = expression.root
    let value = value(of: root, StaticScope(parent: nil), rootContext())
    use(value, .everything)
    result = value.type
    if isExhausted || readsAnything { giveUp(expression) }
  }

  /// Whether it calls `$eval`, of which nothing can be told.
  var readsAnything = false

  /// Whether the expression is too intricate to be gone through.
  var isExhausted: Bool { steps > Self.maximumSteps }

  /// Counts every variable and the context as read with everything.
  private func giveUp(_ expression: JSONataExpression) {
    if isExhausted { result = .unknown }
    reads = expression.freeVariables.map {
      FieldRead(root: .variable($0.name), path: [], range: $0.range, use: .everything)
    }
    guard readsAnything || expression.readsContext else { return }
    let all = 0..<expression.source.utf8.count
    reads.append(FieldRead(root: .context, path: [], range: all, use: .everything))
  }

  // MARK: - Reads

  /// The context of the whole expression, which counts as read only once something names it.
  private func rootContext() -> StaticValue {
    StaticValue(type: contextType, origins: [Self.contextOrigin])
  }

  /// The number that stands for the context before it is named.
  private static let contextOrigin = -1

  /// The value of `$$`, or of `$` where it is the same, named at `range`.
  func namedContext(_ value: StaticValue, at range: Range<Int>) -> StaticValue {
    guard value.origins.contains(Self.contextOrigin) else { return value }
    var named = value
    named.origins.remove(Self.contextOrigin)
    named.origins.insert(read(.context, [], at: range))
    return named
  }

  /// The value of `$$`, named at `range`.
  func namedRoot(at range: Range<Int>) -> StaticValue { namedContext(rootContext(), at: range) }

  /// The value of the variable `name`, which the expression does not define.
  func freeVariable(_ name: String, at range: Range<Int>) -> StaticValue {
    StaticValue(
      type: variableTypes[name] ?? .unknown, origins: [read(.variable(name), [], at: range)])
  }

  /// Whether a type is given for the variable `name`.
  func isGiven(_ name: String) -> Bool { variableTypes[name] != nil }

  /// The number of the read of `path` at `range`.
  private func read(_ root: FieldRead.Root, _ path: [String], at range: Range<Int>) -> Int {
    if let number = readNumbers[root]?[path]?[range] { return number }
    readNumbers[root, default: [:]][path, default: [:]][range] = reads.count
    reads.append(FieldRead(root: root, path: path, range: range, use: .passage))
    return reads.count - 1
  }

  /// The field `name` of `value`, which is no list, read at `range`.
  func field(_ name: String, of value: StaticValue, at range: Range<Int>) -> StaticValue {
    if value.origins.contains(where: { $0 >= 0 && reads[$0].path.count >= Self.longestPath }) {
      use(value, .everything)
      return StaticValue(type: value.type.field(name))
    }
    let origins = value.origins.map { origin in
      let parent = origin < 0 ? nil : reads[origin]
      return read(parent?.root ?? .context, (parent?.path ?? []) + [name], at: range)
    }
    return StaticValue(type: value.type.field(name), origins: Set(origins))
  }

  /// Notes that so much of `value` is used; functions that are let out are gone through.
  func use(_ value: StaticValue, _ use: FieldRead.Use) {
    for origin in value.origins {
      if origin >= 0 {
        reads[origin].use = max(reads[origin].use, use)
      } else if use > .passage {
        reads[read(.context, [], at: 0..<0)].use = use
      }
    }
    if use == .everything { release(value.functions) }
  }

  /// Notes that nothing but the number of `value`'s elements is used.
  @discardableResult
  func countItems(of value: StaticValue) -> StaticValue {
    use(value, .items)
    return value
  }

  // MARK: - Parts

  /// The value of a part in `context`.
  func value(of node: Node, _ scope: StaticScope, _ context: StaticValue) -> StaticValue {
    steps += 1
    guard !isExhausted else { return .unknown }
    if case .path = node.kind { return path(node, scope, context) }
    var value = plainValue(of: node, scope, context)
    value = filtered(value, by: node.predicates ?? [], scope)
    if node.keepArray { value.type = value.type.keptArray }
    if let group = node.group { value = grouped(value, group, scope) }
    return value
  }

  /// The value of a part without its predicates and grouping.
  private func plainValue(
    of node: Node, _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    switch node.kind {
    case .string: return StaticValue(type: .string)
    case .number: return StaticValue(type: .number)
    case .value(let value): return StaticValue(type: ValueType(of: value))
    case .regex: return StaticValue(type: .function)
    case .variable(let name): return variable(name, at: node.location.range, scope, context)
    case .name(let name):
      return each(context) { field(name, of: $0, at: node.location.range) }
    case .wildcard, .descendant:
      use(namedContext(context, at: node.location.range), .everything)
      return .unknown
    case .parent(let slot): return ancestors[slot.label] ?? .unknown
    case .binary(let symbol, let left, let right):
      if let operations = node.chain { return chain(operations, scope, context) }
      return binary(symbol, used(left, scope, context).type, right, scope, context)
    case .negate(let operand):
      let type = used(operand, scope, context).type
      return StaticValue(type: .number.undefined(if: type.mayBeUndefined))
    case .array(let items): return array(items, scope, context)
    case .object(let pairs): return object(pairs, scope, context)
    case .condition(let test, let then, let otherwise):
      use(value(of: test, scope, context), .everything)
      let first = conditionally { value(of: then, scope, context) }
      let second = otherwise.map { node in conditionally { value(of: node, scope, context) } }
      return first.union(second ?? StaticValue(type: .undefined))
    case .fallback(_, let left, let right):
      let first = used(left, scope, context)
      let present = first.typed(first.type.removing(.undefined))
      return present.union(conditionally { value(of: right, scope, context) })
    case .block(let items): return block(items, scope, context)
    case .bind(let name, let node): return bind(name, node, scope, context)
    default: return function(of: node, scope, context)
    }
  }

  /// The value of a part, of which everything is used.
  func used(_ node: Node, _ scope: StaticScope, _ context: StaticValue) -> StaticValue {
    let value = value(of: node, scope, context)
    use(value, .everything)
    return value
  }

  /// The value of the variable `name`.
  private func variable(
    _ name: String, at range: Range<Int>, _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    if name.isEmpty { return namedContext(context, at: range) }
    if name == "$" { return namedRoot(at: range) }
    if let value = scope[name] { return value }
    if !isGiven(name), name != "error", Builtins.function(named: name, in: dialect) != nil {
      return StaticValue(type: .function, functions: [.builtin(name)])
    }
    return freeVariable(name, at: range)
  }

  /// The value of `$name := …`.
  ///
  /// What may be bound any number of times keeps what it was, and any type.
  private func bind(
    _ name: String, _ node: Node, _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    if case .lambda = node.kind { scope.bind(name, StaticValue(type: .function)) }
    let value = value(of: node, scope, context)
    if isConditional {
      let old = scope[name] ?? variable(name, at: node.location.range, scope, context)
      scope.bind(name, value.union(old).typed(.unknown))
    } else {
      scope.bind(name, value)
    }
    return value
  }

  /// The value of `( … ; … )`.
  private func block(
    _ items: [Node], _ scope: StaticScope, _ context: StaticValue
  ) -> StaticValue {
    let inner = StaticScope(parent: scope)
    let wasConditional = isConditional
    isConditional = false
    defer { isConditional = wasConditional }
    var last = StaticValue(type: .undefined)
    for item in items { last = value(of: item, inner, context) }
    return last
  }

  /// What `body` gives, which may not run, or run many times.
  func conditionally(_ body: () -> StaticValue) -> StaticValue {
    let wasConditional = isConditional
    isConditional = true
    defer { isConditional = wasConditional }
    return body()
  }
}
