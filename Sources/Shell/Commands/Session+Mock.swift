import JSON
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// `mock TARGET => EXPR`, `mock TARGET fail ERROR [TEXT] [x N]`; `mock` alone lists.
  func mock(
    _ command: MockCommand?, _ statement: Statement, of source: CellSource
  ) throws(SessionFailure) {
    guard let command else { return listMocks() }
    var mock = Mock(
      target: try target(command.target, of: source), answer: .fail(error: "", cause: nil),
      source: String(source.slice(statement.range).drop { !$0.isWhitespace }.dropFirst()))
    switch command.answer {
    case .value(let expression):
      try requireKnownVariables(in: expression, of: source)
      mock.answer = .value(expression)
    case .fail(let error, let cause, let times):
      mock.answer = .fail(
        error: try text(of: error, of: source),
        cause: try cause.map { text throws(SessionFailure) in try self.text(of: text, of: source) })
      mock.remaining = times
    }
    mocks.add(mock)
    noteFollowUp(statement, of: source)
    workspace?.hasOwnMocks = true
  }

  /// `unmock [TARGET]`.
  func unmock(
    _ target: MockTarget?, _ statement: Statement, of source: CellSource
  ) throws(SessionFailure) {
    let wanted = try target.map { target throws(SessionFailure) in
      try self.target(target, of: source)
    }
    guard mocks.remove(wanted) else {
      throw .message(wanted.map { "`\($0)` has no mock" } ?? "there is no mock")
    }
    noteFollowUp(statement, of: source)
    if mocks.all.isEmpty { workspace?.hasOwnMocks = false }
  }

  // MARK: -

  /// Lists the mocks.
  private func listMocks() {
    let mocks = mocks.all
    guard !mocks.isEmpty else { return show(.passing("there is no mock")) }
    let lines = mocks.map { mock in
      mock.remaining == 0 ? "\(mock.source)  (used up)" : mock.source
    }
    print(.text(StyledText(lines.joined(separator: "\n"))))
  }

  /// What a mock is for; a step must be one of the open workflow or of a closed one.
  private func target(
    _ target: MockTarget, of source: CellSource
  ) throws(SessionFailure) -> Mock.Target {
    switch target {
    case .route(let verb, let service, let path, _):
      let route = Mock.Target.route(
        verb: verb.text.uppercased(), service: try knownService(service), path: path)
      try requireRoute(for: route)
      return route
    case .step(let name):
      let all = (workspace.map { [$0] } ?? []) + workflows
      if all.contains(where: { $0.hasCall(named: name.text) }) { return .step(name.text) }
      throw .message(
        "no step called `\(name)` calls a service",
        help: "name a step, or a route: `mock GET SERVICE/PATH => EXPR`")
    }
  }

  /// Refuses a mock that stands in for no route of its service.
  private func requireRoute(for target: Mock.Target) throws(SessionFailure) {
    guard case .route(let verb, let name, let path) = target,
      let routes = catalog.services[name]?.routes, !routes.isEmpty,
      !routes.contains(where: { target.canMean($0) })
    else { return }
    throw .message(
      "`\(name)` has no route `\(verb) \(path)`", help: "see `routes \(name)`")
  }

  /// The text of `text`, evaluated with what is known at the prompt.
  func text(
    of text: InterpolatedText, of source: CellSource
  ) throws(SessionFailure) -> String {
    var result = ""
    for segment in text.segments {
      switch segment {
      case .literal(let literal): result += literal
      case .expression(let expression):
        let value = try value(of: expression, of: source)
        result += value.stringValue ?? value.description
      }
    }
    return result
  }
}

extension WorkflowWorkspace {
  /// Whether a step of this name, at any depth, calls a service.
  func hasCall(named name: String) -> Bool {
    func search(_ steps: [Step]) -> Bool {
      steps.contains { step in
        if case .call = step.kind, step.name?.text == name { return true }
        return search(step.children)
      }
    }
    return search(declaration?.body ?? [])
  }
}
