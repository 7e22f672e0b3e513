import JSON

/// Who calls a service, which decides the form of event and answer.
package enum EventKind: Hashable, Sendable {
  /// An HTTP call: API Gateway's proxy event and its answer with status, headers and a text body.
  case http

  /// A state machine: the same event with plain JSON in it; plain JSON or a function error back.
  case workflow

  /// Finds out who sends `event`.
  init(of event: JSONValue) {
    self =
      ServiceRequest.Caller(requestContext: event["requestContext"]) == .workflow
      ? .workflow : .http
  }
}

/// The version of API Gateway's proxy format in which an HTTP call comes and is answered.
///
/// See [Lambda proxy integrations for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
package enum ProxyFormat: Hashable, Sendable {
  /// That of REST APIs, which HTTP APIs also know.
  case version1

  /// That of HTTP APIs and function URLs.
  case version2

  /// Finds out the format of `event`.
  init(of event: JSONValue) {
    self = event["requestContext"]?["http"] == nil ? .version1 : .version2
  }
}
