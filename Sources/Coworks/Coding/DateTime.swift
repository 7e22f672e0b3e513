/// A point in time as RFC 3339 writes it, such as `2026-01-31T12:00:00Z`.
struct DateTime {
  /// The seconds since the start of 2001 in UTC, from which Foundation counts.
  let secondsSince2001: Double

  /// The days from the start of 1970 to that of 2001.
  private static let daysTo2001 = 11_323

  /// Creates a point in time.
  init(secondsSince2001: Double) {
    self.secondsSince2001 = secondsSince2001
  }

  /// Reads `text`; nil if it is no date with time and zone.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = Self.number(&rest, digits: 4), Self.skip(&rest, "-"),
      let month = Self.number(&rest, digits: 2), Self.skip(&rest, "-"),
      let day = Self.number(&rest, digits: 2), Self.skip(&rest, "T") || Self.skip(&rest, "t"),
      let hour = Self.number(&rest, digits: 2), Self.skip(&rest, ":"),
      let minute = Self.number(&rest, digits: 2), Self.skip(&rest, ":"),
      let second = Self.number(&rest, digits: 2), let fraction = Self.fraction(&rest),
      let offset = Self.offset(&rest), rest.isEmpty, (1...12).contains(month),
      (1...Self.days(of: month, in: year)).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = Self.days(year, month, day) - Self.daysTo2001
    let seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second
    secondsSince2001 = Double(seconds) + fraction
  }

  /// The text, in UTC; with milliseconds where there are some.
  var text: String {
    guard abs(secondsSince2001) < 1e14 else { return secondsSince2001.description }
    let milliseconds = Int((secondsSince2001 * 1000).rounded())
    let (seconds, part) = Self.divide(milliseconds, 1000)
    let (days, time) = Self.divide(seconds, 86_400)
    let date = Self.date(days + Self.daysTo2001)
    let clock = [time / 3600, time / 60 % 60, time % 60].map { Self.padded($0, 2) }
    return "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))T"
      + clock.joined(separator: ":") + (part == 0 ? "" : ".\(Self.padded(part, 3))") + "Z"
  }
}

// MARK: - Reading

extension DateTime {
  /// Takes a number of so many digits.
  private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Takes `character`, if it is next.
  private static func skip(_ rest: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes the fraction of a second; 0 if there is none, nil if it has no digits.
  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Double? {
    guard skip(&rest, ".") else { return 0 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.isEmpty ? nil : Double("0." + String(decoding: digits, as: UTF8.self))
  }

  /// Takes the zone: its minutes ahead of UTC.
  private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
    if skip(&rest, "Z") || skip(&rest, "z") { return 0 }
    let isBehind = skip(&rest, "-")
    guard isBehind || skip(&rest, "+"), let hours = number(&rest, digits: 2), skip(&rest, ":"),
      let minutes = number(&rest, digits: 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }
}

// MARK: - Calendar

extension DateTime {
  /// The days of a month.
  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days from the start of 1970 to a date of the Gregorian calendar; years start in March, so
  /// that the day that some lack is the last one.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let (era, yearOfEra) = divide(month > 2 ? year : year - 1, 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that is `days` after the start of 1970.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = divide(days + 719_468, 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The quotient of `number`, rounded down, and what is left.
  private static func divide(_ number: Int, _ divisor: Int) -> (quotient: Int, rest: Int) {
    let rest = (number % divisor + divisor) % divisor
    return ((number - rest) / divisor, rest)
  }

  /// `number` with so many digits at least.
  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, digits - text.utf8.count))
    return (number < 0 ? "-" : "") + zeros + text
  }
}
