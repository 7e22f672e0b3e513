internal import CEditline

extension EditingLoop {
  /// Reads a line, which may have been pasted already.
  func readLine(prompt: Prompt, initialText: String) -> LineEditorEvent {
    if let line = pasted.takeLine() {
      let text = initialText + line
      editor.write(prompt.terminalText + text + "\n")
      return .line(text)
    }
    return edit(prompt: prompt, initialText: initialText + pasted.takeRest())
  }

  /// Lets the user edit a line.
  private func edit(prompt: Prompt, initialText: String) -> LineEditorEvent {
    begin(prompt: prompt, initialText: initialText)
    let isEnded = editor.read()
    activity = .idle
    let event = event(isEnded: isEnded)
    editor.setRaw(false)
    return event
  }

  /// Prepares the terminal and the state of a line.
  private func begin(prompt: Prompt, initialText: String) {
    self.prompt = prompt
    self.initialText = initialText
    isInterrupted = false
    ambiguousLine = nil
    search = nil
    recall = nil
    activity = .editing
    editor.setPrompt(prompt.libeditText)
    // Raw before the prompt shows, else the first keys are echoed twice.
    editor.setRaw(true)
    if !initialText.isEmpty {
      editor.inject(.prefill)
    }
  }

  /// What the end of the reading means.
  private func event(isEnded: Bool) -> LineEditorEvent {
    if isInterrupted { return .interrupted }
    guard isEnded else {
      editor.write("\r\n")
      return .endOfInput
    }
    var scalars = editor.line.text.unicodeScalars
    if scalars.last == "\n" {
      scalars.removeLast()
    }
    return .line(String(scalars))
  }
}

// MARK: - Keys

extension EditingLoop: LibeditReceiver {
  func act(_ action: ceditline_action) -> ceditline_outcome {
    if action != CEDITLINE_ACTION_COMPLETE {
      ambiguousLine = nil
    }
    switch action {
    case CEDITLINE_ACTION_COMPLETE: return complete()
    case CEDITLINE_ACTION_INTERRUPT: return interrupt()
    case CEDITLINE_ACTION_SUSPEND: return suspend()
    case CEDITLINE_ACTION_PASTE: return paste()
    case CEDITLINE_ACTION_PREFILL: return prefill()
    case CEDITLINE_ACTION_SEARCH: return startSearch()
    case CEDITLINE_ACTION_PREFIX_BACKWARD: return recallByPrefix { $0.goBack(in: $1) }
    case CEDITLINE_ACTION_PREFIX_FORWARD: return recallByPrefix { $0.goForward(in: $1) }
    default: return CEDITLINE_OUTCOME_BEEP
    }
  }

  /// Inserts the first of the pasted lines, and keeps the others for those who read next.
  private func paste() -> ceditline_outcome {
    pasted = PastedText(editor.pasted)
    let cursor = editor.line.cursor
    if let line = pasted.takeLine() {
      editor.replace(cursor..<cursor, with: line)
      editor.inject(.enter)
    } else {
      editor.replace(cursor..<cursor, with: pasted.takeRest())
    }
    return CEDITLINE_OUTCOME_REFRESH
  }

  /// Puts the initial text into the line.
  private func prefill() -> ceditline_outcome {
    editor.replace(with: EditedLine(initialText))
    return CEDITLINE_OUTCOME_REFRESH
  }

  /// Drops the line.
  private func interrupt() -> ceditline_outcome {
    isInterrupted = true
    pasted = PastedText()
    leaveLine("^C")
    return CEDITLINE_OUTCOME_FINISH
  }

  /// Stops the process, and draws the line again when it goes on.
  private func suspend() -> ceditline_outcome {
    leaveLine("^Z")
    editor.setRaw(false)
    editor.suspend()
    let signals = queue.takeSignals()
    editor.setRaw(true)
    editor.resize()
    redrawFromHere()
    performCommands()
    if isClosed || signals.contains(CEDITLINE_SIGNAL_INTERRUPT.rawValue) {
      editor.inject(isClosed ? .stop : .interrupt)
    }
    return CEDITLINE_OUTCOME_DONE
  }
}
