import Foundation
import Testing

/// `cws benchmark services` with small numbers.
@Suite struct ServicesBenchmarkTests {
  /// Numbers with which everything is quick.
  static let sizes = [
    "--connections", "4", "--seconds", "0.2", "--rounds", "1", "--calls", "5",
  ]

  /// A stand-in for a Python that has the other frameworks: it answers as they do.
  static let python = #"""
    #!/usr/bin/env python3
    import http.server, sys
    body = b'{"sku":"A-1","quantity":3}' if sys.argv[1] == "-c" else b'{"quantity":3,"sku":"A-1"}\n'
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def log_message(self, *arguments): pass
    port = next(int(argument) for argument in sys.argv if argument.isdigit())
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
    """#

  @Test func `prints starts, calls, and a row for each server`() async throws {
    try await Program.prepareServices()
    let folder = try Program.temporaryFolder()
    try Data(Self.python.utf8).write(to: folder.appending(path: "python"))
    #expect(try await Program.shell("chmod +x python", in: folder).status == 0)
    let result = try await Program.run(
      ["benchmark", "services", "--python", folder.appending(path: "python").path] + Self.sizes)
    #expect(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 7, "\(result.output)\(result.error)")
    #expect(
      lines[0].contains(#/^from the source to the first answer, compiled: median [0-9.]+ m?s/#))
    #expect(lines[1].contains(#/^from the source to the first answer, from the cache: median /#))
    #expect(lines[2].contains(#/^a call at the prompt: median [0-9.]+ .?s, p99 [0-9.]+ .?s$/#))
    #expect(lines[3].contains(#/^HTTP, 4 connections +requests/s +median +p99$/#))
    #expect(lines[4].contains(#/^cws serve +\d+( +[0-9.]+ .?s){2}$/#))
    for (line, name) in zip(lines[5...], ["chalice local", "CoWorks (Python)"]) {
      #expect(line.hasPrefix(name))
      #expect(line.contains(#/ +\d+( +[0-9.]+ .?s){2}   cws serve answers [0-9.]+ times as many$/#))
    }
  }

  @Test func `says which server is missing`() async throws {
    try await Program.prepareServices()
    let result = try await Program.run(["benchmark", "services"] + Self.sizes)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("chalice local: not measured: name a Python that has it"))
    #expect(result.output.contains("CoWorks (Python): not measured: name a Python that has it"))
  }

  @Test func `refuses numbers that are too small`() async throws {
    let result = try await Program.run(["benchmark", "services", "--rounds", "0"])
    #expect(result.error.contains("--rounds must be at least 1"))
    #expect(result.status == 2)
  }
}
