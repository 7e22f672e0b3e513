/// What `set` changes.
package struct Settings: Sendable {
  /// How long a call of a service may take.
  package var timeout: Duration = .seconds(30)

  /// Whether waits and retry delays pass at once.
  package var isClockVirtual = true

  /// The keys that edit lines; nil for those of the user's own start file of libedit.
  package var keys: EditingKeys?

  /// The names of the settings, with what they take.
  package static let keys: [(name: String, values: String, summary: String)] = [
    ("clock", "virtual | real", "whether waits and retry delays pass at once in local runs"),
    ("keys", "emacs | vi", "the keys that edit lines; else ~/.editrc decides"),
    ("timeout", "DURATION", "how long a call of a service may take, such as 5s or 500ms"),
  ]

  /// The value of the setting `name` as text.
  package func value(of name: String) -> String? {
    switch name {
    case "clock": isClockVirtual ? "virtual" : "real"
    case "keys": keys?.rawValue ?? "~/.editrc"
    case "timeout": Self.text(of: timeout)
    default: nil
    }
  }

  /// Sets `name` to what `text` says.
  ///
  /// - Returns: Whether the text is a value of the setting.
  package mutating func set(_ name: String, to text: String) -> Bool {
    switch (name, text) {
    case ("clock", "virtual"): isClockVirtual = true
    case ("clock", "real"): isClockVirtual = false
    case ("keys", _):
      guard let choice = EditingKeys(rawValue: text) else { return false }
      keys = choice
    case ("timeout", _):
      guard let duration = Self.duration(text) else { return false }
      timeout = duration
    default: return false
    }
    return true
  }

  /// The duration that `text` says: a positive number with `ms`, `s`, `m` or `h`.
  static func duration(_ text: String) -> Duration? {
    let units: [(suffix: String, milliseconds: Double)] = [
      ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000),
    ]
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let number = Double(text.dropLast(unit.suffix.count)), number < 1e9,
        number * unit.milliseconds >= 1
      else { continue }
      return .milliseconds(Int64(number * unit.milliseconds))
    }
    return nil
  }

  /// The text of a duration in whole milliseconds or seconds.
  private static func text(of duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if attoseconds == 0 { return "\(seconds)s" }
    return "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)ms"
  }
}
