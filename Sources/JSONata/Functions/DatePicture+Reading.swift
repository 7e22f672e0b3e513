import JSON

extension DatePicture {
  /// The milliseconds since 1970 of the time that `text` writes; nil if it is not of this form.
  ///
  /// Parts that are larger than those given are taken from `now`.
  func milliseconds(
    _ text: String, now: Double, run: Evaluation
  ) throws(JSONataError) -> Double? {
    let regex = try regex { () throws(JSONataError) in
      var pattern = "^"
      for part in parts { pattern += "(\(try self.pattern(of: part)))" }
      return try? ScriptRegex(pattern + "$", flags: "i")
    }
    guard let regex else { return nil }
    let search = RegexSearch(regex, in: text, run: run)
    guard try search.find(from: 0) != nil else { return nil }
    var components = Components()
    for (index, part) in parts.enumerated() {
      guard case .marker(let marker) = part, let range = search.group(index + 1) else { continue }
      let value = try marker.value(of: search.text(range))
      components.values.updateValue(value, forKey: marker.component)
    }
    return try components.values.isEmpty ? nil : components.milliseconds(now: now)
  }

  /// A regular expression for what `part` writes.
  private func pattern(of part: Part) throws(JSONataError) -> String {
    switch part {
    case .literal(let text):
      return text.reduce(into: "") { pattern, character in
        if ".*+?^${}()|[]\\".contains(character) { pattern.append("\\") }
        pattern.append(character)
      }
    case .marker(let marker): return try marker.pattern()
    }
  }
}

extension DatePicture.Marker {
  /// The sign between hours and minutes of a time zone.
  private var zoneSeparator: Character? {
    guard let integer, integer.regularDistance > 0 else { return nil }
    return integer.separators.first?.character
  }

  /// A regular expression for what the marker writes.
  fileprivate func pattern() throws(JSONataError) -> String {
    switch component {
    case "Z", "z":
      let start = component == "z" ? "GMT[-+][0-9]+" : "[-+][0-9]+"
      return start + (zoneSeparator.map { "\($0)[0-9]+" } ?? "")
    case "f": return "[0-9]+"
    default: break
    }
    if let integer { return try integer.pattern() }
    guard "MxFP".contains(component) else {
      throw JSONataError("D3133", value: .string(String(component)))
    }
    return "[a-zA-Z]+"
  }

  /// The value that `text` writes.
  fileprivate func value(of text: String) throws(JSONataError) -> Double? {
    switch component {
    case "Z", "z": return zone(component == "z" ? text.dropFirst(3) : text[...])
    case "f": return (Double("0." + text.prefix(3)) ?? .nan) * 1_000
    default: break
    }
    if let integer { return try integer.number(text) }
    switch component {
    case "M", "x": return position(of: text, in: DatePicture.months)
    case "F": return position(of: text, in: DatePicture.days)
    default: return ["am": 0, "AM": 0, "pm": 1, "PM": 1][text]
    }
  }

  /// The position of a name, from 1.
  private func position(of text: String, in names: [String]) -> Double? {
    let index = names.firstIndex { name in
      maximumWidth.map { name.prefix(max(0, $0)) == text } ?? (name == text)
    }
    return index.map { Double($0 + 1) }
  }

  /// The minutes of a time zone.
  private func zone(_ text: Substring) -> Double {
    if let zoneSeparator, let index = text.firstIndex(of: zoneSeparator) {
      return IntegerPicture.leadingNumber(text[..<index]) * 60
        + IntegerPicture.leadingNumber(text[text.index(after: index)...])
    }
    if text.count <= 3 { return IntegerPicture.leadingNumber(text) * 60 }
    return IntegerPicture.leadingNumber(text.prefix(3)) * 60
      + IntegerPicture.leadingNumber(text.dropFirst(3))
  }
}

/// The parts of a time that a text gives.
private struct Components {
  /// The values by the letters of the parts; nil for a name that is not known.
  var values: [Character: Double?] = [:]

  /// The milliseconds since 1970.
  func milliseconds(now: Double) throws(JSONataError) -> Double {
    let hasDayOfYear = !hasType("YMD", of: "YXMxWwdD") && hasType("Yd", of: "YXMxWwdD")
    let hasWeekOfMonth = hasType("Xxw", of: "YXMxWwdD")
    let hasWeek = !hasWeekOfMonth && hasType("XW", of: "YXMxWwdD")
    let isHalfDay = !hasType("Hmsf", of: "PHhmsf") && hasType("Phmsf", of: "PHhmsf")
    let date = hasDayOfYear ? "YD" : hasWeekOfMonth ? "XxwF" : hasWeek ? "XWF" : "YMD"
    var full = try completed(
      date + (isHalfDay ? "Phmsf" : "Hmsf"), CivilDate(milliseconds: now))
    if hasWeekOfMonth || hasWeek { throw JSONataError("D3136") }
    var month = max((full["M"] ?? 0) - 1, 0)
    if hasDayOfYear {
      let first = CivilDate.utc(full["Y"] ?? .nan)
      let derived = CivilDate(
        milliseconds: first + ((full["d"] ?? .nan) - 1) * CivilDate.dayLength)
      month = derived.component("M") - 1
      full["D"] = derived.component("D")
    }
    if isHalfDay {
      full["H"] = (full["h"] == 12 ? 0 : full["h"] ?? .nan) + (full["P"] == 1 ? 12 : 0)
    }
    let result = CivilDate.utc(
      full["Y"] ?? .nan, month, full["D"] ?? .nan, full["H"] ?? .nan, full["m"] ?? .nan,
      full["s"] ?? .nan, full["f"] ?? .nan)
    let zone = [value("Z"), value("z")].compactMap(\.self).first { $0 != 0 && !$0.isNaN }
    return result - (zone ?? 0) * 60_000
  }

  /// The value of a part, if it is given.
  private func value(_ letter: Character) -> Double? { values[letter] ?? nil }

  /// Whether some of the parts `letters`, and of `all` only those, are given and not 0.
  private func hasType(_ letters: String, of all: String) -> Bool {
    let given = all.filter { value($0).map { $0 != 0 && !$0.isNaN } ?? false }
    return !given.isEmpty && given.allSatisfy { letters.contains($0) }
  }

  /// The parts `letters`: those before the first given ones from `now`, those after the last given
  /// ones the least; a gap between is an error.
  private func completed(
    _ letters: String, _ now: CivilDate
  ) throws(JSONataError) -> [Character: Double] {
    var full = values.compactMapValues(\.self)
    var hasStarted = false
    var hasEnded = false
    for letter in letters {
      if value(letter) != nil {
        if hasEnded { throw JSONataError("D3136") }
        hasStarted = true
      } else if hasStarted {
        full[letter] = "MDd".contains(letter) ? 1 : 0
        hasEnded = true
      } else {
        full[letter] = letter == "P" ? .nan : now.component(letter)
      }
    }
    return full
  }
}
