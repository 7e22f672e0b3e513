/// A moment in time, exact to the nanosecond.
package struct Timestamp: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  package var seconds: Int64

  /// The nanoseconds after them, below a billion.
  package var nanoseconds: Int64

  /// Creates the moment `nanoseconds` after `seconds` since 1970.
  package init(seconds: Int64, nanoseconds: Int64 = 0) {
    let carry = nanoseconds / 1_000_000_000 - (nanoseconds % 1_000_000_000 < 0 ? 1 : 0)
    self.seconds = seconds + carry
    self.nanoseconds = nanoseconds - carry * 1_000_000_000
  }

  /// 1970-01-01T00:00:00Z.
  package static let epoch = Timestamp(seconds: 0)

  /// The milliseconds since 1970, rounded down.
  package var milliseconds: Int64 { seconds * 1_000 + nanoseconds / 1_000_000 }

  /// The moment `duration` after this one.
  package func advanced(by duration: Duration) -> Timestamp {
    let (seconds, attoseconds) = duration.components
    return Timestamp(
      seconds: self.seconds + seconds, nanoseconds: nanoseconds + attoseconds / 1_000_000_000)
  }

  /// The time from this moment to `other`.
  package func duration(to other: Timestamp) -> Duration {
    .seconds(other.seconds - seconds) + .nanoseconds(other.nanoseconds - nanoseconds)
  }
}

extension Timestamp: Comparable {
  package static func < (a: Timestamp, b: Timestamp) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment in RFC 3339 with milliseconds, as Step Functions writes it.
  package var description: String {
    let day = (seconds - Self.remainder(seconds, 86_400)) / 86_400
    let time = Self.remainder(seconds, 86_400)
    let date = CivilDate(day: day)
    let clock = [time / 3_600, time / 60 % 60, time % 60].map { Self.padded($0, 2) }
    let milliseconds = Self.padded(nanoseconds / 1_000_000, 3)
    return "\(date)T\(clock.joined(separator: ":")).\(milliseconds)Z"
  }

  /// The remainder of a division rounded down.
  private static func remainder(_ a: Int64, _ b: Int64) -> Int64 { ((a % b) + b) % b }

  /// `number` with at least `width` digits.
  static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A day of the Gregorian calendar.
struct CivilDate: CustomStringConvertible {
  /// The year.
  var year: Int64

  /// The month, from 1.
  var month: Int64

  /// The day of the month, from 1.
  var day: Int64

  /// Creates a date if there is such a day.
  init?(year: Int64, month: Int64, day: Int64) {
    guard (1...12).contains(month), day >= 1 else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    let rebuilt = CivilDate(day: dayNumber)
    guard rebuilt.month == month, rebuilt.day == day else { return nil }
  }

  /// Creates the date `day` days after 1970-01-01.
  init(day number: Int64) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The number of days since 1970-01-01.
  var dayNumber: Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var description: String {
    [Timestamp.padded(year, 4), Timestamp.padded(month, 2), Timestamp.padded(day, 2)]
      .joined(separator: "-")
  }
}
