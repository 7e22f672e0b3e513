internal import CEditline

extension EditingLoop {
  /// Completes what is before the cursor; lists the candidates at the second Tab.
  func complete() -> ceditline_outcome {
    guard let completer else { return CEDITLINE_OUTCOME_BEEP }
    let line = editor.line
    let candidates = completer(CompletionRequest(text: line.text, cursor: line.cursor))
    switch CompletionStep(candidates, for: line) {
    case .nothing:
      return CEDITLINE_OUTCOME_BEEP
    case .replace(let range, let text):
      editor.replace(range, with: text)
      ambiguousLine = candidates.count > 1 ? editor.line : nil
      return CEDITLINE_OUTCOME_REFRESH
    case .ambiguous:
      return list(candidates, for: line)
    }
  }

  /// Lists the candidates if the Tab before found them ambiguous too.
  private func list(_ candidates: [Completion], for line: EditedLine) -> ceditline_outcome {
    defer { ambiguousLine = line }
    guard ambiguousLine == line else { return CEDITLINE_OUTCOME_BEEP }
    let list = CandidateList(candidates, columns: editor.columns, height: editor.rows)
    leaveLine("")
    editor.write(list.rows.map { $0 + "\r\n" }.joined())
    redrawFromHere()
    return CEDITLINE_OUTCOME_DONE
  }
}
