/// A time of the Gregorian calendar in UTC, as JavaScript's `Date` has it.
struct CivilDate {
  /// Milliseconds since 1970; NaN if they are out of range.
  let milliseconds: Double

  /// Milliseconds of a day.
  static let dayLength = 86_400_000.0

  /// The days since 1970.
  private let dayNumber: Int

  /// The year.
  let year: Int

  /// The month, from 1.
  let month: Int

  /// The day of the month.
  let day: Int

  /// The milliseconds since midnight.
  private let timeOfDay: Int

  /// The time of `milliseconds` since 1970.
  init(milliseconds: Double) {
    let whole = milliseconds.rounded(.towardZero)
    let isValid = whole.magnitude <= 8.64e15
    self.milliseconds = isValid ? whole + 0 : .nan
    let count = isValid ? Int(whole) : 0
    timeOfDay = (count % 86_400_000 + 86_400_000) % 86_400_000
    dayNumber = (count - timeOfDay) / 86_400_000
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    month = (index + 2) % 12 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * index + 2) / 5 + 1
  }

  /// The milliseconds of a date, in which parts may be beyond their ranges; `month` counts from 0,
  /// and the years 0 to 99 are those of the 20th century, as `Date.UTC` has it.
  static func utc(
    _ year: Double, _ month: Double = 0, _ day: Double = 1, _ hour: Double = 0,
    _ minute: Double = 0, _ second: Double = 0, _ millisecond: Double = 0
  ) -> Double {
    let parts = [year, month, day, hour, minute, second, millisecond]
    guard parts.allSatisfy({ $0.magnitude < 1e9 }) else { return .nan }
    let whole = parts.map { $0.rounded(.towardZero) }
    let full = (0...99).contains(whole[0]) ? 1_900 + whole[0] : whole[0]
    let months = full * 12 + whole[1]
    let base = days(
      Int((months / 12).rounded(.down)), Int(months - (months / 12).rounded(.down) * 12))
    let time = whole[3] * 3_600_000 + whole[4] * 60_000 + whole[5] * 1_000 + whole[6]
    return CivilDate(
      milliseconds: (Double(base) + whole[2] - 1) * Self.dayLength + time
    ).milliseconds
  }

  /// The days from 1970 to the first of a month, which counts from 0.
  private static func days(_ year: Int, _ month: Int) -> Int {
    let shifted = month < 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// A part of the date by its letter in pictures, if it is one of those of the calendar and the
  /// clock; -1 for others.
  func number(_ letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "Y"): year
    case UInt8(ascii: "M"): month
    case UInt8(ascii: "D"): day
    case UInt8(ascii: "H"): timeOfDay / 3_600_000
    case UInt8(ascii: "h"): (timeOfDay / 3_600_000 + 11) % 12 + 1
    case UInt8(ascii: "m"): timeOfDay / 60_000 % 60
    case UInt8(ascii: "s"): timeOfDay / 1_000 % 60
    case UInt8(ascii: "f"): timeOfDay % 1_000
    default: -1
    }
  }

  /// A part of the date by its letter in pictures; NaN if the date is out of range.
  func component(_ letter: Character) -> Double {
    guard !milliseconds.isNaN else { return .nan }
    switch letter {
    case "Y", "M", "D", "H", "h", "m", "s", "f": return Double(number(letter.asciiValue ?? 0))
    case "d": return (midnight - Self.utc(Double(year))) / Self.dayLength + 1
    case "F": return Double((((dayNumber + 3) % 7) + 7) % 7 + 1)
    case "W": return weekOfYear
    case "w": return weekOfMonth
    case "X": return weekYear
    case "x": return weekMonth
    default: return .nan
    }
  }

  // MARK: - Weeks

  /// The milliseconds of the start of the day.
  private var midnight: Double {
    Self.utc(Double(year), Double(month - 1), Double(day))
  }

  /// A month of a year, both of which weeks are counted in.
  private struct Month {
    let year: Double
    let month: Double

    /// The month `count` later.
    func adding(_ count: Double) -> Month {
      let total = year * 12 + month + count
      return Month(
        year: (total / 12).rounded(.down), month: total - (total / 12).rounded(.down) * 12)
    }

    /// The milliseconds of the Monday of the week with the first Thursday.
    var firstWeek: Double {
      let first = CivilDate.utc(year, month)
      let weekday = CivilDate(milliseconds: first).component("F")
      return first + (weekday > 4 ? 8 - weekday : 1 - weekday) * CivilDate.dayLength
    }
  }

  /// The number of the week of `date` when weeks are counted from `start`.
  private func weeks(since start: Double) -> Double {
    (midnight - start) / (Self.dayLength * 7) + 1
  }

  /// The week of the year.
  private var weekOfYear: Double {
    week(in: Month(year: Double(year), month: 0), span: 12, limit: 52)
  }

  /// The week of the month.
  private var weekOfMonth: Double {
    week(in: Month(year: Double(year), month: Double(month - 1)), span: 1, limit: 4)
  }

  /// The week of the months from `first` on, `span` of them.
  private func week(in first: Month, span: Double, limit: Double) -> Double {
    var week = weeks(since: first.firstWeek)
    if week > limit {
      if midnight >= first.adding(span).firstWeek { week = 1 }
    } else if week < 1 {
      week = weeks(since: first.adding(-span).firstWeek)
    }
    return week.rounded(.down)
  }

  /// The year to which the week belongs.
  private var weekYear: Double {
    let year = Double(self.year)
    if milliseconds < Month(year: year, month: 0).firstWeek { return year - 1 }
    return milliseconds >= Month(year: year + 1, month: 0).firstWeek ? year + 1 : year
  }

  /// The month, from 1, to which the week belongs.
  private var weekMonth: Double {
    let month = Month(year: Double(year), month: Double(month - 1))
    if milliseconds < month.firstWeek { return month.adding(-1).month + 1 }
    let next = month.adding(1)
    return milliseconds >= next.firstWeek ? next.month + 1 : month.month + 1
  }
}
