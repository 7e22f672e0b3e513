import ServiceModel

extension ProxyAnswer {
  /// The answer as the client gets it.
  ///
  /// - Throws: That the body is not what the answer says.
  func answer(
    to exchange: Exchange, binaryMediaTypes: [String]
  ) throws(GatewayError) -> GatewayAnswer {
    var sent = Headers([])
    for field in headers.fields { Self.add(field, to: &sent) }
    if sent["content-type"] == nil { sent.add("Content-Type", "application/json") }
    sent.add("x-amzn-RequestId", exchange.identity.requestID)
    sent.add("x-amz-apigw-id", exchange.identity.extendedID)
    if sent["x-amzn-trace-id"] == nil { sent.add("X-Amzn-Trace-Id", exchange.identity.traceID) }
    return GatewayAnswer(
      status: status, headers: sent, body: try content(for: exchange, binaryMediaTypes))
  }

  /// The body's bytes: those of Base64 where the client accepts a binary media type.
  private func content(
    for exchange: Exchange, _ binaryMediaTypes: [String]
  ) throws(GatewayError) -> [UInt8] {
    guard isBase64, MediaType(exchange.request.headers["accept"] ?? "*/*").isAmong(binaryMediaTypes)
    else { return Array(body.utf8) }
    guard let bytes = Base64.decode(body) else { throw .badBase64 }
    return bytes
  }

  /// Adds a header of the function's, under the name that API Gateway lets it have.
  private static func add(_ field: Headers.Field, to headers: inout Headers) {
    if Headers.isSame(field.name, "Transfer-Encoding") { return }
    let isTaken = remapped.contains { Headers.isSame($0, field.name) }
    let name = isTaken ? "x-amzn-Remapped-" + field.name : field.name
    headers.add(name, clean(field.value))
  }

  /// `text` without line ends, which would begin another header.
  private static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The headers that API Gateway renames.
  private static let remapped = [
    "Connection", "Content-Length", "Date", "Server", "WWW-Authenticate",
  ]
}
