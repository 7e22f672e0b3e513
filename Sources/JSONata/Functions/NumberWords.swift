/// Whole numbers in English words, Roman numerals and letters.
enum NumberWords {
  private static let few = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen",
    "Nineteen",
  ]

  private static let ordinals = [
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth",
    "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth",
    "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
  ]

  private static let decades = [
    "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety", "Hundred",
  ]

  private static let magnitudes = ["Thousand", "Million", "Billion", "Trillion"]

  // MARK: - Words

  /// `number`, whole and not negative, in words that start with capitals; the year of a date that
  /// is too far away is no number.
  static func words(_ number: Double, isOrdinal: Bool) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : "Infinity" }
    return words(number, follows: false, isOrdinal: isOrdinal)
  }

  /// `number` in words, after larger parts if it `follows`.
  private static func words(_ number: Double, follows: Bool, isOrdinal: Bool) -> String {
    if number < 20 {
      let index = Int(number)
      return (follows ? " and " : "") + (isOrdinal ? ordinals[index] : few[index])
    }
    if number < 100 { return tens(Int(number), follows: follows, isOrdinal: isOrdinal) }
    let unit = number < 1_000 ? 100 : magnitude(of: number).value
    let name = number < 1_000 ? "Hundred" : magnitude(of: number).name
    let count = (number / unit).rounded(.down)
    let rest = number - count * unit
    let head = words(count, follows: false, isOrdinal: false)
    let tail = rest > 0 ? words(rest, follows: true, isOrdinal: isOrdinal) : isOrdinal ? "th" : ""
    return "\(follows ? ", " : "")\(head) \(name)\(tail)"
  }

  /// A number from 20 to 99 in words.
  private static func tens(_ number: Int, follows: Bool, isOrdinal: Bool) -> String {
    let decade = decades[number / 10 - 2]
    let prefix = follows ? " and " : ""
    if number % 10 > 0 {
      let unit = words(Double(number % 10), follows: false, isOrdinal: isOrdinal)
      return "\(prefix)\(decade)-\(unit)"
    }
    return prefix + (isOrdinal ? decade.dropLast() + "ieth" : decade)
  }

  /// The largest named power of a thousand in `number`.
  private static func magnitude(of number: Double) -> (name: String, value: Double) {
    var index = 0
    var value = 1e3
    while index < magnitudes.count - 1, number >= value * 1e3 {
      value *= 1e3
      index += 1
    }
    return (magnitudes[index], value)
  }

  /// The values of the words, in lower case and in the order in which they are tried.
  private static let values: [(word: String, value: Double)] = {
    var values: [(word: String, value: Double)] = []
    for list in [few, ordinals] {
      for (index, word) in list.enumerated() { values.append((word.lowercased(), Double(index))) }
    }
    for (index, word) in decades.enumerated() {
      let word = word.lowercased()
      values.append((word, Double(index + 2) * 10))
      values.append((word.dropLast() + "ieth", Double(index + 2) * 10))
    }
    values.append(("hundredth", 100))
    var value = 1.0
    for word in magnitudes {
      value *= 1e3
      values.append((word.lowercased(), value))
      values.append((word.lowercased() + "th", value))
    }
    return values
  }()

  /// The values by their words.
  private static let valueOfWord = Dictionary(
    values.map { ($0.word, $0.value) }, uniquingKeysWith: { _, last in last })

  /// A regular expression for numbers in words.
  static let pattern = "(?:\(values.map(\.word).joined(separator: "|"))|and|[\\-, ])+"

  /// The number that `text`, in lower case, writes; NaN if it has another word.
  static func number(_ text: String) -> Double {
    let text = replaced(replaced(text, ", ", " "), " and ", " ")
    let words = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0.isWhitespace }
    var parts = [0.0]
    for word in words {
      guard let value = valueOfWord[String(word)] else { return .nan }
      var top = parts.removeLast()
      if value < 100 {
        if top >= 1_000 {
          parts.append(top)
          top = 0
        }
        parts.append(top + value)
      } else {
        parts.append(top * value)
      }
    }
    return parts.reduce(0, +)
  }

  /// `text` with `old` replaced.
  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  // MARK: - Roman numerals and letters

  private static let numerals: [(value: Double, text: String)] = [
    (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]

  /// `number` as a Roman numeral in lower case; nothing above a million, which would be too long.
  static func roman(_ number: Double) -> String {
    guard number < 1e6 else { return "" }
    var rest = number
    var result = ""
    for numeral in numerals {
      while rest >= numeral.value {
        result += numeral.text
        rest -= numeral.value
      }
    }
    return result
  }

  /// The number that a Roman numeral in upper case writes; NaN if it has another letter.
  static func number(roman: String) -> Double {
    let values: [Character: Double] = [
      "M": 1_000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1,
    ]
    var result = 0.0
    var largest = 1.0
    for letter in roman.reversed() {
      guard let value = values[letter] else { return .nan }
      largest = max(largest, value)
      result += value < largest ? -value : value
    }
    return result
  }

  /// `number` in letters: a … z, aa …; `first` is the letter for 1.
  static func letters(_ number: Double, from first: Unicode.Scalar) -> String {
    var rest = number.isFinite ? number : 0
    var result: [Character] = []
    while rest > 0 {
      let digit = UInt8((rest - 1).truncatingRemainder(dividingBy: 26))
      result.append(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: first.value) + digit)))
      rest = ((rest - 1) / 26).rounded(.down)
    }
    return String(result.reversed())
  }

  /// The number that letters write; `first` is the letter for 1.
  static func number(letters: String, from first: Unicode.Scalar) -> Double {
    letters.utf16.reduce(0) { $0 * 26 + Double($1) - Double(first.value) + 1 }
  }
}
