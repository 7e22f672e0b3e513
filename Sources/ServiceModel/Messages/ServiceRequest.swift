package import JSON

/// A call of a service.
package struct ServiceRequest: Equatable, Sendable {
  /// A value in the query string.
  package struct QueryItem: Equatable, Sendable {
    /// The name.
    package var name: String

    /// The value: a text over HTTP, any JSON in a workflow.
    package var value: JSONValue

    /// Creates a value in the query string.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Who calls.
  package var caller: Caller

  /// What is asked of the path.
  package var method: HTTPMethod

  /// The path; empty if the call gives a resource and its parameters instead.
  package var path: String

  /// The route's path with its parameters, if the caller knows it.
  package var resource: String?

  /// The values of the resource's parameters.
  package var pathParameters: [QueryItem]

  /// The query in order; a repeated name is a list.
  package var query: [QueryItem]

  /// The headers.
  package var headers: Headers

  /// What the request carries.
  package var body: MessageBody

  /// The IP address of the HTTP client, if it is known.
  package var sourceIP: String?

  /// The stage of the API, such as `prod`, if the call came through one.
  package var stage: String?

  /// The format in which an HTTP call is answered.
  package var format = ProxyFormat.version1

  /// Creates a call.
  package init(
    _ method: HTTPMethod, _ path: String, resource: String? = nil,
    pathParameters: [QueryItem] = [], query: [QueryItem] = [], headers: Headers = Headers(),
    body: MessageBody = .none, caller: Caller = .anonymous, sourceIP: String? = nil,
    stage: String? = nil
  ) {
    self.caller = caller
    self.sourceIP = sourceIP
    self.stage = stage
    self.method = method
    self.path = path
    self.resource = resource
    self.pathParameters = pathParameters
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The kind of the caller.
  package var kind: EventKind { caller == .workflow ? .workflow : .http }

  /// The path, made of the resource and its parameters where the call gives no other.
  package var effectivePath: String {
    guard path.isEmpty, let resource else { return path }
    var values: [String: String] = [:]
    for item in pathParameters { values[item.name] = item.value.scalarText }
    return PathTemplate(resource).path(with: values) ?? resource
  }
}

extension JSONValue {
  /// The text of a scalar in a path or query; that of lists and objects is JSON.
  package var scalarText: String { stringValue ?? description }
}
