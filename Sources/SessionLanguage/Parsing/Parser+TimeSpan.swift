import Diagnostics

extension Parser {
  /// Reads a length of time such as `30s`, `5m` or `1h30m`, and the spaces after it.
  mutating func parseTimeSpan(_ scanner: inout Scanner) throws(Malformed) -> TimeSpan {
    guard let token = scanner.takeToken() else {
      throw reject(.expectedTimeSpan(at: scanner.rest))
    }
    guard let seconds = Self.seconds(token.text) else { throw reject(.badTimeSpan(token)) }
    guard seconds <= Self.longestTime else { throw reject(.longTimeSpan(token)) }
    return TimeSpan(seconds: seconds, range: token.range)
  }

  /// Reads a whole number of at least `minimum`, and the spaces after it.
  mutating func parseInteger(
    _ scanner: inout Scanner, atLeast minimum: Int, of what: String
  ) throws(Malformed) -> Int {
    guard let token = scanner.takeToken() else {
      throw reject(.expectedNumber(of: what, atLeast: minimum, at: scanner.rest))
    }
    guard let number = Int(token.text), number >= minimum, number <= Self.longestTime else {
      throw reject(.expectedNumber(of: what, atLeast: minimum, at: token.range))
    }
    return number
  }

  // MARK: -

  /// The most seconds that Step Functions accepts.
  private static let longestTime = 99_999_999

  /// The seconds of each unit.
  private static let units: [(letter: Character, seconds: Int)] = [
    ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
  ]

  /// The seconds of `text`: numbers with units, each smaller than the one before.
  private static func seconds(_ text: String) -> Int? {
    var rest = text[...]
    var units = units[...]
    var sum = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number <= longestTime else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let index = units.firstIndex(where: { $0.letter == rest.first }) else { return nil }
      sum += number * units[index].seconds
      units = units[(index + 1)...]
      rest = rest.dropFirst()
    }
    return text.isEmpty ? nil : sum
  }
}
