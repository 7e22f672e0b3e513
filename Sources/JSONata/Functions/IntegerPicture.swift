import JSON

/// The form of a whole number as text, such as `#,##0`, `w`, `Ww;o`, `I` (XPath `format-integer`).
struct IntegerPicture {
  /// What the number is written in.
  enum Form {
    case decimal
    case letters
    case roman
    case words
    case sequence(String)
  }

  /// The case of letters.
  enum LetterCase {
    case upper
    case lower
    case title
  }

  /// A sign between groups of digits.
  struct Separator {
    /// The number of digits to its right.
    let position: Int

    /// The sign.
    let character: Character
  }

  /// What the number is written in.
  private(set) var form = Form.decimal

  /// The case of letters.
  private(set) var letterCase = LetterCase.lower

  /// Whether it is `1st` rather than `1`.
  private(set) var isOrdinal = false

  /// The least number of digits, if it is written in digits.
  var mandatoryDigits: Int?

  /// The number of digits that may be left out.
  private(set) var optionalDigits = 0

  /// The number of digits to read, if it is fixed.
  var parseWidth: Int?

  /// The separators, from the right to the left.
  private(set) var separators: [Separator] = []

  /// The distance of separators that are all alike; 0 if they are not.
  private(set) var regularDistance = 0

  private var zero: UInt32 = 0x30

  /// Reads `picture`.
  init(_ picture: String) throws(JSONataError) {
    var primary = Substring(picture)
    if let semicolon = picture.lastIndex(of: ";") {
      primary = picture[..<semicolon]
      isOrdinal = picture[picture.index(after: semicolon)...].first == "o"
    }
    switch primary {
    case "A": (form, letterCase) = (.letters, .upper)
    case "a": form = .letters
    case "I": (form, letterCase) = (.roman, .upper)
    case "i": form = .roman
    case "W": (form, letterCase) = (.words, .upper)
    case "Ww": (form, letterCase) = (.words, .title)
    case "w": form = .words
    default: try readDigits(primary)
    }
  }

  // MARK: - Reading the picture

  /// The zeros of the families of decimal digits.
  private static let zeros: [UInt32] = [
    0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
    0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0,
    0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0,
    0xAA50, 0xABF0, 0xFF10,
  ]

  /// Reads a pattern of digits; without a digit it is a sequence that is not known.
  private mutating func readDigits(_ text: Substring) throws(JSONataError) {
    var family: UInt32?
    var digits = 0
    var position = 0
    for scalar in text.unicodeScalars.reversed() {
      let code = scalar.value
      if let zero = Self.zeros.first(where: { ($0...$0 + 9).contains(code) }) {
        if let family, family != zero { throw JSONataError("D3131") }
        family = zero
        digits += 1
        position += 1
      } else if scalar == "#" {
        optionalDigits += 1
        position += 1
      } else {
        separators.append(Separator(position: position, character: Character(scalar)))
      }
    }
    guard let family else {
      form = .sequence(String(text))
      return
    }
    zero = family
    mandatoryDigits = digits
    regularDistance = Self.regularDistance(of: separators)
  }

  /// The distance of `separators` if they are the same sign at regular distances, else 0.
  private static func regularDistance(of separators: [Separator]) -> Int {
    guard let first = separators.first,
      separators.allSatisfy({ $0.character == first.character })
    else { return 0 }
    return Grouping.regularDistance(of: separators.map(\.position))
  }

  /// Regular distances of separators.
  enum Grouping {
    /// The distance of `positions` if they are its multiples without gaps, else 0.
    static func regularDistance(of positions: [Int]) -> Int {
      guard let first = positions.first else { return 0 }
      let factor = positions.dropFirst().reduce(first) { commonDivisor($0, $1) }
      let all = Set(positions)
      return (1...positions.count).allSatisfy { all.contains($0 * factor) } ? factor : 0
    }

    /// The greatest common divisor.
    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
      b == 0 ? a : commonDivisor(b, a % b)
    }
  }

  // MARK: - Writing

  /// `number`, which is whole, as text.
  func text(of number: Double) throws(JSONataError) -> String {
    let magnitude = number.magnitude
    let text: String
    switch form {
    case .letters: text = NumberWords.letters(magnitude, from: letterCase == .upper ? "A" : "a")
    case .roman: text = cased(NumberWords.roman(magnitude))
    case .words: text = cased(NumberWords.words(magnitude, isOrdinal: isOrdinal))
    case .decimal: text = decimal(magnitude)
    case .sequence(let token): throw JSONataError("D3130", value: .string(token))
    }
    return number < 0 ? "-" + text : text
  }

  /// `text` in the case of the picture.
  private func cased(_ text: String) -> String {
    switch letterCase {
    case .upper: text.uppercased()
    case .lower: text.lowercased()
    case .title: text
    }
  }

  /// Whether a number is written in the usual digits and nothing else.
  var isPlain: Bool {
    guard case .decimal = form else { return false }
    return zero == 0x30 && separators.isEmpty && !isOrdinal
  }

  /// `number` in digits.
  private func decimal(_ number: Double) -> String {
    let text = JSONNumber.text(of: number)
    let missing = (mandatoryDigits ?? 0) - text.utf8.count
    if isPlain { return String(repeating: "0", count: max(0, missing)) + text }
    var digits = Array(text)
    if missing > 0 { digits.insert(contentsOf: repeatElement("0", count: missing), at: 0) }
    if zero != 0x30 {
      digits = digits.map { digit in
        let code = (digit.unicodeScalars.first?.value ?? 0) + zero - 0x30
        return Unicode.Scalar(code).map { Character($0) } ?? digit
      }
    }
    if !separators.isEmpty { insertSeparators(&digits) }
    return String(digits) + (isOrdinal ? Self.suffix(of: digits) : "")
  }

  /// Puts the separators between `digits`, from the right to the left.
  private func insertSeparators(_ digits: inout [Character]) {
    var result: [Character] = []
    var rest = regularDistance > 0 ? [] : separators[...]
    for (count, digit) in digits.reversed().enumerated() {
      while let next = rest.first, next.position <= count {
        result.append(next.character)
        rest.removeFirst()
      }
      if regularDistance > 0, count > 0, count.isMultiple(of: regularDistance) {
        result.append(separators[0].character)
      }
      result.append(digit)
    }
    result += rest.map(\.character)
    digits = result.reversed()
  }

  /// The ending of an ordinal number.
  private static func suffix(of digits: [Character]) -> String {
    let suffixes: [Character: String] = ["1": "st", "2": "nd", "3": "rd"]
    if digits.count > 1, digits[digits.count - 2] == "1" { return "th" }
    return digits.last.flatMap { suffixes[$0] } ?? "th"
  }

  // MARK: - Reading numbers

  /// A regular expression for what the picture writes.
  func pattern() throws(JSONataError) -> String {
    switch form {
    case .letters: return letterCase == .upper ? "[A-Z]+" : "[a-z]+"
    case .roman: return letterCase == .upper ? "[MDCLXVI]+" : "[mdclxvi]+"
    case .words: return NumberWords.pattern
    case .decimal:
      return "[0-9]" + (parseWidth.map { "{\($0)}" } ?? "+") + (isOrdinal ? "(?:th|st|nd|rd)" : "")
    case .sequence(let token): throw JSONataError("D3130", value: .string(token))
    }
  }

  /// The number that `text` writes; NaN if it writes none.
  func number(_ text: String) throws(JSONataError) -> Double {
    switch form {
    case .letters:
      return NumberWords.number(letters: text, from: letterCase == .upper ? "A" : "a")
    case .roman:
      return NumberWords.number(roman: letterCase == .upper ? text : text.uppercased())
    case .words: return NumberWords.number(text.lowercased())
    case .decimal: return decimal(text)
    case .sequence(let token): throw JSONataError("D3130", value: .string(token))
    }
  }

  /// The number that digits write.
  private func decimal(_ text: String) -> Double {
    let signs: [Character] = regularDistance > 0 ? [","] : separators.map(\.character)
    var digits = (isOrdinal ? text.dropLast(2) : text[...]).filter { !signs.contains($0) }
    if zero != 0x30 {
      let shifted = digits.unicodeScalars.compactMap { Unicode.Scalar($0.value &- zero &+ 0x30) }
      digits = String(String.UnicodeScalarView(shifted))
    }
    return Self.leadingNumber(digits)
  }

  /// The whole number at the start of `text`, as JavaScript's `parseInt` reads it.
  static func leadingNumber(_ text: some StringProtocol) -> Double {
    let trimmed = text.drop(while: \.isWhitespace)
    let isNegative = trimmed.first == "-"
    let digits = (isNegative || trimmed.first == "+" ? trimmed.dropFirst() : trimmed[...])
      .prefix { ("0"..."9").contains($0) }
    guard let number = Double(String(digits)) else { return .nan }
    return isNegative ? -number : number
  }
}
