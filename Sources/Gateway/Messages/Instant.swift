/// A point in time.
package struct Instant: Equatable, Comparable, Sendable {
  /// The milliseconds since 1970.
  package var milliseconds: Int64

  /// Creates a point in time, in milliseconds since 1970.
  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The whole seconds since 1970.
  package var seconds: Int64 { milliseconds.quotientAndRemainder(dividingBy: 1_000).quotient }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The time as logs of web servers have it: `09/Apr/2015:12:34:56 +0000`.
  package var logText: String {
    let date = civilDate
    return Self.two(date.day) + "/" + Self.months[date.month - 1] + "/\(date.year):" + clock
      + " +0000"
  }

  /// The time as HTTP has it: `Tue, 15 Nov 1994 08:12:31 GMT`.
  package var httpText: String {
    let date = civilDate
    let weekday = Self.weekdays[Int(((days % 7) + 11) % 7)]
    return weekday + ", " + Self.two(date.day) + " " + Self.months[date.month - 1]
      + " \(date.year) " + clock + " GMT"
  }

  /// The time of the day, `12:34:56`.
  private var clock: String {
    let second = Int(seconds - days * 86_400)
    return [second / 3_600, second / 60 % 60, second % 60].map(Self.two).joined(separator: ":")
  }

  /// The whole days since 1970.
  private var days: Int64 {
    seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// The date in the Gregorian calendar.
  ///
  /// See Howard Hinnant, [chrono-Compatible Low-Level Date Algorithms](https://howardhinnant.github.io/date_algorithms.html#civil_from_days).
  private var civilDate: (year: Int64, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `number` with two digits.
  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The names of the months.
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The names of the days of the week.
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
}
