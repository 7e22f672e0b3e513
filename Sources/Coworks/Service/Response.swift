import JSON
import ServiceModel

/// An answer with a status and headers of its own.
///
///     @Entry func postCustomers(name: String) -> Response<Customer> {
///       Response(add(name), status: 201)
///     }
public struct Response<Content: Encodable> {
  /// What the answer carries.
  public var content: Content

  /// The HTTP status.
  public var status: Int

  /// The headers by name.
  public var headers: [String: String]

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - content: What the answer carries: JSON, plain text if it is a `String`, or the bytes of a `File`.
  ///   - status: The HTTP status.
  ///   - headers: The headers by name.
  public init(_ content: Content, status: Int = 200, headers: [String: String] = [:]) {
    self.content = content
    self.status = status
    self.headers = headers
  }
}

extension Response: Sendable where Content: Sendable {}

extension ServiceResponse {
  /// The answer that carries `value`.
  init(encoding value: some Encodable) throws {
    try self.init(Response(value))
  }

  /// The answer of a method.
  init<Content>(_ response: Response<Content>) throws {
    var headers = Headers(response.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    let type = headers["content-type"]
    if let file = response.content as? File {
      headers["content-type"] = nil
      var file = file
      if let type { file.contentType = type }
      self.init(status: response.status, headers: headers, file: file)
    } else if let text = response.content as? String {
      headers["content-type"] = nil
      let body = MessageBody.text(text, type: type ?? "text/plain; charset=utf-8")
      self.init(status: response.status, headers: headers, body: body)
    } else {
      let value = try JSONValueEncoder.encode(response.content)
      self.init(status: response.status, headers: headers, body: .json(value))
    }
  }
}
