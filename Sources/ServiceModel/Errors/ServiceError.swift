import JSON

/// An error of a service as its caller sees it.
package struct ServiceError: Error, Hashable, Sendable {
  /// The HTTP status.
  package var status: Int

  /// The name by which a workflow catches it.
  package var name: String

  /// What went wrong.
  package var message: String

  /// Creates an error; without a name it is named for its status, such as `Http.404`.
  package init(status: Int, name: String? = nil, _ message: String) {
    self.status = status
    self.name = name ?? "Http.\(status)"
    self.message = message
  }

  /// The error that `failure` is when the service of the type `service` throws it.
  package init(_ failure: any ServiceFailure, thrownBy service: String) {
    let name = failure.name
    self.init(
      status: (400...599).contains(failure.status) ? failure.status : 500,
      name: name.contains(".") ? name : "\(service).\(name)", failure.message)
  }

  /// The error that the answer `response` reports, if it does.
  package init?(_ response: ServiceResponse) {
    guard response.status >= 400 else { return nil }
    let body = response.value ?? .null
    self.init(
      status: response.status, name: body["error"]?.stringValue,
      body["message"]?.stringValue ?? body.stringValue ?? Self.words(for: response))
  }

  /// The answer that reports the error over HTTP.
  package var response: ServiceResponse {
    ServiceResponse(
      status: status,
      body: .json(["error": .string(name), "message": .string(message)]))
  }

  /// What can be said of an answer that says nothing of its error in our form.
  private static func words(for response: ServiceResponse) -> String {
    response.value.map(\.excerpt) ?? "the service answered with status \(response.status)"
  }
}
