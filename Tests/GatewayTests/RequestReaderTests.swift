import Gateway
import ServiceModel
import Testing

/// What requests are read from bytes.
@Suite struct RequestReaderTests {
  /// What a reader makes of `text` in pieces of `size` bytes: method, target, headers and body of
  /// each request, and the error at the end.
  static func read(_ text: String, pieces size: Int, largestBody: Int = 100) -> [String] {
    var reader = RequestReader(sourceIP: "10.0.0.7", largestBody: largestBody)
    var rest = Array(text.utf8)[...]
    var found: [String] = []
    while !rest.isEmpty {
      reader.add(rest.prefix(size))
      rest = rest.dropFirst(size)
      do throws(RequestError) {
        while let next = try reader.next() {
          let request = next.request
          let headers = request.headers.fields.map { "\($0.name)=\($0.value)" }
          found.append(
            ([request.method, request.target] + headers + [next.staysOpen ? "open" : "close"])
              .joined(separator: " ") + " " + String(decoding: request.body, as: UTF8.self))
        }
      } catch {
        return found + ["\(error)"]
      }
    }
    return found
  }

  @Test(
    arguments: [
      ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET / Host=a open "]),
      ("GET /a?b=c HTTP/1.0\r\n\r\n", ["GET /a?b=c close "]),
      (
        "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
        ["GET / Connection=Keep-Alive open "]
      ),
      ("GET / HTTP/1.1\r\nConnection: a, close\r\n\r\n", ["GET / Connection=a, close close "]),
      ("GET / HTTP/1.1\r\nA:  b\t \r\nA:\r\n\r\n", ["GET / A=b A= open "]),
      ("\r\n\r\nGET / HTTP/1.1\r\n\r\n", ["GET / open "]),
      (
        "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /2 HTTP/1.1\r\n\r\n",
        ["POST / Content-Length=3 open abc", "GET /2 open "]
      ),
      ("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab", []),
      (
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n",
        ["POST / Transfer-Encoding=chunked open abc0123456789", "GET /2 open "]
      ),
      ("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", ["POST / Content-Length=0 open "]),
      ("GET /é HTTP/1.1\r\nX: é\r\n\r\n", ["GET /é X=é open "]),
    ], [1, 7, 10_000])
  func `requests come whole however their bytes arrive`(
    _ example: (text: String, expected: [String]), _ size: Int
  ) {
    #expect(Self.read(example.text, pieces: size) == example.expected)
  }

  @Test(
    arguments: [
      ("hello\r\n\r\n", "malformed"),
      ("GET /\r\n\r\n", "malformed"),
      ("GET / HTTP/2.0\r\n\r\n", "malformed"),
      ("GET / a HTTP/1.1\r\n\r\n", "malformed"),
      ("G@T / HTTP/1.1\r\n\r\n", "malformed"),
      ("GET / HTTP/1.1\r\nA : b\r\n\r\n", "malformed"),
      ("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", "malformed"),
      ("GET / HTTP/1.1\r\nA: b\nB: c\r\n\r\n", "malformed"),
      ("GET / HTTP/1.1\r\nA: b\u{0}\r\n\r\n", "malformed"),
      ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "malformed"),
      ("POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", "malformed"),
      ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "malformed"),
      (
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "malformed"
      ),
      ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "unknownEncoding"),
      ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "malformed"),
      ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", "malformed"),
      (
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
        "malformed"
      ),
      ("GET /" + String(repeating: "a", count: 70_000), "headTooLarge"),
    ], [1, 10_000])
  func `what is no request is an error`(
    _ example: (text: String, error: String), _ size: Int
  ) {
    #expect(Self.read(example.text, pieces: size) == [example.error])
  }

  @Test func `of a body over the limit only a byte more is kept`() {
    let body = String(repeating: "x", count: 500)
    let text = "POST / HTTP/1.1\r\nContent-Length: 500\r\n\r\n\(body)GET /2 HTTP/1.1\r\n\r\n"
    let kept = String(repeating: "x", count: 11)
    #expect(
      Self.read(text, pieces: 64, largestBody: 10)
        == ["POST / Content-Length=500 open \(kept)", "GET /2 open "])
  }

  @Test(arguments: [("3", true), ("101", false)])
  func `a client that asks may send its body, unless it is too large`(
    _ length: String, _ may: Bool
  ) throws {
    var reader = RequestReader(sourceIP: "", largestBody: 100)
    let head = "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: \(length)\r\n\r\n"
    reader.add(Array(head.utf8))
    let request = try reader.next()
    #expect(request?.request.target == nil)
    let wishes = [reader.takeWishForPermission(), reader.takeWishForPermission()]
    #expect(wishes == [may, false])
  }
}
