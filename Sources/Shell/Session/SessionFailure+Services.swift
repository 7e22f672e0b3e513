import Diagnostics
package import ServiceHost

extension SessionFailure {
  /// The failure that a service could not be loaded or packaged; what the compiler said is drawn
  /// with its lines.
  package init(_ error: ServiceHostError) {
    var text = StyledText(error.message)
    for message in error.compilerMessages { text.append("\n" + Self.text(of: message)) }
    if error.compilerMessages.isEmpty {
      for line in error.output { text.append("\n  | \(line)", .faint) }
    }
    self.init(output: .failure(text, help: error.help))
  }

  /// A message of the compiler with its line and a caret.
  private static func text(of message: CompilerMessage) -> String {
    let place = "\(message.file):\(message.line):\(message.column)"
    let head = "\(place): \(message.severity.rawValue): \(message.message)"
    guard !message.sourceLine.isEmpty else { return head }
    let line = message.sourceLine.replacing("\t", with: " ")
    let before = line.prefix(max(0, message.column - 1))
    let indent = String(repeating: " ", count: String(before).displayWidth)
    return "\(head)\n  \(line)\n  \(indent)^"
  }
}
