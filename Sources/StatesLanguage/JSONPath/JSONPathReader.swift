import JSON

extension JSONPath {
  /// Reads `source`, which must be one whole path.
  package init(_ source: String) throws(JSONPathSyntaxError) {
    var reader = JSONPathReader(source)
    self = try reader.readPath()
    reader.skipSpaces()
    guard reader.isAtEnd else { throw reader.unexpected() }
  }
}

/// Reads paths out of a text.
struct JSONPathReader {
  /// The bytes of the text.
  let bytes: [UInt8]

  /// The offset of the next byte.
  var offset = 0

  /// Whether the path stands among the arguments of a function, and ends at `,` and `)`.
  var isArgument = false

  /// How deep filters are nested.
  var depth = 0

  /// How deep functions are nested.
  private var functionDepth = 0

  /// The deepest nesting of filters and of functions.
  private static let maximumDepth = 50

  /// The largest number of steps of a path, which is the deepest nesting that data may have.
  private static let maximumLength = 1_000

  /// Starts at the beginning of `text`.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Starts at `offset` of `bytes`, among the arguments of a function.
  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
    isArgument = true
  }

  /// Reads a path from `$`.
  mutating func readPath() throws(JSONPathSyntaxError) -> JSONPath {
    let start = offset
    guard consume("$") else { throw error("Path must start with '$'") }
    let root = readRoot()
    let steps = try readSteps()
    return JSONPath(source: text(from: start), root: root, steps: steps)
  }

  /// Reads a path within a filter from `@` or `$`.
  mutating func readRelativePath() throws(JSONPathSyntaxError) -> JSONPath {
    let start = offset
    offset += 1
    let steps = try readSteps()
    return JSONPath(source: text(from: start), root: .input, steps: steps)
  }

  /// What follows the first `$` and says what the path starts from.
  private mutating func readRoot() -> JSONPath.Root {
    if consume("$") { return .context }
    let start = offset
    while let byte = peek(), byte.isNameByte(isFirst: offset == start) { offset += 1 }
    return offset == start ? .input : .variable(text(from: start))
  }

  // MARK: - Steps

  /// Reads all steps that follow.
  private mutating func readSteps() throws(JSONPathSyntaxError) -> [JSONPath.Step] {
    var steps: [JSONPath.Step] = []
    while let byte = peek() {
      if byte == UInt8(ascii: ".") {
        try readDotted(into: &steps)
      } else if byte == UInt8(ascii: "[") {
        steps.append(try readBracket())
      } else {
        break
      }
      guard steps.count <= Self.maximumLength else { throw error("The path has too many steps") }
    }
    return steps
  }

  /// Reads `.name`, `.*`, `.name()`, `..` and what follows them.
  private mutating func readDotted(
    into steps: inout [JSONPath.Step]
  ) throws(JSONPathSyntaxError) {
    offset += 1
    if consume(".") { steps.append(.descent) }
    guard let byte = peek() else { throw error("Path must not end with a '.' or '..'") }
    switch byte {
    case UInt8(ascii: "."): throw error("Character '.' on position \(offset) is not valid.")
    case UInt8(ascii: "["):
      guard case .descent = steps.last else { throw unexpected() }
      steps.append(try readBracket())
    case UInt8(ascii: "*"):
      offset += 1
      steps.append(.wildcard)
    default: steps.append(try readNameOrFunction())
    }
  }

  /// Reads a name, or a function with its arguments.
  private mutating func readNameOrFunction() throws(JSONPathSyntaxError) -> JSONPath.Step {
    let start = offset
    while let byte = peek(), !endsName(byte) { offset += 1 }
    let name = text(from: start)
    guard !name.isEmpty else { throw unexpected() }
    guard peek() == UInt8(ascii: "(") else { return .member(name) }
    guard let function = JSONPathFunction(rawValue: name) else {
      throw JSONPathSyntaxError("Function with name: \(name) does not exist.", at: start)
    }
    offset += 1
    return .function(function, try readArguments())
  }

  /// Goes a level deeper into a filter.
  mutating func enter() throws(JSONPathSyntaxError) {
    guard depth < Self.maximumDepth else { throw error("Filters are nested too deeply") }
    depth += 1
  }

  /// Whether `byte` ends a name after a dot.
  private func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: " "), 0..<0x20:
      true
    case UInt8(ascii: ","), UInt8(ascii: ")"): isArgument || depth > 0
    default: depth > 0 && Self.filterDelimiters.contains(byte)
    }
  }

  /// The bytes that end a name within a filter.
  private static let filterDelimiters = Set("=!<>&|]".utf8)

  /// Reads the arguments of a function, whose parenthesis has been read.
  private mutating func readArguments() throws(JSONPathSyntaxError) -> [JSONPathFunction.Argument] {
    var arguments: [JSONPathFunction.Argument] = []
    skipSpaces()
    if consume(")") { return arguments }
    guard functionDepth < Self.maximumDepth else { throw error("Functions are nested too deeply") }
    let wasArgument = isArgument
    isArgument = true
    functionDepth += 1
    defer {
      isArgument = wasArgument
      functionDepth -= 1
    }
    while true {
      skipSpaces()
      if peek() == UInt8(ascii: "$") {
        arguments.append(.path(try readPath()))
      } else {
        arguments.append(.constant(try readLiteral()))
      }
      skipSpaces()
      if consume(")") { return arguments }
      guard consume(",") else { throw unexpected() }
    }
  }

  // MARK: - Text

  /// Whether all is read.
  var isAtEnd: Bool { offset >= bytes.count }

  /// The next byte.
  func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  /// Skips `character` if it is next.
  mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  /// Skips spaces.
  mutating func skipSpaces() {
    while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
  }

  /// The text from `start` to here.
  func text(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }

  /// An error here.
  func error(_ message: String) -> JSONPathSyntaxError {
    JSONPathSyntaxError(message, at: offset)
  }

  /// The error about what is next.
  func unexpected() -> JSONPathSyntaxError {
    error("Could not parse token starting at position \(offset)")
  }
}

extension UInt8 {
  /// Whether it may stand in the name of a variable, all of Unicode beyond ASCII included.
  fileprivate func isNameByte(isFirst: Bool) -> Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !isFirst
    default: false
    }
  }
}
