import Diagnostics

/// Reads JSON text (RFC 8259) into values.
///
/// Integers that fit 64 bits stay integers; every other number becomes a double, and one that is
/// too large for a double is an error. Of members with one name the last counts. Objects that have
/// the same names in the same order share one shape.
public struct JSONReader {
  /// How a text is read.
  public struct Options: Sendable {
    /// The deepest nesting of lists and objects that is accepted.
    public var maximumDepth = 1_000

    /// Whether a repeated name in one object is an error.
    public var rejectsDuplicateKeys = false

    /// Creates the default options.
    public init() {}
  }

  /// The bytes of the text.
  var bytes: UnsafeBufferPointer<UInt8>

  /// The offset of the next byte.
  var offset = 0

  /// How the text is read.
  let options: Options

  /// The containers around the next value.
  var depth = 0

  /// The names that objects have had so far, in this text or in those read before.
  var names: NameTree

  /// The values of the lists and objects that are being read.
  let values = ValueStack()

  /// The short texts that have been read last.
  var texts: TextCache

  /// Where each value stands, by its path, if that is wanted.
  var positions: JSONPositions?

  /// The path of the value that is being read, if positions are wanted.
  var path = ""

  /// The value of `text`, which must be one JSON value with white space around it.
  public static func read(
    _ text: String, options: Options = Options()
  ) throws(JSONSyntaxError) -> JSONValue {
    try read(utf8: Array(text.utf8), options: options)
  }

  /// The value of the UTF-8 text `bytes`.
  public static func read(
    utf8 bytes: some Sequence<UInt8>, options: Options = Options()
  ) throws(JSONSyntaxError) -> JSONValue {
    try run(Array(bytes), options: options, positions: nil).value
  }

  /// The value of the UTF-8 text `bytes`, whose objects are expected to have the names of those
  /// that were read with `names` before.
  package static func read(
    utf8 bytes: [UInt8], names: inout JSONNames
  ) throws(JSONSyntaxError) -> JSONValue {
    try run(bytes, options: Options(), positions: nil, names: &names).value
  }

  /// The value of `text`, and where each of its parts stands.
  package static func readWithPositions(
    _ text: String, options: Options = Options()
  ) throws(JSONSyntaxError) -> (value: JSONValue, positions: JSONPositions) {
    let result = try run(Array(text.utf8), options: options, positions: JSONPositions())
    return (result.value, result.positions ?? JSONPositions())
  }

  /// Reads the one value of `bytes`, whose names are not expected.
  private static func run(
    _ bytes: [UInt8], options: Options, positions: JSONPositions?
  ) throws(JSONSyntaxError) -> (value: JSONValue, positions: JSONPositions?) {
    var names = JSONNames()
    return try run(bytes, options: options, positions: positions, names: &names)
  }

  /// Reads the one value of `bytes`.
  private static func run(
    _ bytes: [UInt8], options: Options, positions: JSONPositions?, names: inout JSONNames
  ) throws(JSONSyntaxError) -> (value: JSONValue, positions: JSONPositions?) {
    let result: Result<(JSONValue, JSONPositions?), JSONSyntaxError> =
      bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONReader(
          bytes: buffer, options: options, positions: positions, names: names.take())
        defer { names.keep(reader.names) }
        do throws(JSONSyntaxError) {
          let value = try reader.readDocument()
          return .success((value, reader.positions))
        } catch {
          return .failure(error)
        }
      }
    let (value, found) = try result.get()
    return (value, found)
  }

  /// Starts at the beginning of `bytes`.
  private init(
    bytes: UnsafeBufferPointer<UInt8>, options: Options, positions: JSONPositions?,
    names: NameTree
  ) {
    self.names = names
    self.bytes = bytes
    texts = TextCache(forTextOf: bytes.count)
    self.options = options
    self.positions = positions
  }

  /// Reads the whole text.
  private mutating func readDocument() throws(JSONSyntaxError) -> JSONValue {
    skipWhitespace()
    let value = try readValue()
    skipWhitespace()
    guard offset == bytes.count else { throw error("unexpected text after the value") }
    return value
  }

  /// Reads one value at the current offset.
  mutating func readValue() throws(JSONSyntaxError) -> JSONValue {
    let start = offset
    let value = try readBareValue()
    positions?.values[path] = SourceRange(start, offset)
    return value
  }

  /// Reads one value, chosen by its first byte.
  private mutating func readBareValue() throws(JSONSyntaxError) -> JSONValue {
    guard let byte = peek() else { throw error("expected a value, but the text ends here") }
    switch byte {
    case UInt8(ascii: "{"):
      return try nested { reader throws(JSONSyntaxError) in try reader.readObject() }
    case UInt8(ascii: "["):
      return try nested { reader throws(JSONSyntaxError) in try reader.readArray() }
    case UInt8(ascii: "\""): return .string(try readText())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    case UInt8(ascii: "t"): return try readWord("true", as: .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", as: .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", as: .null)
    default: throw error("expected a value")
    }
  }

  /// Reads a container with `body`, within the depth limit.
  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard depth < options.maximumDepth else {
      throw error("nested deeper than \(options.maximumDepth) levels")
    }
    depth += 1
    offset += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// Reads the rest of a list whose bracket has been read.
  private mutating func readArray() throws(JSONSyntaxError) -> JSONValue {
    let outer = path
    let start = values.count
    skipWhitespace()
    if consume("]") { return .array([]) }
    while true {
      if positions != nil { path = outer + "/\(values.count - start)" }
      skipWhitespace()
      values.push(try readValue())
      skipWhitespace()
      if consume("]") { break }
      guard consume(",") else { throw error("expected `,` or `]`") }
    }
    path = outer
    return .array(values.takeList(from: start))
  }

  /// Reads `word`, which stands for `value`.
  private mutating func readWord(
    _ word: StaticString, as value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let start = offset
    for index in 0..<word.utf8CodeUnitCount {
      guard peek() == word.utf8Start[index] else {
        offset = start
        throw error("expected a value")
      }
      offset += 1
    }
    return value
  }
}

// MARK: - Bytes

extension JSONReader {
  /// The next byte.
  func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Skips the byte `expected` if it is next.
  mutating func consume(_ expected: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: expected) else { return false }
    offset += 1
    return true
  }

  /// Skips JSON's white space.
  mutating func skipWhitespace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  /// An error at the current offset.
  func error(_ message: String) -> JSONSyntaxError { JSONSyntaxError(message, at: offset) }
}
