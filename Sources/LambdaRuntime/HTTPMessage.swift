/// The requests that a client of the runtime API sends, as bytes.
enum HTTPMessage {
  /// A request for the resource at `path`.
  static func get(_ path: String) -> [UInt8] {
    Array("GET \(path) HTTP/1.1\r\nHost: runtime\r\nUser-Agent: coworks\r\n\r\n".utf8)
  }

  /// A request that posts the JSON text `body` to `path`.
  static func post(_ path: String, errorType: String? = nil, body: [UInt8]) -> [UInt8] {
    var head = "POST \(path) HTTP/1.1\r\nHost: runtime\r\nUser-Agent: coworks\r\n"
    head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
    if let errorType {
      head += "Lambda-Runtime-Function-Error-Type: \(headerText(errorType))\r\n"
    }
    return Array((head + "\r\n").utf8) + body
  }

  /// `text` without what a header must not hold.
  private static func headerText(_ text: String) -> String {
    String(text.map { $0.isASCII && $0 >= " " ? $0 : "?" })
  }
}
