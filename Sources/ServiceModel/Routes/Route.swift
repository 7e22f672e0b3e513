import JSON

/// One thing that a service can be asked: a method and a path with parameters.
package struct Route: Equatable, Sendable {
  /// What is asked of the path.
  package var method: HTTPMethod

  /// The path.
  package var path: PathTemplate

  /// The name that no other route of the service has.
  package var operationID: String

  /// What the route does.
  package var summary: String?

  /// The parameters in order; the members of the body's object are among them.
  package var parameters: [Parameter]

  /// What the whole body must be, where it is not an object of parameters.
  package var body: Schema?

  /// Whether a call must have a body, where `body` says what it is.
  package var requiresBody: Bool

  /// What the result is, if it is known.
  package var response: Schema?

  /// Whether anyone may call it.
  package var isPublic: Bool

  /// Creates a route.
  package init(
    _ method: HTTPMethod, _ path: PathTemplate, operationID: String? = nil, summary: String? = nil,
    parameters: [Parameter] = [], body: Schema? = nil, requiresBody: Bool = true,
    response: Schema? = nil, isPublic: Bool = false
  ) {
    self.method = method
    self.path = path
    self.operationID = operationID ?? "\(method.rawValue) \(path)"
    self.summary = summary
    self.parameters = parameters
    self.body = body
    self.requiresBody = requiresBody
    self.response = response
    self.isPublic = isPublic
  }

  /// The parameters written at `location`.
  package func parameters(in location: Parameter.Location) -> [Parameter] {
    parameters.filter { $0.location == location }
  }

  /// The parameter `name`, wherever it is written.
  package func parameter(_ name: String) -> Parameter? {
    parameters.first { haveEqualBytes($0.name, name) }
  }

  /// The route of the service named `service` as a reader calls it, such as
  /// `POST payments/charge(amount: integer, card: string)`.
  package func signature(of service: String) -> String {
    var items = parameters.filter { $0.location != .path }.map(\.signature)
    if let body { items.append("body: \(body.displayName)\(requiresBody ? "" : "?")") }
    let list = items.isEmpty ? "" : "(\(items.joined(separator: ", ")))"
    return "\(method.rawValue) \(service)\(path.segments.isEmpty ? "" : "\(path)")\(list)"
  }
}

extension Route: CustomStringConvertible {
  /// The method and the path.
  package var description: String { "\(method.rawValue) \(path)" }
}
