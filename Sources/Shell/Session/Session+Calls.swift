import Diagnostics
import JSON
import ServiceHost
import ServiceModel
import SessionLanguage
import StatesExecution
import WorkflowCompiler

extension Session {
  /// An unnamed call: its result is shown.
  func look(_ call: Call, of source: CellSource) async throws(SessionFailure) {
    _ = try await perform(call, of: source)
  }

  /// Calls a service, shows status, time and body, and notes the result.
  ///
  /// - Returns: The body; nil if there is none.
  func perform(_ call: Call, of source: CellSource) async throws(SessionFailure) -> JSONValue? {
    let resolved = try resolve(call, of: source)
    let payload = try payload(of: resolved, of: source)
    if let mock = mocks.answer({
      $0.matches(step: nil, service: resolved.service, payload: payload)
    }) {
      return try await perform(call, mockedBy: mock, payload: payload, of: source)
    }
    let event = resolved.isRequest ? try httpEvent(of: resolved, payload, source) : payload
    let invocation = await surroundings.services.invoke(
      resolved.service, payload: event, timeout: settings.timeout)
    provenance.formUnion(Provenance(of: [resolved.service]))
    let response = try response(of: invocation, to: resolved)
    let body = try report(response, after: invocation.duration, isRequest: resolved.isRequest)
    return try noted(body, of: call, source)
  }

  /// Shows and notes what a mock answers to a call.
  private func perform(
    _ call: Call, mockedBy mock: Mock.Answer, payload: JSONValue, of source: CellSource
  ) async throws(SessionFailure) -> JSONValue? {
    switch runner.outcome(of: mock, payload: payload) {
    case .answer(let body):
      show(.passing(StyledText("mocked", .faint)))
      return try noted(body, of: call, source)
    case .error(let type, let message):
      let text = message.isEmpty ? type : "\(type): \(message)"
      throw SessionFailure(output: .remark(StyledText("mocked · \(text)", .failure)), isKept: true)
    }
  }

  /// Shows and notes a body, reshaped if the call says so; one that is missing is `null` then, as
  /// it is in a workflow.
  private func noted(
    _ body: JSONValue?, of call: Call, _ source: CellSource
  ) throws(SessionFailure) -> JSONValue? {
    if let file = call.destination { return try written(body, to: file, of: source) }
    guard let reshape = call.reshape else { return noted(body) }
    let value = try optionalValue(of: reshape, input: body ?? .null, of: source)
    if value == nil { print(.remark(StyledText("undefined", .faint))) }
    return noted(value)
  }

  /// What `call` sends, or what is wrong with it.
  func resolve(_ call: Call, of source: CellSource) throws(SessionFailure) -> ResolvedCall {
    let lowering = CallLowering(catalog: catalog, files: try files(of: call, of: source))
    let resolved = lowering.lower(call)
    let diagnostics = DiagnosticSet(
      resolved.diagnostics.elements.map { $0.shifted(by: source.offset) })
    if diagnostics.containsError { throw .diagnostics(diagnostics, in: source.file) }
    if !diagnostics.isEmpty { show(.diagnostics(diagnostics, source.file)) }
    return resolved
  }

  /// The contents of the files that the items of `call` name.
  func files(
    of call: Call, of source: CellSource
  ) throws(SessionFailure) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in call.items.compactMap(\.file) {
      do throws(FileFailure) {
        contents[name.text] = try surroundings.files.readBytes(existingPath(name.text) ?? name.text)
      } catch {
        throw failure(Diagnostic(code: "file", error.message, at: name.range), of: source)
      }
    }
    return contents
  }

  // MARK: -

  /// Notes and shows a body.
  private func noted(_ body: JSONValue?) -> JSONValue? {
    guard let body else { return nil }
    note(body)
    print(FilePreview(body) == nil ? .value(body) : .file(body))
    return body
  }

  /// Notes a body, and writes it to a file: a file as its bytes, a text as it is, all else as JSON.
  private func written(
    _ body: JSONValue?, to file: Name, of source: CellSource
  ) throws(SessionFailure) -> JSONValue? {
    let body = body ?? .string("")
    let bytes =
      File(json: body)?.bytes ?? body.stringValue.map { Array($0.utf8) } ?? JSONWriter.utf8(body)
    do throws(FileFailure) {
      try surroundings.files.write(bytes, to: file.text)
    } catch {
      throw failure(Diagnostic(code: "file", error.message, at: file.range), of: source)
    }
    note(body)
    show(.passing("wrote \(file)  \(FilePreview.size(bytes.count))"))
    return body
  }

  /// The payload of a call, evaluated with what is known at the prompt.
  private func payload(
    of resolved: ResolvedCall, of source: CellSource
  ) throws(SessionFailure) -> JSONValue {
    var undefinedPart: Expression?
    for expression in resolved.expressions
    where try optionalValue(of: expression, of: source) == nil {
      undefinedPart = undefinedPart ?? expression
    }
    let evaluation: TemplateEvaluation
    do throws(DiagnosticSet) {
      evaluation = try TemplateEvaluation(resolved.payload, field: "the call")
    } catch {
      throw .diagnostics(error, in: source.file)
    }
    do throws(StateError) {
      return try evaluation.value(variables: bindings, environment: environment)
    } catch {
      if let undefinedPart { throw undefined(undefinedPart, of: source) }
      let message = error.decodedCause ?? error.error ?? "the call cannot be evaluated"
      throw failure(Diagnostic(code: "evaluation", message, at: resolved.call.range), of: source)
    }
  }

  /// The answer of a service, or why there is none.
  private func response(
    of result: CallResult, to resolved: ResolvedCall
  ) throws(SessionFailure) -> ServiceResponse {
    switch result.outcome {
    case .answer(let answer):
      if resolved.isRequest { return ServiceResponse(httpAnswer: answer) }
      return ServiceResponse(body: .json(answer))
    case .error(let type, let message):
      var failure = SessionFailure(
        output: .failure(StyledText("\(type): ", .strong) + StyledText(message), help: nil))
      failure.isKept = true
      throw failure
    }
  }

  /// Shows status and time, and keeps them as `$response`.
  ///
  /// - Returns: The body of a response that is no error.
  private func report(
    _ response: ServiceResponse, after duration: Duration, isRequest: Bool
  ) throws(SessionFailure) -> JSONValue? {
    let milliseconds = duration / .milliseconds(1)
    results.response = [
      "status": .integer(Int64(response.status)),
      "headers": .object(response.headers.fields.map { ($0.name, .string($0.value)) }),
      "ms": .number((milliseconds * 100).rounded() / 100),
    ]
    let time = StyledText(" · \(duration.shortText)", .measure)
    guard response.status >= 400 else {
      if isRequest { show(.passing(StyledText("\(response.status)", .success) + time)) }
      return response.value
    }
    throw Self.failure(of: response, time: time)
  }

  /// The failure of a call whose response is an error.
  private static func failure(of response: ServiceResponse, time: StyledText) -> SessionFailure {
    var text = StyledText("\(response.status)", .failure) + time
    if let error = ServiceError(response) {
      text.append(" · \(error.name)", .strong)
      text.append(": \(error.message)")
    }
    return SessionFailure(output: .remark(text), isKept: true)
  }
}

extension Duration {
  /// The duration for reading: milliseconds with one decimal, from ten seconds on whole seconds.
  var shortText: String {
    let milliseconds = self / .milliseconds(1)
    if milliseconds < 1_000 { return "\((milliseconds * 10).rounded() / 10) ms" }
    if milliseconds < 10_000 { return "\((milliseconds / 100).rounded() / 10) s" }
    return "\(Int((milliseconds / 1_000).rounded())) s"
  }
}

extension Item {
  /// The file whose content it sends.
  var file: Name? {
    switch kind {
    case .bodyFile(let name), .upload(let name), .valueFile(let name): name
    default: nil
    }
  }
}
