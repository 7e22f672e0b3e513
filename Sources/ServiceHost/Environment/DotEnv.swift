/// Reads the text of a `.env` file: one `NAME=VALUE` a line.
///
/// The grammar is that of python-dotenv, as users of Flask and Chalice know it:
/// - `export` before a name, blank lines, and comments that begin with `#` on a line of their own or
///   after a space are passed over;
/// - a value without quotes ends with its line; around it spaces do not count;
/// - `'…'` is taken as it stands, over several lines too; `\'` and `\\` are the quote and the
///   backslash;
/// - `"…"` may go over several lines too, with `\n`, `\r`, `\t`, `\"`, `\\` and `\$`;
/// - `${NAME}` and `${NAME:-default}`, but for `'…'`, stand for a variable that was set before.
///
/// Unlike there, what cannot be understood is an error.
struct DotEnv {
  /// What is wrong in a line.
  struct Mistake: Error, Equatable {
    /// The number of the line, counted from 1.
    var line: Int

    /// What is wrong, as a sentence without a full stop.
    var message: String
  }

  /// The variables that the text sets; the last setting of a name counts.
  private(set) var variables: [String: String] = [:]

  /// Finds the variables that the text does not set.
  private let outer: (String) -> String?

  /// The text and the place in it.
  private var scanner: DotEnvScanner

  /// Reads `text`; `outer` gives the variables that are set around it.
  init(_ text: String, outer: @escaping (String) -> String? = { _ in nil }) throws(Mistake) {
    scanner = DotEnvScanner(text)
    self.outer = outer
    while !scanner.isAtEnd { try readLine() }
  }

  // MARK: -

  /// Reads a line, with all lines of a value in quotes.
  private mutating func readLine() throws(Mistake) {
    scanner.skipSpaces()
    if !scanner.isAtLineEnd, scanner.peek != "#" { try readAssignment() }
    scanner.skipLine()
  }

  /// Reads `NAME=VALUE`, with `export` before it or not.
  private mutating func readAssignment() throws(Mistake) {
    var name = scanner.takeName()
    scanner.skipSpaces()
    if name == "export", scanner.peek != "=" {
      name = scanner.takeName()
      scanner.skipSpaces()
    }
    guard !name.isEmpty else {
      let rest = scanner.restOfLine
      throw mistake("expected NAME=VALUE" + (rest.isEmpty ? " after export" : ", not \(rest)"))
    }
    guard scanner.take("=") else {
      throw mistake("expected = after \(name)")
    }
    guard !ServiceEnvironment.isReserved(name) else {
      throw mistake("\(name) is Lambda's own and cannot be set")
    }
    scanner.skipSpaces()
    let value = try readValue()
    guard !value.utf8.contains(0) else { throw mistake("a variable cannot hold a zero byte") }
    variables[name] = value
  }

  /// Reads a value, and the comment behind it.
  private mutating func readValue() throws(Mistake) -> String {
    guard let quote = scanner.peek, quote == "'" || quote == "\"" else { return try readPlain() }
    let value = try readQuoted(by: quote)
    scanner.skipSpaces()
    guard scanner.isAtLineEnd || scanner.peek == "#" else {
      throw mistake("expected the end of the line after the closing \(quote)")
    }
    return value
  }

  /// Reads a value without quotes.
  private mutating func readPlain() throws(Mistake) -> String {
    var value = ""
    var end = value.endIndex
    while let character = scanner.peek, !scanner.isAtLineEnd {
      if character == "#", scanner.isAfterSpace { break }
      if scanner.take("${") {
        value += try readReference()
      } else {
        value.append(scanner.next())
      }
      if character != " ", character != "\t" { end = value.endIndex }
    }
    return String(value[..<end])
  }

  /// Reads a value in quotes.
  private mutating func readQuoted(by quote: Character) throws(Mistake) -> String {
    let start = scanner.line
    var value = ""
    _ = scanner.next()
    while !scanner.take(quote) {
      guard let character = scanner.peek else {
        throw Mistake(line: start, message: "the value has no closing \(quote)")
      }
      if character == "\\" {
        value += scanner.takeEscape(in: quote)
      } else if quote == "\"", scanner.take("${") {
        value += try readReference()
      } else {
        value.append(scanner.next())
      }
    }
    return value
  }

  /// Reads the rest of `${NAME}` or `${NAME:-default}`, and finds what it stands for.
  private mutating func readReference() throws(Mistake) -> String {
    let name = scanner.takeName()
    let hasDefault = scanner.take(":-")
    let otherwise = hasDefault ? scanner.takeUntil("}") : ""
    guard !name.isEmpty, scanner.take("}") else {
      throw mistake("expected ${NAME} or ${NAME:-default}")
    }
    if let value = variables[name] ?? outer(name), !(hasDefault && value.isEmpty) { return value }
    guard hasDefault else {
      throw mistake("${\(name)} is not set; ${\(name):-} is empty where it is not")
    }
    return otherwise
  }

  /// A mistake in the present line.
  private func mistake(_ message: String) -> Mistake {
    Mistake(line: scanner.line, message: message)
  }
}
