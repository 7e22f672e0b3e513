package import JSON

/// A service's answer.
package struct ServiceResponse: Equatable, Sendable {
  /// The HTTP status.
  package var status: Int

  /// The headers, but for the body's content type.
  package var headers: Headers

  /// What the answer carries.
  package var body: MessageBody

  /// Creates an answer.
  package init(status: Int = 200, headers: Headers = Headers(), body: MessageBody = .none) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Creates the answer that is `file`; one with a name is offered for saving under it.
  package init(status: Int = 200, headers: Headers = Headers(), file: File) {
    self.init(
      status: status, headers: headers, body: .bytes(file.bytes, type: file.contentType))
    if let name = file.name, headers["content-disposition"] == nil {
      self.headers["Content-Disposition"] = ContentDisposition.attachment(named: name)
    }
  }

  /// The body as one JSON value; nil if there is none.
  package var value: JSONValue? {
    guard case .bytes(let bytes, let type) = body else { return body.value }
    let name = ContentDisposition.fileName(in: headers["content-disposition"])
    return File(bytes, name: name, contentType: type).json
  }

  /// The answer to a workflow's call: the plain value; `null` if there is none.
  package var workflowAnswer: JSONValue { value ?? .null }

  /// What the answer is to a call of `kind`; an error is an answer too over HTTP.
  package func outcome(
    for kind: EventKind, format: ProxyFormat = .version1
  ) -> InvocationOutcome {
    if kind == .workflow, let error = ServiceError(self) {
      return .error(type: error.name, message: error.message)
    }
    return .answer(kind == .http ? httpAnswer(format) : workflowAnswer)
  }
}
