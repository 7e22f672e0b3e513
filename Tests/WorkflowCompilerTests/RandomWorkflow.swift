/// Writes workflows at random, the same for the same seed.
struct RandomWorkflow {
  /// The text so far.
  private(set) var text = "workflow random\n"

  /// What comes next is drawn from it.
  private var random: SplitMix

  /// The number of names so far.
  private var count = 0

  /// Writes the workflow of `seed`, which reads `$input.a`, a number, and `$input.list`, a list.
  init(seed: UInt64) {
    random = SplitMix(state: seed)
    var known = ["$input.a"]
    body(depth: 0, known: &known, indent: 1, mayReturn: true)
    if random.chance(3) { line(1, "return \(object(known))") }
    if random.chance(3) {
      text += "\n  catch\n    return {\"caught\": $error.Error, \"cause\": $error.Cause}\n  end\n"
    }
    text += "end\n"
  }

  /// Writes some steps, which may read `known` and add to it.
  private mutating func body(depth: Int, known: inout [String], indent: Int, mayReturn: Bool) {
    for _ in 0..<random.next(1...(depth == 0 ? 6 : 3)) {
      step(depth: depth, known: &known, indent: indent, mayReturn: mayReturn)
    }
  }

  /// Writes a step.
  private mutating func step(
    depth: Int, known: inout [String], indent: Int, mayReturn: Bool
  ) {
    count += 1
    let name = "n\(count)"
    switch random.next(0...(depth < 3 ? 11 : 5)) {
    case 0...2: line(indent, "\(name) = \(value(known))")
    case 3: call(name, known, indent)
    case 4: line(indent, "\(name) = INVOKE legacy {\"v\": \(value(known))} | v")
    case 5:
      line(indent, "wait 5s")
      return
    case 6...7:
      conditional(depth: depth, known: known, indent: indent, mayReturn: mayReturn, name)
      return
    case 8...9: loop(name, depth: depth, known: known, indent: indent)
    default: parallel(name, depth: depth, known: known, indent: indent)
    }
    known.append("$\(name)")
  }

  /// Writes a call that may fail, with what is done then.
  private mutating func call(_ name: String, _ known: [String], _ indent: Int) {
    let sku = random.chance(3) ? "X" : "A-1"
    line(indent, "\(name) = GET inventory/stock/\(sku)")
    if random.chance(3) { line(indent, "  retry 1 times on Other every 1s") }
    guard random.chance(2) else { return }
    line(indent, random.chance(2) ? "  catch Http.404" : "  catch")
    switch random.next(0...2) {
    case 0: line(indent, "    fail Gone \"{$error.Cause}\"")
    case 1: line(indent, "    \(name) = {\"e\": $error, \"k\": \(value(known))}")
    default:
      line(indent, "    m\(name) = [$error.Error]")
      line(indent, "    \(name) = $m\(name)")
    }
    line(indent, "  end")
  }

  /// Writes a conditional, whose names are not known after it.
  private mutating func conditional(
    depth: Int, known: [String], indent: Int, mayReturn: Bool, _ name: String
  ) {
    line(indent, "if $count([\(value(known))]) > \(random.next(0...2))")
    for isLast in [false, true] {
      var inner = known
      body(depth: depth + 1, known: &inner, indent: indent + 1, mayReturn: mayReturn)
      if mayReturn, !isLast, random.chance(4) { line(indent + 1, "return \(object(inner))") }
      guard !isLast, random.chance(2) else { break }
      line(indent, "else")
    }
    line(indent, "end")
  }

  /// Writes a `for`.
  private mutating func loop(_ name: String, depth: Int, known: [String], indent: Int) {
    let list = random.chance(2) ? "$input.list" : "[1, \(value(known))]"
    line(indent, "\(name) = for i\(name) in \(list)")
    var inner = known + ["$i\(name)"]
    body(depth: depth + 1, known: &inner, indent: indent + 1, mayReturn: false)
    if random.chance(2) { line(indent + 1, "yield \(object(inner))") }
    line(indent, "end")
  }

  /// Writes a `parallel` block.
  private mutating func parallel(_ name: String, depth: Int, known: [String], indent: Int) {
    line(indent, "\(name) = parallel")
    for branch in ["a", "b"] {
      line(indent + 1, "branch \(branch)")
      var inner = known
      body(depth: depth + 1, known: &inner, indent: indent + 2, mayReturn: false)
      if random.chance(2) { line(indent + 2, "yield \(object(inner))") }
    }
    line(indent, "end")
  }

  /// An expression of some of `known`.
  private mutating func value(_ known: [String]) -> String {
    let name = random.element(of: known)
    return switch random.next(0...5) {
    case 0: "\(random.next(0...9))"
    case 1: "$count(\(name))"
    case 2: "[\(name), \(random.element(of: known))]"
    case 3: "{\"v\": \(name)}"
    case 4: "$string(\(name)) & \"!\""
    default: name
    }
  }

  /// An object of some of `known`.
  private mutating func object(_ known: [String]) -> String {
    let members = known.indices.filter { _ in random.chance(2) }.map { "\"k\($0)\": \(known[$0])" }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Adds a line.
  private mutating func line(_ indent: Int, _ content: String) {
    text += String(repeating: "  ", count: indent) + content + "\n"
  }
}

/// A generator of random numbers (Steele, Lea, Flood: Fast splittable pseudorandom number generators).
struct SplitMix {
  /// Where it is.
  var state: UInt64

  /// A number in `range`.
  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((mixed ^ (mixed >> 31)) % UInt64(range.count))
  }

  /// True once in `count` times.
  mutating func chance(_ count: Int) -> Bool { next(1...count) == 1 }

  /// One of `list`.
  mutating func element(of list: [String]) -> String { list[next(0...(list.count - 1))] }
}
