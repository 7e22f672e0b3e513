import JSON

/// A line of a service's log, which is read if it is an object in Lambda's JSON log format
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html).
struct LogEntry {
  /// The line.
  private let line: String

  /// What it says; nil if it is plain text.
  private let members: JSONObject?

  /// Reads a line.
  init(_ line: String) {
    self.line = line
    let object = line.hasPrefix("{") ? (try? JSONReader.read(line))?.objectValue : nil
    members = object?["message"] == nil ? nil : object
  }

  /// The line for people: time, level, message, then all else but the number of the request.
  var styledText: StyledText {
    guard let members else { return StyledText(line) }
    var text = StyledText()
    if let time = members["timestamp"]?.stringValue.flatMap(Self.timeOfDay) {
      text.append("\(time) ", .faint)
    }
    if let level = members["level"]?.stringValue?.uppercased() {
      text.append("\(level.padded(to: 5)) ", Self.style(ofLevel: level))
    }
    text.append(Self.text(of: members["message"] ?? .null))
    for (name, value) in members.members where !Self.knownNames.contains(name) {
      text.append("  \(name)=", .faint)
      text.append(Self.text(of: value))
    }
    return text
  }

  // MARK: -

  /// The members that have a place of their own, or tell a person nothing.
  private static let knownNames: Set<String> = ["timestamp", "level", "message", "requestId"]

  /// The part of a timestamp that changes in a day.
  private static func timeOfDay(_ timestamp: String) -> String? {
    guard let start = timestamp.firstIndex(of: "T") else { return nil }
    let time = timestamp[timestamp.index(after: start)...]
    return String(time.last == "Z" ? time.dropLast() : time)
  }

  /// A text as it is, all else as JSON.
  private static func text(of value: JSONValue) -> String {
    value.stringValue ?? JSONWriter.write(value, layout: .spaced)
  }

  /// How a level looks.
  private static func style(ofLevel level: String) -> StyledText.Style {
    switch level {
    case "ERROR", "CRITICAL", "FATAL": .failure
    case "WARN", "WARNING": .warning
    default: .faint
    }
  }
}
