import Foundation
import Testing

/// `cws serve` on the built program.
@Suite struct ServeTests {
  /// What curl prints of `url` with `arguments`, and behind it the status.
  static func curl(_ url: String, _ arguments: String = "") async throws -> String {
    try await Program.shell(
      "curl -s -m 30 -w ' %{http_code}' \(arguments) '\(url)'", in: Program.package
    ).output
  }

  @Test func `serves a bundled service until it is interrupted`() async throws {
    let folder = try Program.temporaryFolder()
    let server = try await RunningServer(["template", "--stage", "prod"], in: folder)
    #expect(server.address.hasPrefix("http://127.0.0.1:"))
    let page = try await Self.curl(server.address + "/")
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix(" 200"))
    let document = try await Self.curl(server.address + "/openapi.json")
    #expect(document.contains(#""/render""#))
    let refused = try await Self.curl(
      server.address + "/prod/render", #"-H 'Content-Type: application/json' -d '{}'"#)
    #expect(refused.contains("POST /render is not public") && refused.hasSuffix(" 403"))
    let missing = try await Self.curl(server.address + "/none")
    #expect(missing == #"{"message":"Missing Authentication Token"} 403"#)
    #expect(await server.interrupt() == 0)
    #expect(server.text.contains(/\d\d:\d\d:\d\d POST \/prod\/render 403 \d+ B in [0-9.]+ ms\n/))
    #expect(server.text.contains("there is no route GET /none; template has POST /render"))
  }

  @Test func `calls may come as those of the prompt, which need no authorizer`() async throws {
    let folder = try Program.temporaryFolder()
    let server = try await RunningServer(["template", "--caller", "iam", "--quiet"], in: folder)
    let rendered = try await Self.curl(
      server.address + "/render",
      #"--json '{"template": "Dear {{ name }}", "context": {"name": "Ada"}}'"#)
    #expect(rendered == "Dear Ada 200")
    #expect(await server.interrupt() == 0)
  }

  @Test func `a port that is taken ends it with an error`() async throws {
    let folder = try Program.temporaryFolder()
    let server = try await RunningServer(["template", "--quiet"], in: folder)
    let port = String(server.address.split(separator: ":").last ?? "")
    let second = try await Program.run(["serve", "template", "--port", port])
    #expect(second.status == 1)
    #expect(second.output.isEmpty)
    #expect(second.error.contains("port \(port) is in use"))
    #expect(second.error.contains("--port 0"))
    #expect(await server.interrupt() == 0)
  }

  @Test(
    arguments: [
      ([], "Missing expected argument '<services> ...'", 2),
      (["template", "--port", "70000"], "--port must be between 0 and 65535", 2),
      (["template", "--stage", "a b"], "a stage's name has letters, digits, - and _", 2),
      (["template", "--processes", "0"], "--processes must be at least 1", 2),
      (["nowhere.swift"], "there is no service and no file `nowhere.swift`", 1),
    ] as [([String], String, Int32)])
  func `refuses what it cannot serve`(
    _ arguments: [String], _ message: String, _ status: Int32
  ) async throws {
    let result = try await Program.run(["serve"] + arguments)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.status == status)
  }
}
