package import ServiceModel

/// An answer to an HTTP client.
package struct GatewayAnswer: Equatable, Sendable {
  /// The status.
  package var status: Int

  /// The headers, but for those of the connection.
  package var headers: Headers

  /// The body.
  package var body: [UInt8]

  /// What the one who runs the gateway should know, as lines of a log.
  package var note: String?

  /// Creates an answer.
  package init(
    status: Int = 200, headers: Headers = Headers([]), body: [UInt8] = [], note: String? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.note = note
  }
}
