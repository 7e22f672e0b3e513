import SessionLanguage

/// Writes trees in a short form, one node a line, for comparison.
struct TreeDump {
  /// The lines so far.
  private(set) var text = ""

  /// How deep the next line stands.
  private var depth = 0

  /// The form of `statements`.
  static func dump(_ statements: [Statement]) -> String {
    var dump = TreeDump()
    for statement in statements { dump.add(statement) }
    return dump.text
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }

  private mutating func nested(_ body: (inout TreeDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private mutating func add(_ statement: Statement) {
    switch statement.kind {
    case .call(let call): line("looking " + form(call))
    case .step(let step): add(step)
    case .expression(let expression): line("print " + form(expression))
    case .workflow(let workflow): add(workflow)
    case .clauses(let clauses): for clause in clauses { add(clause) }
    case .header(let header): add(header)
    case .end: line("end")
    case .command(let command): line("command " + form(command))
    }
  }

  private mutating func add(_ workflow: WorkflowDeclaration) {
    line("workflow \(workflow.name)\(workflow.isExpress ? " express" : "")")
    nested { dump in
      for header in workflow.headers { dump.add(header) }
      dump.add(workflow.body)
      if let clause = workflow.catch { dump.add(clause) }
    }
  }

  private mutating func add(_ header: WorkflowHeader) {
    switch header.kind {
    case .about(let text): line("about <\(text)>")
    case .timeout(let span): line("timeout \(span.seconds)")
    case .input(let input):
      let name = input.caseName.map { " \($0):" } ?? ""
      switch input.content {
      case .items(let items): line("input\(name)\(form(items))")
      case .expression(let expression): line("input\(name) \(form(expression))")
      }
    }
  }

  private mutating func add(_ steps: [Step]) { for step in steps { add(step) } }

  private mutating func add(_ step: Step) {
    let name = step.name.map { "\($0) = " } ?? ""
    switch step.kind {
    case .call(let call): line(name + form(call))
    case .value(let value): line(name + form(value))
    case .wait(.duration(let span)): line("wait \(span.seconds)")
    case .wait(.until(let time)): line("wait until \(form(time))")
    case .conditional(let branches): add(branches)
    case .map(let map): add(map, name)
    case .parallel(let branches): add(branches, name)
    case .fail(let error, let cause): line("fail \(form(error)) \(cause.map(form) ?? "-")")
    case .return(let value): line("return \(value.map(form) ?? "-")")
    }
    nested { dump in for clause in step.clauses { dump.add(clause) } }
  }

  private mutating func add(_ branches: [ConditionalBranch]) {
    for (index, branch) in branches.enumerated() {
      line((index == 0 ? "if " : "else ") + (branch.condition.map(form) ?? "-"))
      nested { $0.add(branch.body) }
    }
  }

  private mutating func add(_ map: MapBlock, _ name: String) {
    let limit = map.maximumConcurrency.map { " max \($0)" } ?? ""
    let tolerance = map.tolerance.map { " tolerate \($0)" } ?? ""
    line("\(name)for \(map.item) in \(form(map.items))\(limit)\(tolerance)")
    nested { dump in
      dump.add(map.body)
      if let yield = map.yield { dump.line("yield \(dump.form(yield))") }
    }
  }

  private mutating func add(_ branches: [ParallelBranch], _ name: String) {
    line("\(name)parallel")
    for branch in branches {
      line("branch \(branch.name)")
      nested { dump in
        dump.add(branch.body)
        if let yield = branch.yield { dump.line("yield \(dump.form(yield))") }
      }
    }
  }

  private mutating func add(_ clause: Clause) {
    switch clause.kind {
    case .retry(let retry):
      let rate = retry.backoffRate.map { " backoff \($0)" } ?? ""
      let every = retry.interval.map { " every \($0.seconds)" } ?? ""
      let limit = retry.maximumDelay.map { " up to \($0.seconds)" } ?? ""
      let errors =
        retry.errors.isEmpty ? "" : " on " + retry.errors.map(\.text).joined(separator: ",")
      line(
        ".retry \(retry.attempts)\(errors)\(every)\(rate)\(limit)\(retry.hasJitter ? " jitter" : "")"
      )
    case .catch(let clause): add(clause, ".")
    case .timeout(let span): line(".timeout \(span.seconds)")
    case .heartbeat(let span): line(".heartbeat \(span.seconds)")
    case .label(let text): line(".label <\(text)>")
    }
  }

  private mutating func add(_ clause: CatchClause, _ prefix: String = "") {
    line("\(prefix)catch \(clause.errors.map(\.text).joined(separator: ","))")
    nested { $0.add(clause.body) }
  }

  // MARK: -

  private func form(_ call: Call) -> String {
    let reshape = call.reshape.map { " | \(form($0))" } ?? ""
    let file = call.destination.map { " > \($0)" } ?? ""
    return "\(call.verb) \(call.service) \(form(call.path))\(form(call.items))\(reshape)\(file)"
  }

  private func form(_ expression: Expression) -> String {
    expression.compiled == nil ? "broken" : "`\(expression.source)`"
  }

  private func form(_ text: InterpolatedText) -> String {
    "<"
      + text.segments.map { segment in
        switch segment {
        case .literal(let text): text.replacing("\n", with: "⏎")
        case .expression(let expression): form(expression)
        }
      }.joined() + ">"
  }

  private func form(_ items: [Item]) -> String { items.map { " " + form($0) }.joined() }

  private func form(_ item: Item) -> String {
    let name = item.name?.text ?? ""
    switch item.kind {
    case .text(let text): return "\(name)=\(form(text))"
    case .value(let value): return "\(name):=\(form(value))"
    case .query(let text): return "\(name)==\(form(text))"
    case .header(let text): return "\(name):\(form(text))"
    case .body(let value): return form(value)
    case .bodyFile(let file): return "@\(file)"
    case .upload(let file): return "\(name)@\(file)"
    case .valueFile(let file): return "\(name):=@\(file)"
    }
  }

  private func form(_ target: MockTarget) -> String {
    switch target {
    case .step(let name): name.text
    case .route(let verb, let service, let path, _): "\(verb) \(service) \(path)"
    }
  }

  private func form(_ command: Command) -> String {
    switch command {
    case .load(let sources, let alias):
      return "load \(sources.map(\.text))" + (alias.map { " as \($0)" } ?? "")
    case .run(let run):
      let ends = [run.from.map { " from \($0)" }, run.until.map { " until \($0)" }]
      return "run \(run.names.map(\.text))\(form(run.items))\(ends.compactMap(\.self).joined())"
    case .mock(nil): return "mock"
    case .mock(let mock?):
      switch mock.answer {
      case .value(let value): return "mock \(form(mock.target)) => \(form(value))"
      case .fail(let error, let cause, let times):
        return
          "mock \(form(mock.target)) fail \(form(error)) \(cause.map(form) ?? "-") x \(times ?? 0)"
      }
    case .unmock(let target): return "unmock \(target.map(form) ?? "-")"
    case .table(let value): return "table \(form(value))"
    case .expect(let value): return "expect \(form(value))"
    case .set(let key, let value): return "set \(key?.text ?? "-") \(value?.text ?? "-")"
    case .reload(let name): return "reload \(name?.text ?? "-")"
    case .unload(let name): return "unload \(name)"
    case .routes(let name): return "routes \(name?.text ?? "-")"
    case .logs(let name, let follows): return "logs \(name)\(follows ? " -f" : "")"
    case .edit(let name): return "edit \(name?.text ?? "-")"
    case .help(let name): return "help \(name?.text ?? "-")"
    case .rerun(let cells): return "rerun \(cells?.text ?? "-")"
    case .open(let name): return "open \(name)"
    case .save(let name): return "save \(name?.text ?? "-")"
    case .export(let name): return "export \(name?.text ?? "-")"
    case .show(let name): return "show \(name?.text ?? "-")"
    case .why(nil): return "why -"
    case .why(.step(let name)?): return "why \(name)"
    case .why(.expression(let value)?): return "why \(form(value))"
    case .graph(let name): return "graph \(name?.text ?? "-")"
    case .drop(let name): return "drop \(name)"
    case .services: return "services"
    case .variables: return "vars"
    case .history: return "history"
    case .undo: return "undo"
    case .redo: return "redo"
    case .quit: return "quit"
    }
  }
}
