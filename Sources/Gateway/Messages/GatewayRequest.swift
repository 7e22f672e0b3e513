package import ServiceModel

/// A request of an HTTP client, as it came.
package struct GatewayRequest: Sendable {
  /// The method, as it is written.
  package var method: String

  /// The path and the query, as they are written.
  package var target: String

  /// The headers.
  package var headers: Headers

  /// The body.
  package var body: [UInt8]

  /// The address of the client.
  package var sourceIP: String

  /// Creates a request.
  package init(
    _ method: String, _ target: String, headers: Headers = Headers([]), body: [UInt8] = [],
    sourceIP: String = "127.0.0.1"
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.sourceIP = sourceIP
  }
}
