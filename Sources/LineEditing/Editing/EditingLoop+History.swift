internal import CEditline

extension EditingLoop {
  /// Reads the history file.
  func loadHistory() {
    editor.setHistorySize(history.limit)
    guard let historyFile else { return }
    do {
      history = History(entries: try historyFile.load(limit: history.limit), limit: history.limit)
    } catch {
      news.report(error)
    }
    for entry in history.entries {
      editor.addHistory(entry)
    }
  }

  /// Adds an entry to the history and its file.
  func addHistory(_ entry: String) {
    guard let kept = history.add(entry) else { return }
    editor.addHistory(kept)
    do {
      try historyFile?.append(kept)
    } catch {
      news.report(error)
    }
  }

  /// Recalls an entry that starts as the line does.
  func recallByPrefix(_ step: (inout PrefixRecall, [String]) -> Bool) -> ceditline_outcome {
    let line = editor.line
    var recall =
      recall.flatMap { $0.line == line ? $0 : nil }
      ?? PrefixRecall(from: line, count: history.entries.count)
    guard step(&recall, history.entries) else { return CEDITLINE_OUTCOME_BEEP }
    self.recall = recall
    editor.replace(with: recall.line)
    return CEDITLINE_OUTCOME_REFRESH
  }

  // MARK: - Searching

  /// Starts a search for an older entry.
  func startSearch() -> ceditline_outcome {
    search = HistorySearch(entries: history.entries, original: editor.line)
    showSearch()
    return CEDITLINE_OUTCOME_REFRESH
  }

  /// Gives keys to the search that is under way.
  func filter(_ key: Key) -> Key? {
    guard var search else { return key }
    switch key {
    case .controlR: search.goBack()
    case .controlS: search.goForward()
    case .backspace, .controlH: search.shrink()
    case .controlG: return endSearch(search, with: search.original)
    default:
      guard let scalar = key.scalar else {
        editor.inject(key)
        return endSearch(search, with: search.line)
      }
      search.extend(by: scalar)
    }
    self.search = search
    showSearch()
    return .redraw
  }

  /// Shows the search in the place of prompt and line.
  private func showSearch() {
    guard let search else { return }
    editor.setPrompt(search.prompt.libeditText)
    editor.replace(with: search.line)
  }

  /// Goes back to editing, of `line`.
  private func endSearch(_ search: HistorySearch, with line: EditedLine) -> Key {
    self.search = nil
    editor.setPrompt(prompt.libeditText)
    editor.replace(with: line)
    return .redraw
  }
}
