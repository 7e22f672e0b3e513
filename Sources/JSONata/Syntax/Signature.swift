import JSON

/// What arguments a function takes, such as `<s-n?:s>`.
struct Signature: Sendable {
  /// One parameter.
  struct Parameter: Sendable {
    /// The kinds of value that it takes.
    var kinds: ValueKinds

    /// Whether a value that is no list becomes one.
    var isArray = false

    /// What the elements of the list must be, as the signature writes it.
    var elements: String?

    /// The kind that each element must be of.
    var elementKind: ValueKinds?

    /// Whether the context stands in for a missing argument.
    var usesContext = false

    /// Whether it may be left out.
    var isOptional = false

    /// Whether it takes any number of arguments, at least one.
    var repeats = false
  }

  /// The signature as it is written.
  let definition: String

  /// The parameters in order.
  private(set) var parameters: [Parameter] = []

  /// Whether every parameter takes one argument, so that matching is a walk along both.
  private(set) var isPlain = true

  /// Reads `text`, which starts with `<`; errors stand at `location`.
  init(_ text: String, at location: SourceLocation) throws(JSONataError) {
    definition = text
    let letters = Array(text)
    var position = 1
    while position < letters.count, letters[position] != ":" {
      let next = try add(letters, at: position, location)
      position = next
    }
    isPlain = !parameters.contains(where: \.repeats)
  }

  /// Reads the letter at `position`, and returns the position after what belongs to it.
  private mutating func add(
    _ letters: [Character], at position: Int, _ location: SourceLocation
  ) throws(JSONataError) -> Int {
    let last = parameters.indices.last
    switch letters[position] {
    case "-":
      if let last { parameters[last].usesContext = true }
      if let last { parameters[last].isOptional = true }
    case "?": if let last { parameters[last].isOptional = true }
    case "+": if let last { parameters[last].repeats = true }
    case "(": return try addChoice(letters, at: position, location)
    case "<": return try addElements(letters, at: position, location)
    case let letter:
      guard let kinds = ValueKinds(parameter: letter) else { break }
      parameters.append(Parameter(kinds: kinds, isArray: letter == "a"))
    }
    return position + 1
  }

  /// Reads a choice of types in parentheses.
  private mutating func addChoice(
    _ letters: [Character], at position: Int, _ location: SourceLocation
  ) throws(JSONataError) -> Int {
    let end = Self.closing("(", ")", in: letters, from: position)
    let choice = letters[position + 1..<end]
    guard !choice.contains("<") else {
      let place = SourceLocation(location.start, location.end + position)
      throw JSONataError("S0402", at: place, value: .string(String(choice)))
    }
    let kinds = choice.reduce(into: ValueKinds.missing) { $0.formUnion(ValueKinds(letter: $1)) }
    parameters.append(Parameter(kinds: kinds))
    return end + 1
  }

  /// Reads the type of the elements, in angle brackets.
  private mutating func addElements(
    _ letters: [Character], at position: Int, _ location: SourceLocation
  ) throws(JSONataError) -> Int {
    let isList = parameters.last?.isArray ?? false
    guard let last = parameters.indices.last, isList || parameters[last].kinds == .function else {
      let place = SourceLocation(location.start, location.end + position)
      throw JSONataError("S0401", at: place)
    }
    let end = Self.closing("<", ">", in: letters, from: position)
    if isList {
      let elements = letters[position + 1..<end]
      parameters[last].elements = String(elements)
      parameters[last].elementKind = elements.first.map { ValueKinds(letter: $0) }
    }
    return end + 1
  }

  /// The position of the bracket that closes the one at `start`.
  private static func closing(
    _ open: Character, _ close: Character, in letters: [Character], from start: Int
  ) -> Int {
    var depth = 0
    for position in start..<letters.count {
      if letters[position] == open { depth += 1 }
      if letters[position] == close { depth -= 1 }
      if depth == 0 { return position }
    }
    return letters.count - 1
  }
}

/// A set of kinds of value.
struct ValueKinds: OptionSet, Sendable {
  let rawValue: UInt16

  /// Creates a set of bits.
  init(rawValue: UInt16) { self.rawValue = rawValue }

  static let missing = ValueKinds(rawValue: 1)
  static let null = ValueKinds(rawValue: 2)
  static let boolean = ValueKinds(rawValue: 4)
  static let number = ValueKinds(rawValue: 8)
  static let string = ValueKinds(rawValue: 16)
  static let array = ValueKinds(rawValue: 32)
  static let object = ValueKinds(rawValue: 64)
  static let function = ValueKinds(rawValue: 128)

  /// Any kind but a function.
  static let json: ValueKinds = [.missing, .null, .boolean, .number, .string, .array, .object]

  /// The kinds that a parameter of type `letter` takes.
  init?(parameter letter: Character) {
    switch letter {
    case "s", "n", "b", "l", "o": self = [.missing, ValueKinds(letter: letter)]
    case "a", "x": self = [.json, .function]
    case "f": self = .function
    case "j": self = .json
    default: return nil
    }
  }

  /// The kind that `letter` stands for, itself.
  init(letter: Character) {
    switch letter {
    case "s": self = .string
    case "n": self = .number
    case "b": self = .boolean
    case "l": self = .null
    case "o": self = .object
    case "a": self = .array
    case "f": self = .function
    default: self = []
    }
  }

  /// The kind of `value`.
  init(_ value: JSONValue?) {
    switch value {
    case nil: self = .missing
    case .null: self = .null
    case .bool: self = .boolean
    case .integer, .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    case .function: self = .function
    }
  }
}
