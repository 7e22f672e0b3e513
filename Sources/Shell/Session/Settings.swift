/// What `set` changes.
package struct Settings: Sendable {
  /// How long a call of a service may take.
  package var timeout: Duration = .seconds(30)

  /// Whether waits and retry delays pass at once.
  package var isClockVirtual = true

  /// Who calls at the prompt.
  package var caller = PromptCaller.iam

  /// Whether services are loaded again when their sources are saved.
  package var watchesSources = false

  /// The stage whose variables services have.
  package var stage = "dev"

  /// The most processes of one service.
  package var processLimit = 4

  /// The keys that edit lines; nil for those of the user's own start file of libedit.
  package var keys: EditingKeys?

  /// The names of the settings, with what they take.
  package static let keys: [(name: String, values: String, summary: String)] = [
    (
      "caller", "iam | anonymous",
      "who makes the calls of the prompt; anonymous ones meet authorizers"
    ),
    ("clock", "virtual | real", "whether waits and retry delays pass at once in local runs"),
    ("keys", "emacs | vi", "the keys that edit lines; else ~/.editrc decides"),
    (
      "processes", "N", "the most processes of one service, so the most calls that it takes at once"
    ),
    ("stage", "NAME", "the stage: services have the variables of .env.NAME beside them"),
    ("timeout", "DURATION", "how long a call of a service may take, such as 5s or 500ms"),
    ("watch", "on | off", "whether services are loaded again when their sources are saved"),
  ]

  /// The value of the setting `name` as text.
  package func value(of name: String) -> String? {
    switch name {
    case "caller": caller.rawValue
    case "processes": "\(processLimit)"
    case "stage": stage
    case "watch": watchesSources ? "on" : "off"
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
    case ("caller", _):
      guard let choice = PromptCaller(rawValue: text) else { return false }
      caller = choice
    case ("processes", _):
      guard let limit = Int(text), (1...1_000).contains(limit) else { return false }
      processLimit = limit
    case ("stage", _):
      guard !text.isEmpty else { return false }
      stage = text
    case ("watch", "on"): watchesSources = true
    case ("watch", "off"): watchesSources = false
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
