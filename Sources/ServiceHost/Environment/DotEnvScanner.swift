/// A place in the text of a `.env` file.
struct DotEnvScanner {
  /// The characters; the two of a line's end in Windows are one.
  private let characters: [Character]

  /// The position of the next character.
  private var position = 0

  /// The number of the line, counted from 1.
  private(set) var line = 1

  /// Creates a scanner at the start of `text`, after the mark of the byte order that editors of
  /// Windows put there.
  init(_ text: String) {
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    characters = Array(isMarked ? String(text.unicodeScalars.dropFirst()) : text)
  }

  /// The next character; nil at the end of the text.
  var peek: Character? { position < characters.count ? characters[position] : nil }

  /// Whether all was read.
  var isAtEnd: Bool { position == characters.count }

  /// Whether the rest of the line is empty.
  var isAtLineEnd: Bool { peek?.isNewline ?? true }

  /// Whether the character before the next one is a space or a tab.
  var isAfterSpace: Bool { position > 0 && Self.isSpace(characters[position - 1]) }

  /// What is left of the line.
  var restOfLine: String { String(characters[position...].prefix { !$0.isNewline }) }

  /// Takes the next character, which there must be.
  mutating func next() -> Character {
    let character = characters[position]
    position += 1
    guard character.isNewline else { return character }
    line += 1
    return "\n"
  }

  /// Takes `character` if it is the next one.
  mutating func take(_ character: Character) -> Bool {
    guard peek == character else { return false }
    position += 1
    return true
  }

  /// Takes `text`, which holds no line's end, if it comes next.
  mutating func take(_ text: String) -> Bool {
    guard characters[position...].starts(with: text) else { return false }
    position += text.count
    return true
  }

  /// Takes the characters up to `end` or the end of the line.
  mutating func takeUntil(_ end: Character) -> String {
    var text = ""
    while !isAtLineEnd, peek != end { text.append(next()) }
    return text
  }

  /// Takes the name of a variable, which is empty if none comes next.
  mutating func takeName() -> String {
    var name = ""
    while let character = peek, character.isASCII,
      character == "_" || character.isLetter
        || (character.isNumber && !name.isEmpty)
    {
      name.append(next())
    }
    return name
  }

  /// Takes a backslash with the character behind it, and returns what they stand for in `quote`s.
  mutating func takeEscape(in quote: Character) -> String {
    let backslash = next()
    guard let character = peek else { return String(backslash) }
    let meanings: [Character: String] =
      quote == "'"
      ? ["'": "'", "\\": "\\"]
      : ["n": "\n", "r": "\r", "t": "\t", "\"": "\"", "\\": "\\", "$": "$"]
    guard let meaning = meanings[character] else { return String(backslash) }
    _ = next()
    return meaning
  }

  /// Passes over spaces and tabs.
  mutating func skipSpaces() {
    while let character = peek, Self.isSpace(character) { position += 1 }
  }

  /// Passes over the rest of the line and its end.
  mutating func skipLine() {
    while !isAtEnd, !next().isNewline {}
  }

  /// Whether `character` is a space or a tab.
  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}
