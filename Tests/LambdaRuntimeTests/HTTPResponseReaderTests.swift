import ServiceModel
import Testing

@testable import LambdaRuntime

struct HTTPResponseReaderTests {
  /// What is read of `text` that arrives in pieces of `size` bytes.
  private func read(_ text: String, inPiecesOf size: Int) throws -> HTTPResponse {
    var rest = Array(text.utf8)[...]
    var reader = HTTPResponseReader {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    return try reader.read()
  }

  @Test(arguments: [1, 3, 1000])
  func `A content of known length is read, however it is cut`(size: Int) throws {
    let text =
      "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: a:b\r\ncontent-length:5\r\n\r\nhello"
    let response = try read(text, inPiecesOf: size)
    #expect(response.status == 200)
    #expect(response.headers["lambda-runtime-aws-request-id"] == "a:b")
    #expect(response.body == Array("hello".utf8))
  }

  @Test(arguments: [1, 4, 1000])
  func `A content in chunks is read, however it is cut`(size: Int) throws {
    let text =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "5\r\nhello\r\n1;x=y\r\n!\r\n0\r\n\r\n"
    #expect(try read(text, inPiecesOf: size).body == Array("hello!".utf8))
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"])
  func `An answer that is cut short means that the other side has gone`(text: String) {
    #expect(throws: RuntimeError.closed) { try read(text, inPiecesOf: 7) }
  }

  @Test(arguments: ["garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"])
  func `What is no HTTP is an error`(text: String) {
    #expect(throws: RuntimeError.self) { try read(text, inPiecesOf: 7) }
  }
}
