import JSON

/// Writes the tree of an expression, and the mistakes in it, as the reference does (`ast()`).
struct ReferenceTree {
  /// The tree.
  private let tree: SyntaxTree

  /// What the parser has noted of mistakes.
  private let recovery: Recovery

  /// The offsets in UTF-16 units, by the UTF-8 offsets; nil if they are the same.
  private let units: [Int]?

  /// Writes `tree`, whose parser has noted `recovery`.
  init(_ tree: SyntaxTree, _ recovery: Recovery) {
    self.tree = tree
    self.recovery = recovery
    units = tree.source.utf8.count == tree.source.utf16.count ? nil : Self.units(of: tree.source)
  }

  /// The whole tree.
  var root: JSONValue { json(of: tree.rootID) }

  /// The mistakes as the reference writes them.
  var mistakes: JSONValue {
    .array(
      recovery.mistakes.indices.map { mistake($0) }
        + recovery.missing.map { missing(tree.parts[Int($0)]) })
  }

  /// The mistakes.
  var errors: [JSONataError] {
    let missing = recovery.missing.map { id in
      JSONataError("S0207", at: tree.parts[Int(id)].location, token: "(end)")
    }
    return (recovery.mistakes.map(\.error) + missing).map { $0.finished(in: tree.source) }
  }

  // MARK: - Positions

  /// The offset after each byte's character in UTF-16 units, by the UTF-8 offsets in `text`.
  private static func units(of text: String) -> [Int] {
    var units = [0]
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF16.width(scalar)
      units += Array(repeating: count, count: UTF8.width(scalar))
    }
    return units
  }

  /// The reference's position of the token that ends at the UTF-8 offset `end`.
  private func position(_ end: Int) -> JSONValue {
    .integer(Int64(units.map { $0[min(end, $0.count - 1)] } ?? end))
  }

  // MARK: - Mistakes

  /// The mistake at `index`.
  private func mistake(_ index: Int) -> JSONValue {
    if let id = tree.parts.firstIndex(where: { $0.isMistake(index) }) {
      return json(of: Part.ID(truncatingIfNeeded: id))
    }
    return .object(mistakeMembers(index))
  }

  /// The members of the mistake at `index`.
  private func mistakeMembers(_ index: Int) -> Members {
    let mistake = recovery.mistakes[index]
    var members: Members = [("code", .string(mistake.error.code))]
    if let token = mistake.token { members.append(("token", token)) }
    if let end = mistake.error.range?.upperBound { members.append(("position", position(end))) }
    if let value = mistake.error.value { members.append(("value", value)) }
    if let remaining = mistake.remaining {
      members.append(("remaining", .array(remaining.map { skipped($0) })))
    }
    return members
  }

  /// A token that has been skipped.
  private func skipped(_ token: Recovery.SkippedToken) -> JSONValue {
    var members: Members = [("type", .string(token.type))]
    if let value = token.value { members.append(("value", value)) }
    if let end = token.end { members.append(("position", position(end))) }
    return .object(members)
  }

  /// The mistake of the missing operand `part`.
  private func missing(_ part: Part) -> JSONValue {
    [
      "code": "S0207", "position": position(part.location.end), "token": "(end)",
    ]
  }

  // MARK: - Parts

  /// The members of an object.
  private typealias Members = [(key: String, value: JSONValue)]

  /// The part `id`.
  private func json(of id: Part.ID) -> JSONValue {
    let operations = chain(id)
    guard let innermost = operations.last else { return .object(members(of: id)) }
    var left = json(of: tree.parts[Int(innermost)].first)
    for operation in operations.reversed() {
      let part = tree.parts[Int(operation)]
      left = .object(
        head(of: part) + [("lhs", left), ("rhs", json(of: part.second))] + tail(of: part))
    }
    return left
  }

  /// The operations of the chain that ends with `id`, from the outside in.
  private func chain(_ id: Part.ID) -> [Part.ID] {
    var operations: [Part.ID] = []
    var id = id
    while tree.parts[Int(id)].isOperation {
      operations.append(id)
      id = tree.parts[Int(id)].first
    }
    return operations
  }

  /// The parts of the list from `head` on.
  private func list(_ head: Part.ID) -> [JSONValue] {
    ids(head).map { json(of: $0) }
  }

  /// The parts of the list from `head` on.
  private func ids(_ head: Part.ID) -> [Part.ID] {
    var found: [Part.ID] = []
    var id = head
    while id != 0 {
      found.append(id)
      id = tree.parts[Int(id)].next
    }
    return found
  }

  /// The keys and values of the list from `head` on.
  private func pairs(_ head: Part.ID) -> JSONValue {
    let parts = list(head)
    return .array(
      stride(from: 0, to: parts.count - 1, by: 2).map { .array([parts[$0], parts[$0 + 1]]) })
  }

  /// The members of the part `id`.
  private func members(of id: Part.ID) -> Members {
    let part = tree.parts[Int(id)]
    return head(of: part) + content(of: part) + tail(of: part)
  }

  /// The type, the token and the position of `part`.
  private func head(of part: Part) -> Members {
    switch part.tag {
    case .end: return [("type", "error"), ("error", missing(part))]
    case .failure:
      if part.first == 0 {
        return [("type", "error"), ("error", mistake(Int(part.third)))]
      }
      return mistakeMembers(Int(part.third)) + [("type", "error")]
    case .path: return [("type", "path")]
    case .parent: return [("type", "parent")]
    default:
      var members: Members = [("type", .string(part.tag.typeName))]
      if let value = value(of: part) { members.append(("value", value)) }
      return members + [("position", position(part.location.end))]
    }
  }

  /// The value of the token of `part`.
  private func value(of part: Part) -> JSONValue? {
    switch part.tag {
    case .name, .string, .variable: .string(tree.text(of: part))
    case .number: .literal(part.number)
    case .value: part.value
    case .regex: .object([])
    case .wildcard: "*"
    case .descendant: "**"
    case .placeholder: "?"
    case .negate: "-"
    case .array: "["
    case .object: "{"
    case .call, .partial: "("
    case .binary, .bind, .apply: part.symbol.map { .string($0.text) }
    default: nil
    }
  }

  /// The parts in `part`.
  private func content(of part: Part) -> Members {
    switch part.tag {
    case .binary, .bind, .apply:
      return [("lhs", json(of: part.first)), ("rhs", json(of: part.second))]
    case .negate: return [("expression", json(of: part.first))]
    case .array, .block: return [("expressions", .array(list(part.first)))]
    case .object: return [("lhs", pairs(part.first))]
    case .call, .partial:
      return [("arguments", .array(list(part.second))), ("procedure", json(of: part.first))]
    case .lambda: return lambda(part)
    case .condition:
      let parts: Members = [
        ("condition", json(of: part.first)), ("then", json(of: part.second)),
      ]
      return part.third == 0 ? parts : parts + [("else", json(of: part.third))]
    case .fallback: return fallback(part)
    case .transform:
      let parts: Members = [("pattern", json(of: part.first)), ("update", json(of: part.second))]
      return part.third == 0 ? parts : parts + [("delete", json(of: part.third))]
    case .path: return [("steps", .array(steps(of: part)))]
    case .sort: return [("terms", .array(ids(part.first).map { term(tree.parts[Int($0)]) }))]
    case .parent: return [("slot", slot(Int(part.third)))]
    default: return []
    }
  }

  /// The steps of the path `part`; a function knows the name of the function that follows it.
  private func steps(of part: Part) -> [JSONValue] {
    let ids = ids(part.first)
    return ids.indices.map { index in
      guard tree.parts[Int(ids[index])].tag == .call, index + 1 < ids.count,
        let next = functionName(tree.parts[Int(ids[index + 1])])
      else { return json(of: ids[index]) }
      return .object(members(of: ids[index]) + [("nextFunction", .string(next))])
    }
  }

  /// The name by which `part` calls a function, if it is a lone one.
  private func functionName(_ part: Part) -> String? {
    guard part.tag == .call else { return nil }
    let procedure = tree.parts[Int(part.first)]
    guard procedure.tag == .path, procedure.first == procedure.second else { return nil }
    let step = tree.parts[Int(procedure.first)]
    return step.tag == .name ? tree.text(of: step) : nil
  }

  /// A term of `^(…)`.
  private func term(_ part: Part) -> JSONValue {
    ["descending": .bool(part.symbol == .greater), "expression": json(of: part.first)]
  }

  /// `left ?: right`, which is `left ? left : right`, or `left ?? right`, which is
  /// `$exists(left) ? left : right`.
  private func fallback(_ part: Part) -> Members {
    let left = json(of: part.first)
    let exists: JSONValue = [
      "type": "function", "value": "(", "arguments": [left],
      "procedure": ["type": "variable", "value": "exists"],
    ]
    return [
      ("condition", part.symbol == .coalesce ? exists : left), ("then", left),
      ("else", json(of: part.second)),
    ]
  }

  // MARK: - Functions

  /// The definition of a function.
  private func lambda(_ part: Part) -> Members {
    var members: Members = [("arguments", .array(list(part.first)))]
    if part.third != 0 {
      let definition = tree.signatures[Int(part.third) - 1].definition
      members.append(("signature", ["definition": .string(definition)]))
    }
    return members + [("body", tail(part.second))]
  }

  /// The part `id`, whose value is that of a function: calls in it become functions without
  /// parameters (`thunk`), which the reference calls in a loop.
  private func tail(_ id: Part.ID) -> JSONValue {
    let part = tree.parts[Int(id)]
    switch part.tag {
    case .call where part.stages == 0:
      return [
        "type": "lambda", "thunk": true, "arguments": [],
        "position": position(part.location.end), "body": json(of: id),
      ]
    case .condition:
      var members = members(of: id)
      for index in members.indices {
        if members[index].key == "then" { members[index].value = tail(part.second) }
        if members[index].key == "else" { members[index].value = tail(part.third) }
      }
      return .object(members)
    case .block where part.second != 0:
      var parts = ids(part.first).dropLast().map { json(of: $0) }
      parts.append(tail(part.second))
      return .object(
        head(of: part) + [("expressions", .array(parts))] + tail(of: part))
    default: return json(of: id)
    }
  }

  // MARK: - What many parts have

  /// What follows `part`, and what is marked in it.
  private func tail(of part: Part) -> Members {
    var members: Members = []
    for (trait, name) in Self.traits where part.traits.contains(trait) {
      members.append((name, true))
    }
    if part.rare != 0 { members += rareMembers(tree.rare[Int(part.rare) - 1]) }
    if part.stages != 0 {
      let name = part.traits.contains(.predicates) ? "predicate" : "stages"
      members.append((name, .array(ids(part.stages).map { stage(tree.parts[Int($0)]) })))
    }
    if part.group != 0 {
      let group = tree.parts[Int(part.group)]
      members.append(
        ("group", ["lhs": pairs(group.first), "position": position(group.location.end)]))
    }
    return members
  }

  /// The names of traits.
  private static let traits: [(Part.Traits, String)] = [
    (.keepArray, "keepArray"), (.keepSingletonArray, "keepSingletonArray"),
    (.consArray, "consarray"), (.tuple, "tuple"),
  ]

  /// The rare properties of a part.
  private func rareMembers(_ rare: Part.Rare) -> Members {
    var members: Members = []
    if rare.focus != 0 { members.append(("focus", name(rare.focus))) }
    if rare.index != 0 { members.append(("index", name(rare.index))) }
    if let ancestor = rare.ancestor { members.append(("ancestor", slot(ancestor))) }
    if !rare.seekingParent.isEmpty {
      members.append(("seekingParent", .array(rare.seekingParent.map { slot($0) })))
    }
    return members
  }

  /// The name of the variable `id`.
  private func name(_ id: Part.ID) -> JSONValue {
    .string(tree.text(of: tree.parts[Int(id)]))
  }

  /// The slot of a `%`.
  private func slot(_ index: Int) -> JSONValue {
    let slot = tree.slots[index]
    return [
      "label": "!\(slot.label)", "level": .integer(Int64(slot.level)),
      "index": .integer(Int64(index)),
    ]
  }

  /// A predicate or a position binding.
  private func stage(_ part: Part) -> JSONValue {
    let place = position(part.location.end)
    if part.tag == .indexStage {
      return ["type": "index", "value": name(part.first), "position": place]
    }
    return ["type": "filter", "expr": json(of: part.first), "position": place]
  }
}

extension Part {
  /// Whether the part is the mistake at `index`.
  fileprivate func isMistake(_ index: Int) -> Bool {
    tag == .failure && first == 1 && Int(third) == index
  }
}
