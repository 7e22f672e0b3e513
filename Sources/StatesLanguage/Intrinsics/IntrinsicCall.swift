package import JSON

/// A call of an intrinsic function, such as `States.Format('Hello {}', $.name)`.
package struct IntrinsicCall: Sendable {
  /// The text.
  package let source: String

  /// The function.
  package let function: IntrinsicFunction

  /// What it is called with.
  package let arguments: [Argument]

  /// The template of `States.Format`, if it is a constant.
  package let template: FormatTemplate?

  /// An argument of a call.
  package indirect enum Argument: Sendable {
    /// A constant.
    case constant(JSONValue)
    /// A path.
    case path(JSONPath)
    /// The result of another call.
    case call(IntrinsicCall)
  }

  /// How deep calls may be nested.
  static let nestingLimit = 10
}

extension IntrinsicCall {
  /// Reads `source`, which must be one whole call.
  package init(_ source: String) throws(JSONPathSyntaxError) {
    var reader = IntrinsicReader(source)
    self = try reader.readCall(depth: 1)
    reader.text.skipSpaces()
    guard reader.text.isAtEnd else { throw reader.text.unexpected() }
  }
}

/// Reads calls of intrinsic functions out of a text.
struct IntrinsicReader {
  /// The text, and how much of it is read.
  var text: JSONPathReader

  /// Starts at the beginning of `source`.
  init(_ source: String) {
    text = JSONPathReader(source)
    text.isArgument = true
  }

  /// Reads a call; `depth` counts it and those around it.
  mutating func readCall(depth: Int) throws(JSONPathSyntaxError) -> IntrinsicCall {
    guard depth <= IntrinsicCall.nestingLimit else {
      throw text.error("Intrinsic functions are nested more than 10 levels deep")
    }
    text.skipSpaces()
    let start = text.offset
    let function = try readFunction()
    text.skipSpaces()
    guard text.consume("(") else { throw text.unexpected() }
    var arguments: [IntrinsicCall.Argument] = []
    var template: FormatTemplate?
    text.skipSpaces()
    if !text.consume(")") {
      repeat {
        text.skipSpaces()
        if function == .format, arguments.isEmpty, text.peek() == UInt8(ascii: "'") {
          template = FormatTemplate(escaped: try readQuoted())
          arguments.append(.constant(.null))
        } else {
          arguments.append(try readArgument(depth: depth))
        }
        text.skipSpaces()
      } while text.consume(",")
      guard text.consume(")") else { throw text.unexpected() }
    }
    return IntrinsicCall(
      source: text.text(from: start), function: function, arguments: arguments,
      template: template)
  }

  /// Reads the name of a function.
  private mutating func readFunction() throws(JSONPathSyntaxError) -> IntrinsicFunction {
    let start = text.offset
    while let byte = text.peek(), byte != UInt8(ascii: "("), byte != UInt8(ascii: " ") {
      text.offset += 1
    }
    let name = text.text(from: start)
    guard let function = IntrinsicFunction(rawValue: name) else {
      throw JSONPathSyntaxError("'\(name)' is no intrinsic function", at: start)
    }
    return function
  }

  /// Reads an argument.
  private mutating func readArgument(
    depth: Int
  ) throws(JSONPathSyntaxError) -> IntrinsicCall.Argument {
    switch text.peek() {
    case UInt8(ascii: "$"): return .path(try text.readPath())
    case UInt8(ascii: "'"): return .constant(.string(Self.unescaped(try readQuoted())))
    case UInt8(ascii: "S"): return .call(try readCall(depth: depth + 1))
    default: return .constant(try readScalar())
    }
  }

  /// Reads a number, `true`, `false` or `null`.
  private mutating func readScalar() throws(JSONPathSyntaxError) -> JSONValue {
    let start = text.offset
    while let byte = text.peek(), byte != UInt8(ascii: ","), byte != UInt8(ascii: ")"), byte > 0x20
    {
      text.offset += 1
    }
    let word = text.text(from: start)
    guard let value = try? JSONReader.read(word), value.stringValue == nil else {
      throw JSONPathSyntaxError("'\(word)' is no argument of an intrinsic function", at: start)
    }
    return value
  }

  /// Reads a text in single quotes, its backslashes kept.
  private mutating func readQuoted() throws(JSONPathSyntaxError) -> String {
    let start = text.offset + 1
    text.offset = start
    while let byte = text.peek(), byte != UInt8(ascii: "'") {
      if byte == UInt8(ascii: "\\") {
        guard let next = text.peek(1), Self.escapable.contains(next) else {
          throw text.error("The escape is not one of \\', \\{, \\} and \\\\")
        }
        text.offset += 1
      }
      text.offset += 1
    }
    let content = text.text(from: start)
    guard text.consume("'") else { throw text.error("The text has no end") }
    return content
  }

  /// The characters that may stand after a backslash.
  private static let escapable = Set("'{}\\".utf8)

  /// `text` without the backslashes that escape something.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.unicodeScalars {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.unicodeScalars.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
