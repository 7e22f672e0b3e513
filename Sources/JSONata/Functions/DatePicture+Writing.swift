import JSON

extension DatePicture {
  /// The time zone of a text, as hours and minutes from UTC.
  struct Offset {
    /// The hours, rounded down.
    var hours = 0.0

    /// The minutes beyond them.
    var minutes = 0.0

    /// Reads `+hhmm`.
    init(_ text: String?) {
      guard let text else { return }
      let number = IntegerPicture.leadingNumber(text)
      hours = (number / 100).rounded(.down)
      minutes = number.truncatingRemainder(dividingBy: 100)
    }

    /// The offset in milliseconds.
    var milliseconds: Double { (60 * hours + minutes) * 60_000 }

    /// The offset as a number of four digits.
    var number: Double { hours * 100 + minutes }
  }

  /// The time of `milliseconds` since 1970 as text.
  func text(of milliseconds: Double, timezone: String?) throws(JSONataError) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(40)
    try append(milliseconds, timezone: timezone, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds the time of `milliseconds` since 1970 to `output`.
  func append(
    _ milliseconds: Double, timezone: String? = nil, to output: inout [UInt8]
  ) throws(JSONataError) {
    let offset = Offset(timezone)
    let date = CivilDate(milliseconds: milliseconds + offset.milliseconds)
    for (index, step) in steps.enumerated() {
      switch step {
      case .text(let text): text.append(to: &output)
      case .number(let number) where number.append(date, to: &output): break
      case .number, .other:
        guard case .marker(let marker) = parts[index] else { continue }
        output += try marker.text(of: date, offset).utf8
      }
    }
  }
}

/// How a part of a time is written.
enum DateStep: Sendable {
  /// As it is.
  case text(FixedText)

  /// As a plain number.
  case number(PlainNumber)

  /// In another form.
  case other

  /// Prepares the writing of `part`.
  init(_ part: DatePicture.Part) {
    switch part {
    case .literal(let text): self = .text(FixedText(text))
    case .marker(let marker): self = PlainNumber(marker).map { .number($0) } ?? .other
    }
  }

  /// A part of a time that is written in usual digits, as most are.
  struct PlainNumber: Sendable {
    private let component: UInt8
    private let width: Int
    private let limit: Int

    /// Prepares the writing of `marker`; nil if it has another form.
    init?(_ marker: DatePicture.Marker) {
      guard let letter = marker.component.asciiValue, let integer = marker.integer,
        marker.names == nil, integer.isPlain, "YMDHhmsf".utf8.contains(letter)
      else { return nil }
      let width = integer.mandatoryDigits ?? 0
      let digits = marker.component == "Y" ? marker.yearDigits ?? 9 : 9
      guard width <= 9, (1...9).contains(digits) else { return nil }
      component = letter
      self.width = width
      limit = (0..<digits).reduce(1) { power, _ in power * 10 }
    }

    /// Adds the part of `date` to `output`, unless it is negative or not a number.
    func append(_ date: CivilDate, to output: inout [UInt8]) -> Bool {
      let value = date.number(component)
      guard value >= 0, !date.milliseconds.isNaN else { return false }
      let number = value % limit
      if number < 100, width == 2 {
        output.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
        output.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
        return true
      }
      var unit = 1
      var count = 1
      while count < width || number / unit >= 10 {
        unit *= 10
        count += 1
      }
      while unit > 0 {
        output.append(0x30 + UInt8(truncatingIfNeeded: number / unit % 10))
        unit /= 10
      }
      return true
    }
  }
}

extension DatePicture.Marker {
  /// The part of `date` as text.
  fileprivate func text(
    of date: CivilDate, _ offset: DatePicture.Offset
  ) throws(JSONataError) -> String {
    switch component {
    case "Z", "z": return try text(of: offset)
    case "P":
      let marker = date.component("H") >= 12 ? "pm" : "am"
      return names == .upper ? marker.uppercased() : marker
    case "C", "E": return "ISO"
    default: break
    }
    var value = date.component(component)
    if component == "Y", let yearDigits {
      value.formTruncatingRemainder(dividingBy: NumberText.powerOfTen(yearDigits))
    }
    if let names, component != "f" { return try name(of: value, names) }
    return try integer?.text(of: value) ?? "undefined"
  }

  /// The name of a month or a day.
  private func name(
    of value: Double, _ letterCase: IntegerPicture.LetterCase
  ) throws(JSONataError) -> String {
    let list: [String]
    switch component {
    case "M", "x": list = DatePicture.months
    case "F": list = DatePicture.days
    default: throw JSONataError("D3133", value: .string(String(component)))
    }
    guard let index = Int(exactly: value - 1), list.indices.contains(index) else {
      return "undefined"
    }
    var name = list[index]
    if letterCase == .upper { name = name.uppercased() }
    if letterCase == .lower { name = name.lowercased() }
    return maximumWidth.map { String(name.prefix(max(0, $0))) } ?? name
  }

  /// A time zone.
  private func text(of offset: DatePicture.Offset) throws(JSONataError) -> String {
    if offset.number == 0, modifier == "t" { return "Z" }
    guard let integer else { return "" }
    var text: String
    if integer.regularDistance > 0 {
      text = try integer.text(of: offset.number)
    } else {
      switch integer.mandatoryDigits {
      case 1, 2:
        text = try integer.text(of: offset.hours)
        if offset.minutes != 0 {
          text += ":" + (try IntegerPicture("00").text(of: offset.minutes))
        }
      case 3, 4: text = try integer.text(of: offset.number)
      default:
        throw JSONataError("D3134", value: integer.mandatoryDigits.map { .integer(Int64($0)) })
      }
    }
    if offset.number >= 0 { text = "+" + text }
    return component == "z" ? "GMT" + text : text
  }
}

extension NumberText {
  /// 10 to the power `exponent`.
  static func powerOfTen(_ exponent: Int) -> Double {
    Double("1e\(max(-400, min(400, exponent)))") ?? .infinity
  }
}
