import ServiceHost

extension LogEntry {
  /// The line with what matters less in the background.
  var styledText: StyledText {
    var text = StyledText()
    if let time { text.append("\(time) ", .faint) }
    if let level { text.append("\(level.padded(to: 5)) ", Self.style(ofLevel: level)) }
    text.append(message)
    for member in members {
      text.append("  \(member.name)=", .faint)
      text.append(member.value)
    }
    return text
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
