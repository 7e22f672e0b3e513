extension JSONataExpression {
  /// Whether the expression reads the context it is evaluated in: a field that follows no other, `$`
  /// or `$$`.
  ///
  /// Step Functions gives its expressions no context, and refuses those that read one. What stands
  /// after a step of a path, in a predicate or in a grouping has the items of the path as its context.
  package var readsContext: Bool {
    guard let root = try? Resolver.resolve(try parsed()) else { return false }
    return root.readsContext(isOutermost: true)
  }
}

extension JSONataExpression {
  /// Whether the expression has a value whatever it reads, unless it fails: a constructor, a
  /// constant, a text or a truth value put together.
  package var isAlwaysDefined: Bool {
    guard let root = try? parsed() else { return false }
    switch root.kind {
    case .string, .number, .value: return true
    case .array, .object: return true
    case .binary(let symbol, _, _):
      return [.ampersand, .equal, .notEqual, .and, .or].contains(symbol)
    default: return false
    }
  }
}

extension Node {
  /// Whether the part reads the outermost context; `isOutermost` says whether that is its own.
  fileprivate func readsContext(isOutermost: Bool) -> Bool {
    switch kind {
    case .variable("$"): return true
    case .variable(""), .name, .wildcard, .descendant, .parent:
      if isOutermost { return true }
    case .path(let steps):
      return steps.enumerated().contains { position, step in
        step.readsContext(isOutermost: isOutermost && position == 0)
      } || tailReadsContext
    default: break
    }
    return ownChildren.contains { $0.readsContext(isOutermost: isOutermost && !isTransform) }
      || tailReadsContext
  }

  /// Whether a predicate or the grouping reads the outermost context, which only `$$` does there.
  private var tailReadsContext: Bool {
    children.dropFirst(ownChildren.count).contains { $0.readsContext(isOutermost: false) }
  }

  /// Whether the parts of the part work on what it is applied to.
  private var isTransform: Bool {
    if case .transform = kind { return true }
    return false
  }
}
