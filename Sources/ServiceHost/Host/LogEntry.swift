import JSON

/// A line of a service's log as people read it: an object in Lambda's JSON log format
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html) by its
/// members, any other line as it is.
package struct LogEntry: Hashable, Sendable {
  /// A member that has no place of its own.
  package struct Member: Hashable, Sendable {
    /// Its name.
    package var name: String

    /// Its value: a text as it is, all else as JSON.
    package var value: String
  }

  /// The time of day, if it is told.
  package var time: String?

  /// The level in upper case, if it is told.
  package var level: String?

  /// What is said.
  package var message: String

  /// All else but the number of the request.
  package var members: [Member] = []

  /// Reads `line`.
  package init(_ line: String) {
    let object = line.hasPrefix("{") ? (try? JSONReader.read(line))?.objectValue : nil
    guard let object, let message = object["message"] else {
      self.message = Self.printable(line)
      return
    }
    time = object["timestamp"]?.stringValue.flatMap(Self.timeOfDay).map(Self.printable)
    level = object["level"]?.stringValue.map { Self.printable($0.uppercased()) }
    self.message = Self.text(of: message)
    members = object.members.filter { !Self.knownNames.contains($0.0) }
      .map { Member(name: Self.printable($0.0), value: Self.text(of: $0.1)) }
  }

  /// The line: time, level, message, then the members.
  package var text: String {
    let start = [time, level, message].compactMap(\.self).joined(separator: " ")
    return start + members.map { "  \($0.name)=\($0.value)" }.joined()
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
    printable(value.stringValue ?? JSONWriter.write(value, layout: .spaced))
  }

  /// `text` with pictures in place of what would steer a terminal.
  private static func printable(_ text: String) -> String {
    guard text.utf8.contains(where: { isControl(UInt32($0)) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let picture = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
      result.append(isControl(scalar.value) ? Unicode.Scalar(picture) ?? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// Whether a character controls a terminal and does more than to move on in the text.
  private static func isControl(_ value: UInt32) -> Bool {
    (value < 0x20 && value != 0x09 && value != 0x0A) || value == 0x7F
  }
}
