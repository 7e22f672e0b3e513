extension EditingLoop {
  /// Reads a line that is not shown.
  func readSecret(prompt: Prompt) -> LineEditorEvent {
    self.prompt = prompt
    search = nil
    activity = .secret
    editor.setRaw(true)
    editor.write(prompt.terminalText)
    let event = collectSecret()
    activity = .idle
    editor.write("\r\n")
    editor.setRaw(false)
    return event
  }

  /// Collects keys up to the end of the line.
  private func collectSecret() -> LineEditorEvent {
    var secret = SecretLine()
    while let key = editor.readKey() {
      if let event = key == .paste ? secret.paste(editor.pasted) : secret.press(key) {
        return event
      }
    }
    return .endOfInput
  }
}

/// A line that is typed without being shown.
struct SecretLine {
  /// How far an escape sequence has come.
  private enum Sequence {
    case none
    case escape
    case parameters
  }

  /// What was typed.
  private var text = ""

  /// How far an escape sequence has come.
  private var sequence = Sequence.none

  /// Takes a key, and returns the event if it ends the line.
  mutating func press(_ key: Key) -> LineEditorEvent? {
    guard !isInSequence(key) else { return nil }
    switch key {
    case .enter, .newline: return .line(text)
    case .controlC, .interrupt: return .interrupted
    case .controlD where text.isEmpty: return .endOfInput
    case .controlU: text = ""
    case .backspace, .controlH: _ = text.popLast()
    default: if let scalar = key.scalar { text.unicodeScalars.append(scalar) }
    }
    return nil
  }

  /// Takes a pasted text up to its first newline, which ends the line.
  mutating func paste(_ pasted: String) -> LineEditorEvent? {
    var lines = PastedText(pasted)
    guard let line = lines.takeLine() else {
      text += lines.takeRest()
      return nil
    }
    return .line(text + line)
  }

  /// Whether the key belongs to the escape sequence of a key that has no meaning here.
  private mutating func isInSequence(_ key: Key) -> Bool {
    switch sequence {
    case .none:
      guard key == .escape else { return false }
      sequence = .escape
    case .escape:
      let isLong = key.scalar == "[" || key.scalar == "O"
      sequence = isLong ? .parameters : .none
      return isLong
    case .parameters:
      sequence = (0x40...0x7e).contains(key.rawValue) ? .none : .parameters
    }
    return true
  }
}
