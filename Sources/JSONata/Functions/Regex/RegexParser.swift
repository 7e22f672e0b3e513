/// Reads a regular expression with JavaScript's syntax (without the flag `u`, with Annex B).
struct RegexParser {
  private let units: [UInt16]
  private var offset = 0
  private var depth = 0
  private let totalCaptures: Int

  /// The number of capturing groups read so far.
  private(set) var captures = 0

  /// The numbers of the named groups.
  private(set) var names: [String: Int] = [:]

  /// Starts with `pattern`.
  init(_ pattern: String) {
    units = Array(pattern.utf16)
    totalCaptures = Self.countCaptures(units)
  }

  /// Reads the whole pattern.
  mutating func parse() throws(RegexSyntaxError) -> RegexNode {
    let node = try choice()
    guard offset == units.count else { throw RegexSyntaxError(message: "Unmatched ')'") }
    return node
  }

  /// The number of capturing groups in `units`.
  private static func countCaptures(_ units: [UInt16]) -> Int {
    var count = 0
    var isInClass = false
    var index = 0
    while index < units.count {
      switch units[index] {
      case 0x5C: index += 1
      case 0x5B: isInClass = true
      case 0x5D: isInClass = false
      case 0x28 where !isInClass:
        let rest = units[(index + 1)...].prefix(3).map { $0 }
        let isNamed =
          rest.count > 2 && rest[0] == 0x3F && rest[1] == 0x3C && rest[2] != 0x3D
          && rest[2] != 0x21
        if rest.first != 0x3F || isNamed { count += 1 }
      default: break
      }
      index += 1
    }
    return count
  }

  // MARK: - Units

  /// The next unit.
  private var peek: UInt16? { offset < units.count ? units[offset] : nil }

  /// Takes `character` if it is next.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let unit = peek, unit == UInt16(truncatingIfNeeded: character.value) else { return false }
    offset += 1
    return true
  }

  /// Takes `text` if it is next.
  private mutating func skip(_ text: String) -> Bool {
    guard units[offset...].starts(with: text.utf16) else { return false }
    offset += text.utf16.count
    return true
  }

  // MARK: - Structure

  /// Reads alternatives.
  private mutating func choice() throws(RegexSyntaxError) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 250 else { throw RegexSyntaxError(message: "Regular expression too large") }
    var branches = [try sequence()]
    while skip("|" as Unicode.Scalar) { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  /// Reads terms up to the end of an alternative.
  private mutating func sequence() throws(RegexSyntaxError) -> RegexNode {
    var terms: [RegexNode] = []
    while let unit = peek, unit != 0x7C, unit != 0x29 {
      let first = captures
      let atom = try atom()
      terms.append(try quantified(atom, captures: first..<captures))
    }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }

  /// Reads a quantifier after `atom`, if there is one.
  private mutating func quantified(
    _ atom: RegexNode, captures: Range<Int>
  ) throws(RegexSyntaxError) -> RegexNode {
    guard let (min, max) = try quantifier() else { return atom }
    if let max, max < min {
      throw RegexSyntaxError(message: "numbers out of order in {} quantifier")
    }
    let isGreedy = !skip("?" as Unicode.Scalar)
    switch atom {
    case .lineStart, .lineEnd, .wordBoundary, .look(_, isBehind: true, _):
      throw RegexSyntaxError(message: "Nothing to repeat")
    default:
      return .repetition(
        atom, min: min, max: max, isGreedy: isGreedy,
        captures: captures.lowerBound + 1..<captures.upperBound + 1)
    }
  }

  /// Reads `*`, `+`, `?` or `{…}`.
  private mutating func quantifier() throws(RegexSyntaxError) -> (Int, Int?)? {
    if skip("*" as Unicode.Scalar) { return (0, nil) }
    if skip("+" as Unicode.Scalar) { return (1, nil) }
    if skip("?" as Unicode.Scalar) { return (0, 1) }
    return bounds()
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; anything else stays to be read as it is.
  private mutating func bounds() -> (Int, Int?)? {
    let start = offset
    guard skip("{" as Unicode.Scalar), let min = number() else {
      offset = start
      return nil
    }
    var max: Int? = min
    if skip("," as Unicode.Scalar) { max = number() }
    guard skip("}" as Unicode.Scalar) else {
      offset = start
      return nil
    }
    return (min, max)
  }

  /// Reads a decimal number.
  private mutating func number() -> Int? {
    var value: Int?
    while let unit = peek, (0x30...0x39).contains(unit) {
      value = min((value ?? 0) * 10 + Int(unit - 0x30), 1_000_000)
      offset += 1
    }
    return value
  }

  /// Reads one atom or assertion.
  private mutating func atom() throws(RegexSyntaxError) -> RegexNode {
    let start = offset
    guard let unit = peek else { return .empty }
    offset += 1
    switch Unicode.Scalar(unit) {
    case "^": return .lineStart
    case "$": return .lineEnd
    case ".":
      var set = CharacterClass.lineEnd
      set.isNegated = true
      return .set(set)
    case "(": return try group()
    case "[": return .set(try characterClass())
    case "\\": return try escape()
    case "*", "+", "?": throw RegexSyntaxError(message: "Nothing to repeat")
    case "{":
      offset = start
      if bounds() != nil { throw RegexSyntaxError(message: "Nothing to repeat") }
      offset = start + 1
      return .unit(unit)
    default: return .unit(unit)
    }
  }

  /// Reads a group whose parenthesis has been read.
  private mutating func group() throws(RegexSyntaxError) -> RegexNode {
    if skip("?:") { return try close(.group(try choice())) }
    for (mark, isBehind, isNegated) in [
      ("?=", false, false), ("?!", false, true), ("?<=", true, false), ("?<!", true, true),
    ] where skip(mark) {
      return try close(.look(try choice(), isBehind: isBehind, isNegated: isNegated))
    }
    if skip("?<") {
      captures += 1
      let number = captures
      let name = try groupName()
      guard names.updateValue(number, forKey: name) == nil else {
        throw RegexSyntaxError(message: "Duplicate capture group name")
      }
      return try close(.capture(number, try choice()))
    }
    if peek == 0x3F { throw RegexSyntaxError(message: "Invalid group") }
    captures += 1
    let number = captures
    return try close(.capture(number, try choice()))
  }

  /// Reads the parenthesis that closes a group.
  private mutating func close(_ node: RegexNode) throws(RegexSyntaxError) -> RegexNode {
    guard skip(")" as Unicode.Scalar) else {
      throw RegexSyntaxError(message: "Unterminated group")
    }
    return node
  }

  /// Reads a group's name and the bracket after it.
  private mutating func groupName() throws(RegexSyntaxError) -> String {
    guard let end = units[offset...].firstIndex(of: 0x3E), end > offset else {
      throw RegexSyntaxError(message: "Invalid capture group name")
    }
    defer { offset = end + 1 }
    return String(decoding: units[offset..<end], as: UTF16.self)
  }

  // MARK: - Escapes

  /// Reads an escape outside a class, whose backslash has been read.
  private mutating func escape() throws(RegexSyntaxError) -> RegexNode {
    guard let unit = peek else { throw RegexSyntaxError(message: "\\ at end of pattern") }
    switch Unicode.Scalar(unit) {
    case "b", "B":
      offset += 1
      return .wordBoundary(isNegated: unit == 0x42)
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      let start = offset
      if let number = number(), number <= totalCaptures { return .backreference(number) }
      offset = start
    case "k" where units[(offset + 1)...].first == 0x3C:
      offset += 2
      return .namedBackreference(try groupName())
    default: break
    }
    if let set = classEscape() { return .set(set) }
    return .unit(characterEscape())
  }

  /// Reads `d`, `w`, `s` or their negations.
  private mutating func classEscape() -> CharacterClass? {
    guard let unit = peek, let scalar = Unicode.Scalar(unit) else { return nil }
    var set: CharacterClass
    switch scalar {
    case "d", "D": set = .digit
    case "w", "W": set = .word
    case "s", "S": set = .space
    default: return nil
    }
    set.isNegated = unit < 0x61
    offset += 1
    return set
  }

  /// Reads an escape that stands for one unit.
  private mutating func characterEscape() -> UInt16 {
    guard let unit = peek else { return 0x5C }
    offset += 1
    switch Unicode.Scalar(unit) {
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "f": return 0x0C
    case "x": return hexadecimal(2) ?? unit
    case "u": return hexadecimal(4) ?? unit
    case "c": return control() ?? 0x5C
    case "0", "1", "2", "3", "4", "5", "6", "7": return octal(from: unit)
    default: return unit
    }
  }

  /// Reads `count` hexadecimal digits.
  private mutating func hexadecimal(_ count: Int) -> UInt16? {
    let digits = String(decoding: units[offset...].prefix(count), as: UTF16.self)
    guard digits.utf16.count == count, digits.allSatisfy(\.isHexDigit),
      let value = UInt16(digits, radix: 16)
    else { return nil }
    offset += count
    return value
  }

  /// Reads the letter of a control character; without one, the backslash stands for itself.
  private mutating func control() -> UInt16? {
    guard let unit = peek, (0x41...0x5A).contains(unit & ~0x20) else {
      offset -= 1
      return nil
    }
    offset += 1
    return unit & 0x1F
  }

  /// Reads the rest of an octal number.
  private mutating func octal(from first: UInt16) -> UInt16 {
    var value = first - 0x30
    while let unit = peek, (0x30...0x37).contains(unit), value * 8 + unit - 0x30 <= 0xFF {
      value = value * 8 + unit - 0x30
      offset += 1
    }
    return value
  }

  // MARK: - Classes

  /// Reads a class whose bracket has been read.
  private mutating func characterClass() throws(RegexSyntaxError) -> CharacterClass {
    var set = CharacterClass()
    set.isNegated = skip("^" as Unicode.Scalar)
    while !skip("]" as Unicode.Scalar) {
      guard peek != nil else { throw RegexSyntaxError(message: "Unterminated character class") }
      let lower = try classAtom()
      guard peek == 0x2D, units[(offset + 1)...].first.map({ $0 != 0x5D }) == true else {
        insert(lower, into: &set)
        continue
      }
      offset += 1
      let upper = try classAtom()
      guard case .unit(let first) = lower, case .unit(let last) = upper else {
        insert(lower, into: &set)
        set.insert(0x2D...0x2D)
        insert(upper, into: &set)
        continue
      }
      guard first <= last else {
        throw RegexSyntaxError(message: "Range out of order in character class")
      }
      set.insert(first...last)
    }
    return set
  }

  /// Adds a unit or a set to `set`.
  private func insert(_ node: RegexNode, into set: inout CharacterClass) {
    switch node {
    case .unit(let unit): set.insert(unit...unit)
    case .set(let other): set.insert(other)
    default: break
    }
  }

  /// Reads a unit or a set of a class.
  private mutating func classAtom() throws(RegexSyntaxError) -> RegexNode {
    guard let unit = peek else {
      throw RegexSyntaxError(message: "Unterminated character class")
    }
    offset += 1
    guard unit == 0x5C else { return .unit(unit) }
    if peek == nil { throw RegexSyntaxError(message: "\\ at end of pattern") }
    if skip("b" as Unicode.Scalar) { return .unit(0x08) }
    if skip("-" as Unicode.Scalar) { return .unit(0x2D) }
    if let set = classEscape() { return .set(set) }
    return .unit(characterEscape())
  }
}
