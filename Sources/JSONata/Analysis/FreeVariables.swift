extension JSONataExpression {
  /// A use of a variable that the expression does not define itself.
  package struct FreeVariable: Hashable, Sendable {
    /// The name without `$`.
    package let name: String

    /// The UTF-8 range of the name with its `$` in the source.
    package let range: Range<Int>

    /// The fields that are read from it one after the other: `["lines", "qty"]`.
    package let fields: [String]
  }

  /// The variables that must be given, in the order of the text; one for each use.
  ///
  /// Built-in functions are left out, and what the expression binds itself; `states` is among them.
  package var freeVariables: [FreeVariable] {
    var search = FreeVariableSearch(dialect: dialect)
    search.visit(root, scope: [])
    return search.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Collects the variables that a tree reads and does not bind.
struct FreeVariableSearch {
  /// What has been found.
  private(set) var found: [JSONataExpression.FreeVariable] = []

  /// The names of the built-in functions but `error`, which is only one where it is called: the
  /// caught error of a workflow has the same name.
  private let builtins: Set<String>

  /// Starts with nothing found.
  init(dialect: JSONataExpression.Dialect) {
    builtins = JSONataBuiltins.names(in: dialect).subtracting(["error"])
  }

  /// Visits `node`, in which the names of `scope` are bound.
  mutating func visit(_ node: Node, scope: Set<String>) {
    switch node.kind {
    case .variable(let name): add(name, at: node.location, fields: [], scope: scope)
    case .path(let steps): visitPath(steps, scope: scope)
    case .call(let function, let arguments) where function.isErrorFunction:
      for argument in arguments { visit(argument, scope: scope) }
    case .lambda(let lambda):
      visit(lambda.body, scope: scope.union(lambda.parameters).union(lambda.body.boundNames))
      return
    case .block(let items):
      let inner = items.reduce(into: scope) { $0.formUnion($1.boundNames) }
      for item in items { visit(item, scope: inner) }
    default: for child in node.ownChildren { visit(child, scope: scope) }
    }
    if !node.steps.isEmpty { return visitGroup(node, scope: scope.union(node.tupleNames)) }
    visitTail(node, scope: scope)
  }

  /// Visits the steps of a path.
  private mutating func visitPath(_ steps: [Node], scope: Set<String>) {
    let inner = steps.reduce(into: scope) { $0.formUnion($1.tupleNames) }
    for (position, step) in steps.enumerated() {
      guard case .variable(let name) = step.kind else {
        visit(step, scope: inner)
        continue
      }
      let fields = steps[(position + 1)...].prefix { $0.fieldName != nil }
      add(name, at: step.location, fields: fields.compactMap(\.fieldName), scope: inner)
      visitTail(step, scope: inner)
    }
  }

  /// Visits the predicates and the grouping of `node`.
  private mutating func visitTail(_ node: Node, scope: Set<String>) {
    for stage in (node.stages ?? []) + (node.predicates ?? []) {
      if case .filter(let predicate) = stage { visit(predicate, scope: scope) }
    }
    visitGroup(node, scope: scope)
  }

  /// Visits the grouping of `node`.
  private mutating func visitGroup(_ node: Node, scope: Set<String>) {
    for pair in node.group?.pairs ?? [] {
      visit(pair.key, scope: scope)
      visit(pair.value, scope: scope)
    }
  }

  /// Notes a use of the variable `name`.
  private mutating func add(
    _ name: String, at location: SourceLocation, fields: [String], scope: Set<String>
  ) {
    guard !name.isEmpty, name != "$", !scope.contains(name), !builtins.contains(name) else {
      return
    }
    found.append(
      JSONataExpression.FreeVariable(name: name, range: location.range, fields: fields))
  }
}

extension Node {
  /// The name, if the part is one field.
  var fieldName: String? {
    if case .name(let name) = kind { return name }
    return nil
  }

  /// Whether the part names the function `$error`.
  fileprivate var isErrorFunction: Bool {
    if case .variable("error") = kind { return true }
    return false
  }

  /// The names that `@` and `#` bind in the part or, for a path, in its steps.
  var tupleNames: [String] {
    var names = [focus, index].compactMap(\.self)
    for case .index(let name) in stages ?? [] { names.append(name) }
    return names + steps.flatMap(\.tupleNames)
  }

  /// The names that `:=` binds in the scope around the part.
  var boundNames: Set<String> {
    guard bindsNames else { return [] }
    switch kind {
    case .block, .lambda: return tailBoundNames
    case .bind(let name, let value): return value.boundNames.union([name])
    default: return children.reduce(into: []) { $0.formUnion($1.boundNames) }
    }
  }

  /// The names that `:=` binds in the predicates and the grouping of the part.
  private var tailBoundNames: Set<String> {
    tailChildren.reduce(into: []) { $0.formUnion($1.boundNames) }
  }
}
