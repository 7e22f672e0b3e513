import Foundation

/// Services that do what services should not, as files that the program loads.
enum BadServices {
  /// The path of the service `name`.
  static func file(_ name: String) -> String { folder.appending(path: "\(name).swift").path }

  /// A folder with all of them, the same in each run so that each is compiled once.
  static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cws-bad-services")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, source) in sources {
      let file = folder.appending(path: "\(name).swift")
      try? source.write(to: file, atomically: true, encoding: .utf8)
    }
    return folder
  }()

  /// The services by name.
  private static let sources = [
    "broken": service("Broken", #"@Entry func getOne() -> Int { "one" }"#),
    "starts": service("Starts", #"init() { fatalError("no way in") }"#),
    "crash": service("Crash", #"@Entry func getBoom() -> Int { fatalError("no way out") }"#),
    "slow": service(
      "Slow",
      """
      @Entry func getNever() async throws -> Int {
          try await Task.sleep(for: .seconds(3_600))
          return 1
        }
        @Entry func getBusy() -> Int {
          var sum = 0
          while true { sum = sum &+ 1 }
        }
      """),
    "big": service(
      "Big",
      "@Entry func getText(_ size: Int) -> String { String(repeating: \"a\", count: size) }"),
    "garbage": garbage,
  ]

  /// A service with a route that is fine and `members`.
  private static func service(_ name: String, _ members: String) -> String {
    """
    import Coworks

    @main @TechMicroService
    struct \(name) {
      @Entry func getFine() -> Int { 1 }
      \(members)
    }

    """
  }

  /// A program that speaks the Lambda Runtime API by itself, and answers what is no JSON, or JSON
  /// that is no answer of a service.
  private static let garbage = ##"""
    import Glibc

    @main struct Garbage {
      static func main() {
        if getenv("CWS_DESCRIBE") != nil { return print(openAPI) }
        guard let address = getenv("AWS_LAMBDA_RUNTIME_API") else { exit(1) }
        let port = UInt16(String(cString: address).split(separator: ":")[1]) ?? 0
        while true {
          let event = exchange("GET /2018-06-01/runtime/invocation/next", "", port)
          let lines = event.split(whereSeparator: \.isNewline)
          let key = "lambda-runtime-aws-request-id: "
          guard let id = lines.first(where: { $0.lowercased().hasPrefix(key) }) else { exit(2) }
          let answer = event.contains("/shape") ? "[1, 2]" : "<html>no</html>"
          let path = "/2018-06-01/runtime/invocation/\(id.dropFirst(key.count))/response"
          _ = exchange("POST \(path)", answer, port)
        }
      }

      static func exchange(_ start: String, _ body: String, _ port: UInt16) -> String {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(server, $0, size) }
        }
        guard status == 0 else { exit(3) }
        let head = "\(start) HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n"
        let request = Array((head + "Connection: close\r\n\r\n" + body).utf8)
        _ = send(server, request, request.count, 0)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
          let count = recv(server, &buffer, buffer.count, 0)
          guard count > 0 else { break }
          answer += buffer[..<count]
        }
        close(server)
        return String(decoding: answer, as: UTF8.self)
      }

      static let openAPI = #"""
        {"openapi": "3.1.0", "info": {"title": "garbage", "version": "1"}, "paths": {
          "/text": {"get": {"operationId": "t", "responses": {"200": {"description": "a"}}}},
          "/shape": {"get": {"operationId": "s", "responses": {"200": {"description": "b"}}}}}}
        """#
    }

    """##
}
