import Gateway
import NIOCore
import NIOHTTP1
import ServiceModel

extension ByteBuffer {
  /// Writes `answer` as HTTP has it.
  mutating func write(_ answer: GatewayAnswer, date: String, isHead: Bool, staysOpen: Bool) {
    writeStaticString("HTTP/1.1 ")
    writeString(String(answer.status))
    writeStaticString(" ")
    writeString(HTTPResponseStatus(statusCode: answer.status).reasonPhrase)
    writeStaticString("\r\nDate: ")
    writeString(date)
    for field in answer.headers.fields {
      writeStaticString("\r\n")
      writeString(field.name)
      writeStaticString(": ")
      writeString(field.value)
    }
    if answer.hasBody {
      writeStaticString("\r\nContent-Length: ")
      writeString(String(answer.body.count))
    }
    if !staysOpen { writeStaticString("\r\nConnection: close") }
    writeStaticString("\r\n\r\n")
    if answer.hasBody, !isHead { writeBytes(answer.body) }
  }
}

extension GatewayAnswer {
  /// Whether HTTP lets an answer of this status have a body.
  fileprivate var hasBody: Bool { status >= 200 && status != 204 && status != 304 }
}
