import JSON

extension Parser {
  /// Reads what follows the operator `symbol`, to whose left stands `left`.
  mutating func infix(
    _ symbol: Symbol, _ left: Node, at place: SourceLocation
  ) throws(JSONataError) -> Node {
    switch symbol {
    case .dot: return Node(.dot(left, try expression(symbol.leftBindingPower)), at: place)
    case .openBracket: return try predicate(of: left, at: place)
    case .openBrace: return Node(.group(left, try pairs()), at: place)
    case .openParenthesis: return try call(of: left, at: place)
    case .caret: return Node(.order(left, try sortTerms()), at: place)
    case .assign: return try assignment(to: left, at: place)
    case .at: return Node(.focus(left, try boundVariable(of: symbol)), at: place)
    case .hash: return Node(.index(left, try boundVariable(of: symbol)), at: place)
    case .question: return try condition(left, at: place)
    case .elvis: return try fallback(for: left, if: left.copied(), at: place)
    case .coalesce: return try fallback(for: left, if: exists(left.copied(), at: place), at: place)
    case .apply: return Node(.apply(left, try expression(symbol.leftBindingPower)), at: place)
    default:
      return Node(.binary(symbol, left, try expression(symbol.leftBindingPower)), at: place)
    }
  }

  /// Reads the rest of `left[ … ]`.
  private mutating func predicate(
    of left: Node, at place: SourceLocation
  ) throws(JSONataError) -> Node {
    if try skip(.closeBracket) {
      var step = left
      while case .filter(let inner, _) = step.kind { step = inner }
      step.keepArray = true
      return left
    }
    let node = Node(.filter(left, try expression(0)), at: place)
    try expect(.closeBracket, afterOperand: true)
    return node
  }

  /// Reads the terms of `^( … )`.
  private mutating func sortTerms() throws(JSONataError) -> [Node.SortTerm] {
    try expect(.openParenthesis)
    var terms: [Node.SortTerm] = []
    repeat {
      let isDescending = token.symbol == .greater
      if isDescending || token.symbol == .less { try consume() }
      terms.append(Node.SortTerm(isDescending: isDescending, expression: try expression(0)))
    } while try skip(.comma)
    try expect(.closeParenthesis)
    return terms
  }

  /// Reads the rest of `$name := …`.
  private mutating func assignment(
    to left: Node, at place: SourceLocation
  ) throws(JSONataError) -> Node {
    guard case .variable(let name) = left.kind else {
      throw JSONataError("S0212", at: left.location, token: left.errorToken)
    }
    return Node(.bind(name, try expression(Symbol.assign.leftBindingPower - 1)), at: place)
  }

  /// Reads the variable after `@` or `#`.
  private mutating func boundVariable(of symbol: Symbol) throws(JSONataError) -> String {
    let right = try expression(symbol.leftBindingPower)
    guard case .variable(let name) = right.kind else {
      throw JSONataError("S0214", at: right.location, token: symbol.rawValue)
    }
    return name
  }

  /// Reads the rest of `condition ? … : …`.
  private mutating func condition(
    _ left: Node, at place: SourceLocation
  ) throws(JSONataError) -> Node {
    let then = try expression(0)
    let otherwise = try skip(.colon) ? try expression(0) : nil
    return Node(.condition(left, then: then, otherwise: otherwise), at: place)
  }

  /// Reads the rest of `left ?: …` and `left ?? …`.
  private mutating func fallback(
    for left: Node, if condition: Node, at place: SourceLocation
  ) throws(JSONataError) -> Node {
    Node(.condition(condition, then: left, otherwise: try expression(0)), at: place)
  }

  /// `$exists(node)`.
  private func exists(_ node: Node, at place: SourceLocation) -> Node {
    let call = Node(.call(Node(.variable("exists"), at: place), [node]), at: place)
    call.height = node.height + 1
    return call
  }
}

extension Parser {
  /// Reads the rest of `left( … )`, which may define a function.
  private mutating func call(of left: Node, at place: SourceLocation) throws(JSONataError) -> Node {
    var arguments: [Node] = []
    var isPartial = false
    if token.symbol != .closeParenthesis {
      repeat {
        if token.symbol == .question {
          isPartial = true
          arguments.append(Node(.placeholder, at: token.location))
          try consume()
        } else {
          arguments.append(try expression(0))
        }
      } while try skip(.comma)
    }
    try expect(.closeParenthesis, afterOperand: true)
    if case .name(let name) = left.kind, name == "function" || name == "λ" {
      return try lambda(arguments, at: place)
    }
    return Node(isPartial ? .partial(left, arguments) : .call(left, arguments), at: place)
  }

  /// Reads the signature and the body of a function.
  private mutating func lambda(
    _ arguments: [Node], at place: SourceLocation
  ) throws(JSONataError) -> Node {
    var parameters: [String] = []
    for (index, argument) in arguments.enumerated() {
      guard case .variable(let name) = argument.kind else {
        throw JSONataError(
          "S0208", at: argument.location, token: argument.errorToken,
          value: .integer(Int64(index + 1)))
      }
      parameters.append(name)
    }
    let signature = token.symbol == .less ? try signature() : nil
    try expect(.openBrace)
    let body = try expression(0)
    try expect(.closeBrace)
    return Node(
      .lambda(Node.Lambda(parameters: parameters, signature: signature, body: body)), at: place)
  }

  /// Reads `< … >`.
  private mutating func signature() throws(JSONataError) -> Signature {
    let place = token.location
    var text = "<"
    var depth = 1
    while depth > 0, token.symbol != .openBrace, !token.isEnd {
      try consume()
      if token.symbol == .greater { depth -= 1 }
      if token.symbol == .less { depth += 1 }
      text += token.errorToken
    }
    try expect(.greater)
    return try Signature(text, at: place)
  }
}

extension Node {
  /// The part's token as the `token` of an error.
  fileprivate var errorToken: String? {
    switch kind {
    case .name(let text), .string(let text), .variable(let text): text
    case .number(let number): JSONNumber.text(of: number)
    case .value(let value): JSONWriter.compact(value)
    case .binary(let symbol, _, _): symbol.rawValue
    case .dot: "."
    case .filter, .array: "["
    case .group, .object: "{"
    case .call, .partial, .lambda, .block: "("
    case .wildcard: "*"
    case .descendant: "**"
    case .parent: "%"
    case .negate: "-"
    case .placeholder, .condition: "?"
    case .end: "(end)"
    default: nil
    }
  }

  /// A deep copy of a part that has not been through the second pass.
  fileprivate func copied() -> Node {
    let copy = Node(copiedKind, at: location)
    copy.extent = extent
    copy.height = height
    copy.keepArray = keepArray
    return copy
  }

  /// A deep copy of what the part is.
  private var copiedKind: Kind {
    let copies = { (nodes: [Node]) in nodes.map { $0.copied() } }
    let pairs = { (pairs: [Pair]) in
      pairs.map { Pair(key: $0.key.copied(), value: $0.value.copied()) }
    }
    let terms = { (terms: [SortTerm]) in
      terms.map {
        SortTerm(isDescending: $0.isDescending, expression: $0.expression.copied())
      }
    }
    switch kind {
    case .binary(let symbol, let a, let b): return .binary(symbol, a.copied(), b.copied())
    case .negate(let a): return .negate(a.copied())
    case .array(let items): return .array(copies(items))
    case .object(let members): return .object(pairs(members))
    case .call(let a, let rest): return .call(a.copied(), copies(rest))
    case .partial(let a, let rest): return .partial(a.copied(), copies(rest))
    case .lambda(var lambda):
      lambda.body = lambda.body.copied()
      return .lambda(lambda)
    case .condition(let a, let b, let c):
      return .condition(a.copied(), then: b.copied(), otherwise: c?.copied())
    case .transform(let a, let b, let c):
      return .transform(pattern: a.copied(), update: b.copied(), delete: c?.copied())
    case .block(let items): return .block(copies(items))
    case .bind(let name, let a): return .bind(name, a.copied())
    case .apply(let a, let b): return .apply(a.copied(), b.copied())
    case .dot(let a, let b): return .dot(a.copied(), b.copied())
    case .filter(let a, let b): return .filter(a.copied(), b.copied())
    case .group(let a, let members): return .group(a.copied(), pairs(members))
    case .order(let a, let list): return .order(a.copied(), terms(list))
    case .focus(let a, let name): return .focus(a.copied(), name)
    case .index(let a, let name): return .index(a.copied(), name)
    case .parent: return .parent(AncestorSlot(label: ""))
    case .path, .sort, .name, .string, .number, .value, .variable, .regex, .wildcard, .descendant,
      .placeholder, .end:
      return kind
    }
  }
}
