import Diagnostics
import JSON
import ServiceHost
import SessionLanguage

extension Session {
  /// `vars`: the names and the starts of their values.
  func listVariables() {
    let listed = workspace ?? workflows.last
    let steps = (listed?.visibleVariables ?? [:]).filter {
      workspace != nil || results[$0.key] == nil
    }
    let all =
      results.named.map { ($0.name, $0.result.value, $0.result.provenance.isStale) }
      + steps.sorted { $0.key < $1.key }.map { name, value in
        (name, value, listed?.provenance(of: name).isStale == true)
      }
    guard !all.isEmpty else { return show(.passing("nothing has a name yet")) }
    var text = StyledText()
    for (name, value, isStale) in all {
      if !text.isEmpty { text.append("\n") }
      text.append("$\(name)", .strong)
      if isStale { text.append("  stale", .warning) }
      let line = FilePreview(value)?.text.plain ?? JSONLayout.line(of: value).plain
      text.append("  \(line.prefix(displayWidth: 80))\(line.displayWidth > 80 ? "…" : "")")
    }
    print(.text(text))
  }

  /// `table EXPR`; a single object is a list of one, as it is for JSONata.
  func printTable(of expression: Expression, of source: CellSource) throws(SessionFailure) {
    let value = try value(of: expression, of: source)
    note(value)
    if value.arrayValue?.isEmpty == true { return print(.text(StyledText("no rows", .faint))) }
    let rows = value.objectValue == nil ? value : .array([value])
    guard Table(rows) != nil else {
      throw failure(
        Diagnostic(
          code: "no-table", "a table needs a list of objects", at: expression.range,
          help: "print the value as it is, without `table`"),
        of: source)
    }
    print(.table(rows))
  }

  /// `expect EXPR`: a check that is kept with the session.
  func expect(
    _ expression: Expression, _ statement: Statement, of source: CellSource
  ) throws(SessionFailure) {
    noteFollowUp(statement, of: source)
    let value = try optionalValue(of: expression, of: source)
    guard value?.boolValue == true else {
      isExpectationMissed = true
      let got = value.map { "gives \($0.description.prefix(200))" } ?? "gives nothing (undefined)"
      var failure = SessionFailure.message("expected true, but `\(expression.source)` \(got)")
      failure.isKept = true
      throw failure
    }
    print(.remark(StyledText("✓ ", .success) + StyledText("expected")))
  }

  /// `set [KEY [VALUE]]`.
  func set(_ key: Name?, to value: Name?) async throws(SessionFailure) {
    guard let key else { return listSettings() }
    guard let setting = Settings.keys.first(where: { $0.name == key.text }) else {
      let names = Settings.keys.map { "`\($0.name)`" }.joined(separator: ", ")
      throw .message("there is no setting `\(key)`", help: "the settings are \(names)")
    }
    guard let value else {
      return print(.text(StyledText("\(key) \(settings.value(of: key.text) ?? "")")))
    }
    var changed = settings
    guard changed.set(key.text, to: value.text) else {
      throw .message(
        "`\(value)` is no value of `\(key)`",
        help: "`set \(setting.name) \(setting.values)`: \(setting.summary)")
    }
    try await tellHost(changed)
    settings = changed
  }

  /// Tells what runs the services of those settings in `changed` that concern it.
  private func tellHost(_ changed: Settings) async throws(SessionFailure) {
    let services = surroundings.services
    if changed.processLimit != settings.processLimit {
      await services.setProcessLimit(changed.processLimit)
    }
    do throws(ServiceHostError) {
      if changed.stage != settings.stage { try await services.setStage(changed.stage) }
      guard changed.watchesSources != settings.watchesSources else { return }
      savedServices = changed.watchesSources ? try await services.changes() : nil
    } catch {
      throw SessionFailure(error)
    }
  }

  /// Lists the settings.
  private func listSettings() {
    var text = StyledText()
    for setting in Settings.keys {
      if !text.isEmpty { text.append("\n") }
      text.append("\(setting.name) \(settings.value(of: setting.name) ?? "")", .strong)
      text.append("  \(setting.summary) (\(setting.values))")
    }
    print(.text(text))
  }
}
