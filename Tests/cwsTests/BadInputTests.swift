import Foundation
import Testing

/// Scripts and session files that are wrong.
@Suite struct BadInputTests {
  @Test(arguments: [
    ("workflow a\nfor x in [1]\n  y = 1\n", "the input ends inside"),
    ("workflow a\n  b = 1\n", "the input ends inside"),
    (#"x = {"a": [1,"# + "\n", "the input ends inside"),
    ("\"open\n", "the input ends inside"),
    ("1 + 1 \\\n", "the input ends inside"),
  ])
  func `what is open at the end of a script is an error`(
    _ script: String, _ message: String
  ) async throws {
    let result = try await Program.run([], input: script)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.status == 1)
  }

  @Test func `a script goes on after an error, and ends with exit code 1`() async throws {
    let result = try await Program.run([], input: "foo\nGET a/b\nPUT\n$x\n1 + 1\n")
    #expect(result.output == "2\n")
    #expect(result.status == 1)
  }

  @Test func `bytes that are no UTF-8 are an error of their line`() async throws {
    let folder = try Program.temporaryFolder()
    let script = folder.appending(path: "script")
    try Data([0x22, 0xFF, 0xFE, 0x22, 0x0A] + Array("1 + 1\n".utf8)).write(to: script)
    let result = try await Program.shell("\"$CWS\" < script", in: folder)
    #expect(result.error.contains("UTF-8"), "\(result.error)")
    #expect(result.output == "2\n")
    #expect(result.status == 1)
  }

  @Test func `a very long line and deep brackets are no danger`() async throws {
    let long = "$length(\"\(String(repeating: "é", count: 500_000))\")\n"
    let deep = String(repeating: "[", count: 50_000) + "\n"
    let result = try await Program.run([], input: long + deep)
    #expect(result.output == "500000\n")
    #expect(result.status == 1)
  }

  @Test(arguments: [
    ("# Open\n\n```cws\n1 + 1\n", "a.md:3:1: error[unclosed-fence]"),
    ("```cws\nworkflow a\n  b = 1\n```\n\n```cws\n1 + 1\n```\n", "workflow"),
    ("```cws\n1 +\n```\n", "unexpected end"),
    ("```json output\n2\n```\n\n```cws\n$x\n```\n", "nothing has the name `$x`"),
  ])
  func `a broken session file gives an error and is never changed`(
    _ text: String, _ message: String
  ) async throws {
    let folder = try Program.temporaryFolder()
    let file = folder.appending(path: "a.md")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let run = try await Program.run(["run", "a.md"], in: folder)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.status == 1)
    let shell = try await Program.run([], input: "open a.md\n20 + 2\n", in: folder)
    #expect(shell.output == "22\n", "\(shell.error)")
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func `a file that is no text is not opened`() async throws {
    let folder = try Program.temporaryFolder()
    try Data([0xFF, 0x00, 0xFE]).write(to: folder.appending(path: "a.md"))
    let result = try await Program.run(["-c", "open a.md"], in: folder)
    #expect(result.error.contains("a.md"), "\(result.error)")
    #expect(result.status == 1)
  }
}
