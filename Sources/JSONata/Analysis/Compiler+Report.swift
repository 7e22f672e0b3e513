import JSON

extension Compiler {
  /// `code`, which gives the value of `node`, with its values noted if they are reported.
  func watched(_ code: @escaping Code, _ node: Node) -> Code {
    guard let outline else { return code }
    let identity = node
    var code = code
    if let part = outline.inputs[identity] {
      let inner = code
      code = { run, frame, input throws(JSONataError) in
        run.recorder?.collect(item: input, part)
        return try inner(run, frame, input)
      }
    }
    guard let part = outline.values[identity] else { return code }
    return Self.watched(code, as: part)
  }

  /// `code`, which gives the value of `node` before its predicates, with its values noted if they
  /// are reported.
  func watchedBase(_ code: @escaping Code, _ node: Node) -> Code {
    guard let part = outline?.bases[node] else { return code }
    return Self.watched(code, as: part)
  }

  /// `code` with its values noted as those of `part`.
  private static func watched(_ code: @escaping Code, as part: Int) -> Code {
    { run, frame, input throws(JSONataError) in
      do throws(JSONataError) {
        let value = try code(run, frame, input)
        if run.hasTailCall {
          run.recorder?.leaveCall(of: part)
        } else {
          run.recorder?.note(value, part)
        }
        return value
      } catch {
        run.recorder?.fail(part)
        throw error
      }
    }
  }

  // MARK: - Predicates

  /// Compiles the predicates of `node`, which is no step, one by one.
  func watchedFilters(
    _ code: @escaping Code, of node: Node, _ outline: ReportOutline, _ context: Context
  ) -> Code {
    let parts = outline.stages[node] ?? []
    var code = code
    for (index, stage) in (node.predicates ?? []).enumerated() {
      code = filtered(code, [stage], context)
      if parts.indices.contains(index), let part = parts[index] {
        code = Self.watched(code, as: part)
      }
    }
    return code
  }

  // MARK: - Paths

  /// `code`, which gives the value of the path `node`, with the values of its beginnings noted.
  func watchedPath(_ code: @escaping Code, _ node: Node, _ outline: ReportOutline) -> Code {
    guard let parts = outline.beginnings[node], !parts.isEmpty else {
      return code
    }
    return { run, frame, input throws(JSONataError) in
      run.recorder?.enterPath(parts)
      defer { run.recorder?.leavePath() }
      return try code(run, frame, input)
    }
  }

  /// `step`, the step `node` without tuples, with what it gives noted before and after each
  /// predicate.
  func watchedStep(_ step: Path.Step, _ node: Node, _ outline: ReportOutline) -> Path.Step {
    let code: Code
    switch step.kind {
    case .sort, .descendants: return step
    case .fields(let chain):
      let field = chain.fields[0]
      code = watched({ _, _, input in field.read(from: input) }, node)
    case .code(let inner): code = inner
    }
    if step.isCons { return step }
    return Path.Step(
      kind: .code(watchedStep(code, node, step.filters, outline)), filters: [], isCons: false)
  }

  /// What a step and its predicates do for one item.
  private func watchedStep(
    _ code: @escaping Code, _ node: Node, _ filters: [Filter], _ outline: ReportOutline
  ) -> Code {
    let identity = node
    let output = outline.outputs[identity]
    let stages = outline.stages[identity] ?? []
    return { run, frame, input throws(JSONataError) in
      if let output { run.recorder?.start(output) }
      var value = try code(run, frame, input)
      if let output { run.recorder?.collect(value, output) }
      for (index, filter) in filters.enumerated() {
        let part = stages.indices.contains(index) ? stages[index] : nil
        if let part { run.recorder?.start(part) }
        value = try filter.run(run, frame, value)
        if let part { run.recorder?.collect(value, part) }
      }
      return value
    }
  }
}
