import HCL

/// Makes bodies and expressions of every kind, the same ones for the same seed.
struct ExpressionGenerator {
  /// The state of the generator of numbers (SplitMix64).
  private var state: UInt64

  /// Creates a generator.
  init(seed: UInt64) {
    state = seed
  }

  /// A body with attributes, blocks and comments.
  mutating func body(depth: Int = 3) -> HCLBody {
    let names = ["a", "bc", "long_name", "x-y", "_z", "wider_than_others"].shuffled(using: &self)
    var items: [HCLBody.Item] = []
    for name in names.prefix(Int.random(in: 0...6, using: &self)) {
      if chance(0.2) { items.append(.comment(text())) }
      if chance(0.25), depth > 0 { items.append(.block(block(depth: depth - 1))) }
      items.append(.attribute(HCLAttribute(name, expression(depth: depth))))
    }
    return HCLBody(items)
  }

  /// An expression whose parts are nested at most `depth` deep.
  mutating func expression(depth: Int) -> HCLExpression {
    if depth == 0 { return leaf() }
    return switch Int.random(in: 0..<12, using: &self) {
    case 0: .tuple(list(depth: depth, upTo: 5))
    case 1, 2: .object(members(depth: depth))
    case 3, 4: .call(pick(["f", "jsonencode", "merge"]), list(depth: depth, upTo: 3))
    case 5: .unary(pick(HCLUnaryOperator.allCases), expression(depth: depth - 1))
    case 6:
      .binary(
        expression(depth: depth - 1), pick(HCLBinaryOperator.allCases),
        expression(depth: depth - 1))
    case 7:
      .conditional(
        expression(depth: depth - 1), expression(depth: depth - 1), expression(depth: depth - 1))
    case 8: .template(template(depth: depth))
    case 9: .heredoc(HCLTemplate(template(depth: depth).segments + [.literal("\n")]))
    default: leaf()
    }
  }

  /// A text with what is hard to write.
  mutating func text() -> String {
    let pieces = [
      "a", "word", " ", "\"", "\\", "\n", "\t", "${", "%{", "$", "%", "{", "}", "$${", "é", "漢字",
      "e\u{301}", "👩‍👩‍👧", "🇫🇷", "\u{0}", "\u{1B}", "\u{A0}", "\u{200B}", "\r\n", "#", "//", "~}", "EOT",
      "=",
    ]
    return (0..<Int.random(in: 0...6, using: &self)).map { _ in pick(pieces) }.joined()
  }

  // MARK: -

  /// A block.
  private mutating func block(depth: Int) -> HCLBlock {
    HCLBlock(
      type: pick(["resource", "variable", "lifecycle"]),
      labels: Array(["aws_thing", "name"].prefix(Int.random(in: 0...2, using: &self))),
      body: body(depth: depth))
  }

  /// An expression without parts.
  private mutating func leaf() -> HCLExpression {
    switch Int.random(in: 0..<7, using: &self) {
    case 0: .null
    case 1: .bool(Bool.random(using: &self))
    case 2: .integer(pick([0, 7, -12, .max]))
    case 3: .number(pick([0.5, -1.25, 1e21, 5e-9]))
    case 4: .reference("var", "name")
    case 5: .reference(HCLReference("local", [.attribute("list"), .index(0), .attribute("id")]))
    default: .string(text())
    }
  }

  /// Up to `limit` expressions.
  private mutating func list(depth: Int, upTo limit: Int) -> [HCLExpression] {
    (0..<Int.random(in: 0...limit, using: &self)).map { _ in expression(depth: depth - 1) }
  }

  /// Members of an object.
  private mutating func members(depth: Int) -> [HCLMember] {
    list(depth: depth, upTo: 4).map { value in
      let name = chance(0.25) ? text() : pick(["k", "for", "null", "a-b", "longer key", "Version"])
      return HCLMember(name, value)
    }
  }

  /// A text with interpolations.
  private mutating func template(depth: Int) -> HCLTemplate {
    HCLTemplate(
      (0..<Int.random(in: 0...4, using: &self)).map { _ in
        chance(0.5) ? .literal(text()) : .interpolation(expression(depth: depth - 1))
      })
  }

  /// Whether something of this probability happens.
  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  /// One of `choices`.
  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }
}

extension ExpressionGenerator: RandomNumberGenerator {
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
