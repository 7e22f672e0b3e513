extension Timestamp {
  /// The moment that `text` names in the profile of RFC 3339 that Step Functions accepts.
  ///
  /// `T` between date and time and a zone (`Z` or an offset) are required; the fraction may be
  /// finer than a nanosecond, and is then cut.
  package init?(_ text: String) {
    var scanner = DigitScanner(text)
    guard let date = scanner.date(), scanner.skip("T"), let time = scanner.time() else {
      return nil
    }
    guard let fraction = scanner.fraction(), let zone = scanner.zone(), scanner.isAtEnd else {
      return nil
    }
    self.init(seconds: date.dayNumber * 86_400 + time - zone, nanoseconds: fraction)
  }
}

/// Reads the parts of a timestamp.
private struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  /// Whether all is read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Skips `character` if it is next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A number of exactly `count` digits.
  mutating func number(_ count: Int) -> Int64? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// `YYYY-MM-DD`.
  mutating func date() -> CivilDate? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `HH:MM:SS` in seconds.
  mutating func time() -> Int64? {
    guard let hour = number(2), skip(":"), let minute = number(2), skip(":"),
      let second = number(2), hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// `.fff` in nanoseconds; 0 if it is not there.
  mutating func fraction() -> Int64? {
    guard skip(".") else { return 0 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    var value: Int64 = 0
    for digit in 0..<9 {
      let byte = digits.dropFirst(digit).first ?? 0x30
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }

  /// `Z` or `±HH:MM` in seconds east of Greenwich.
  mutating func zone() -> Int64? {
    if skip("Z") { return 0 }
    let sign: Int64
    if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = number(2), skip(":"), let minutes = number(2), hours <= 18, minutes < 60
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}
