import JSON
import NIOCore

/// Puts replies of the Lambda Runtime API into the bytes of HTTP.
struct RuntimeAPIReply {
  /// What is said.
  var reply: RuntimeReply

  /// The time since 1970.
  var now: Duration

  /// The name of the function as a resource of AWS.
  var functionARN: String

  /// Whether the connection stays open behind it.
  var staysOpen = true

  /// Adds the reply to `buffer`.
  func write(to buffer: inout ByteBuffer) {
    switch reply {
    case .call(let call):
      buffer.writeStaticString("HTTP/1.1 200 OK\r\n")
      writeHeaders(of: call, to: &buffer)
      writeBody(call.payload, to: &buffer)
    case .accepted:
      buffer.writeStaticString("HTTP/1.1 202 Accepted\r\n")
      writeBody(#"{"status":"OK"}"#.utf8, to: &buffer)
    case .refused(let status, let type, let message):
      let body: JSONValue = ["errorMessage": .string(message), "errorType": .string(type)]
      buffer.writeString("HTTP/1.1 \(status) \(type)\r\n")
      writeBody(JSONWriter.utf8(body), to: &buffer)
    }
  }

  // MARK: -

  /// Adds what a process is told of `call` besides its payload.
  private func writeHeaders(of call: Call, to buffer: inout ByteBuffer) {
    buffer.writeStaticString("Lambda-Runtime-Aws-Request-Id: ")
    buffer.writeID(call.id)
    buffer.writeStaticString("\r\nLambda-Runtime-Deadline-Ms: ")
    buffer.writeString(String((now + call.timeout).milliseconds))
    buffer.writeStaticString("\r\nLambda-Runtime-Invoked-Function-Arn: ")
    buffer.writeString(functionARN)
    buffer.writeStaticString("\r\nLambda-Runtime-Trace-Id: Root=1-")
    buffer.writeHexadecimal(UInt64(max(0, now.components.seconds)), digits: 8)
    buffer.writeStaticString("-")
    buffer.writeHexadecimal(call.id.high, digits: 8)
    buffer.writeHexadecimal(call.id.low, digits: 16)
    buffer.writeStaticString(";Sampled=0\r\n")
  }

  /// Adds the end of the head, and `body`.
  private func writeBody(_ body: some Collection<UInt8>, to buffer: inout ByteBuffer) {
    if !staysOpen { buffer.writeStaticString("Connection: close\r\n") }
    buffer.writeStaticString("Content-Type: application/json\r\nContent-Length: ")
    buffer.writeString(String(body.count))
    buffer.writeStaticString("\r\n\r\n")
    buffer.writeBytes(body)
  }
}

extension ByteBuffer {
  /// Adds the text of `id`.
  fileprivate mutating func writeID(_ id: CallID) {
    writeWithUnsafeMutableBytes(minimumWritableBytes: CallID.textCount) { bytes in
      id.write(to: bytes)
      return CallID.textCount
    }
  }

  /// Adds the last so many hexadecimal digits of `number`.
  fileprivate mutating func writeHexadecimal(_ number: UInt64, digits: Int) {
    for digit in (0..<digits).reversed() {
      writeInteger(CallID.digit(number >> (UInt64(digit) * 4) & 15))
    }
  }
}

extension Duration {
  /// The whole milliseconds.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
