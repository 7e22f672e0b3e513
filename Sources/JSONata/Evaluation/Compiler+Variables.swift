import JSON

extension Compiler {
  /// Compiles a read of a variable.
  func variable(_ name: String, _ scope: Scope) -> Code {
    if name.isEmpty { return { _, _, input in unwrapped(input) } }
    let places = scope.places(of: name)
    guard let first = places.first else { return global(named: name) }
    if first.isBound { return boundVariable(first) }
    if places.count == 1 { return variable(at: first, orElse: global(named: name)) }
    let nothing: Code = { _, _, _ in nil }
    let outer = places.last?.isBound == true ? nothing : global(named: name)
    return { run, frame, input throws(JSONataError) in
      for place in places {
        if let value = frame.outer(place.hops)[place.slot] { return value }
      }
      return try outer(run, frame, input)
    }
  }

  /// Compiles a read of a variable that is certainly bound.
  private func boundVariable(_ place: Scope.Place) -> Code {
    let slot = place.slot
    switch place.hops {
    case 0: return { _, frame, _ in frame[slot] ?? nil }
    case 1: return { _, frame, _ in frame.around[slot] ?? nil }
    case let hops: return { _, frame, _ in frame.outer(hops)[slot] ?? nil }
    }
  }

  /// Compiles a read of a variable that is at `place` once it is bound, and that `other` gives until
  /// then.
  private func variable(at place: Scope.Place, orElse other: @escaping Code) -> Code {
    let slot = place.slot
    if place.hops == 1 {
      return { run, frame, input throws(JSONataError) in
        if let value = frame.around[slot] { return value }
        return try other(run, frame, input)
      }
    }
    let hops = place.hops
    return { run, frame, input throws(JSONataError) in
      if let value = frame.outer(hops)[slot] { return value }
      return try other(run, frame, input)
    }
  }

  /// Compiles a read of a name that is not bound in the expression.
  private func global(named name: String) -> Code {
    let slot = global(name)
    return { run, _, _ in run.globals[slot] }
  }

  /// Compiles `$name := value`.
  func bind(_ name: String, _ value: Node, _ context: Context) -> Code {
    let code = compile(value, context)
    let slot = context.scope.declare(name)
    return { run, frame, input throws(JSONataError) in
      let value = try code(run, frame, input)
      frame[slot] = .some(value)
      return value
    }
  }

  /// Compiles `( … ; … )`.
  ///
  /// The variables of a block live in the frame around it, unless functions that it makes could
  /// outlive one run of it and see the variables of the next.
  func block(_ items: [Node], _ context: Context) -> Code {
    let names = items.reduce(into: Set<String>()) { $0.formUnion($1.boundNames) }
    if names.isEmpty { return sequence(items, context) }
    let ownsFrame = context.repeats && items.contains(where: \.makesFunctions)
    let layout = ownsFrame ? FrameLayout() : context.scope.layout
    var inner = context
    inner.scope = Scope(parent: context.scope, layout: layout)
    let slots = names.sorted().map { inner.scope.declare($0) }
    if ownsFrame { inner.repeats = false }
    let code = sequence(items, inner)
    if ownsFrame {
      return { run, frame, input throws(JSONataError) in
        var inner = Frame.make(layout.count, parent: frame, base: frame.base)
        let value = try code(run, inner, input)
        if !isKnownUniquelyReferenced(&inner) { run.release(inner, after: value) }
        return value
      }
    }
    guard context.repeats else { return code }
    return { run, frame, input throws(JSONataError) in
      for slot in slots { frame[slot] = .none }
      return try code(run, frame, input)
    }
  }

  /// Compiles expressions one after the other, of which the last gives the value.
  private func sequence(_ items: [Node], _ context: Context) -> Code {
    var codes: [CompiledPart] = []
    for item in items {
      codes.append(CompiledPart(code: compile(item, context)))
      if case .bind(let name, _) = item.kind { context.scope.markBound(name) }
    }
    guard let last = codes.popLast() else { return { _, _, _ in nil } }
    return sequence(codes, then: last.code)
  }

  /// The code of `parts` one after the other and then of `last`, which gives the value.
  func sequence(_ parts: [CompiledPart], then last: @escaping Code) -> Code {
    guard let first = parts.first else { return last }
    // So many closures that call each other would take too much of the stack.
    if parts.count > 16 {
      return { run, frame, input throws(JSONataError) in
        for part in parts { _ = try part.code(run, frame, input) }
        return try last(run, frame, input)
      }
    }
    let code = first.code
    let rest = sequence(Array(parts.dropFirst()), then: last)
    return { run, frame, input throws(JSONataError) in
      _ = try code(run, frame, input)
      return try rest(run, frame, input)
    }
  }
}

/// The value of `$`: the context, without the list around an input that is a list.
@inline(__always)
func unwrapped(_ input: JSONValue?) -> JSONValue? {
  guard case .array(let list) = input, list.traits.contains(.outerWrapper) else { return input }
  return list.elements.first
}
