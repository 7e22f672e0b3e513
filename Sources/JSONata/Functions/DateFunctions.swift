import JSON

/// `$now`, `$millis`, `$fromMillis`, `$toMillis`, `$formatInteger`, `$parseInteger`.
enum DateFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("now", "<s?s?:s>", 2) { call throws(JSONataError) in
      let picture = try call.datePicture(0)
      return .string(try picture.text(of: call.run.environment.now, timezone: call.text(1)))
    },
    Builtins.Definition("millis", "<:n>", 0) { call in
      .number(call.run.environment.now.rounded(.down))
    },
    Builtins.Definition("fromMillis", "<n-s?s?:s>", 3) { call throws(JSONataError) in
      guard let milliseconds = call.number(0) else { return nil }
      let picture = try call.datePicture(1)
      return .string(try picture.text(of: milliseconds, timezone: call.text(2)))
    },
    Builtins.Definition("toMillis", "<s-s?:n>", 2) { call throws(JSONataError) in
      try milliseconds(call)
    },
    Builtins.Definition("formatInteger", "<n-s:s>", 2) { call throws(JSONataError) in
      guard let number = call.number(0) else { return nil }
      return .string(try call.integerPicture(1).text(of: number.rounded(.down)))
    },
    Builtins.Definition("parseInteger", "<s-s:n>", 2) { call throws(JSONataError) in
      guard let text = call.text(0) else { return nil }
      return .number(try call.integerPicture(1).number(text))
    },
  ]

  /// The time that a text writes.
  private static func milliseconds(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    if call[1] != nil {
      let run = call.run
      let value = try call.datePicture(1).milliseconds(
        text, now: run.environment.now, run: run)
      return value.map { .number($0) }
    }
    guard let timestamp = Timestamp(text) else { throw JSONataError("D3110", value: call[0]) }
    return .number(timestamp.milliseconds)
  }
}

/// A time in the form of ISO 8601 that `$toMillis` reads without a picture.
private struct Timestamp {
  /// The milliseconds since 1970; NaN if a part is beyond its range.
  let milliseconds: Double

  private static let pattern = try? ScriptRegex(
    "^(\\d{4})(-[01]\\d)?(-[0-3]\\d)?(T([0-2]\\d):([0-5]\\d):([0-5]\\d))?(\\.\\d+)?"
      + "(([+-])([0-2]\\d):?([0-5]\\d)|Z)?$",
    flags: "")

  /// Reads `text`; nil if it has another form.
  init?(_ text: String) {
    guard let pattern = Self.pattern else { return nil }
    let search = RegexSearch(pattern, in: text, run: nil)
    guard (try? search.find(from: 0)) != nil else { return nil }
    let part = { (group: Int) in search.group(group + 1).map(search.text) }
    let number = { (group: Int, skipped: Int) in
      part(group).flatMap { Double($0.dropFirst(skipped).prefix(4 - skipped)) }
    }
    let (month, day) = (number(1, 1) ?? 1, number(2, 1) ?? 1)
    guard (1...12).contains(month), (1...31).contains(day), (number(4, 0) ?? 0) <= 24 else {
      milliseconds = .nan
      return
    }
    let fraction = part(7).map { $0.prefix(4) }
    let year = number(0, 0) ?? 0
    let days = CivilDate.utc(year < 100 ? year + 400 : year, month - 1, day)
    let base = year < 100 ? days - 146_097 * CivilDate.dayLength : days
    let time =
      (number(4, 0) ?? 0) * 3_600_000 + (number(5, 0) ?? 0) * 60_000 + (number(6, 0) ?? 0) * 1_000
    let sign = part(9) == "-" ? -1.0 : 1
    let zone = sign * ((number(10, 0) ?? 0) * 60 + (number(11, 0) ?? 0)) * 60_000
    let seconds = fraction.flatMap { Double("0" + $0) } ?? 0
    milliseconds = base + time + (seconds * 1_000).rounded() - zone
  }
}
