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

  /// The body as one JSON value; nil if there is none.
  package var value: JSONValue? { body.value }

  /// The answer to an HTTP call, as API Gateway takes it.
  package var httpAnswer: JSONValue {
    var headers = headers
    if let type = body.contentType, headers["content-type"] == nil {
      headers["Content-Type"] = type
    }
    let text = body.text
    return [
      "statusCode": .integer(Int64(status)), "headers": headers.members,
      "body": .string(text?.text ?? ""), "isBase64Encoded": .bool(text?.isBase64 ?? false),
    ]
  }

  /// The answer to a workflow's call: the plain value; `null` if there is none.
  package var workflowAnswer: JSONValue { value ?? .null }

  /// Reads the answer to an HTTP call; as API Gateway does, one without a status is a value.
  package init(httpAnswer answer: JSONValue) {
    guard let status = answer["statusCode"]?.intValue else {
      self.init(body: answer.isNull ? .none : .json(answer))
      return
    }
    let fields = answer["headers"]?.objectValue?.members ?? []
    var headers = Headers(fields.map { ($0.key, $0.value.scalarText) })
    let several = answer["multiValueHeaders"]?.objectValue?.members ?? []
    for (name, values) in several {
      for value in values.arrayValue ?? [] { headers.add(name, value.scalarText) }
    }
    self.init(
      status: status, headers: headers,
      body: Self.body(of: answer, type: headers["content-type"]))
  }

  /// The body of `answer`.
  private static func body(of answer: JSONValue, type: String?) -> MessageBody {
    switch answer["body"] {
    case nil, .null?: .none
    case .string(let text)?:
      MessageBody(
        text: text.text, isBase64: answer["isBase64Encoded"]?.boolValue ?? false, type: type)
    case let value?: .json(value)
    }
  }

  /// What the answer is to a call of `kind`; an error is an answer too over HTTP.
  package func outcome(for kind: EventKind) -> InvocationOutcome {
    if kind == .workflow, let error = ServiceError(self) {
      return .error(type: error.name, message: error.message)
    }
    return .answer(kind == .http ? httpAnswer : workflowAnswer)
  }
}
