import Foundation
import JSON
import Testing

/// What the command line does with session files.
@Suite struct SessionFileTests {
  /// A session with prose, a service, a workflow and outputs.
  static let greeting = """
    # Greetings

    A letter to *somebody*.

    ```cws
    load template
    workflow greet
      input name=Ada
      text = POST template/render template="Dear {{ name }}" context:={"name": $input.name}
      return {"text": $text}
    end
    ```

    ```cws
    run greet name=Grace
    ```

    ```text output
    ✓ text
    { "text": "Dear ..." }
    ```

    The end.

    """

  /// A folder that holds `text` as `a.md`.
  private func folder(_ text: String = greeting) throws -> URL {
    let folder = try Program.temporaryFolder()
    try text.write(to: folder.appending(path: "a.md"), atomically: true, encoding: .utf8)
    return folder
  }

  @Test func `run prints the last value as JSON, and all else elsewhere`() async throws {
    let result = try await Program.run(["run", "a.md"], in: try folder())
    #expect(result.status == 0, "\(result.error)")
    #expect(try JSONReader.read(result.output) == ["text": "Dear Grace"])
    #expect(result.error.contains("template  POST /render  POST /check"))
  }

  @Test(arguments: [
    (#"{"name": "Alan"}"#, #""Dear Alan""#, 0),
    (#"{"name": 5}"#, #""Dear 5""#, 0),
    (#"{"name": "#, "", 2),
  ])
  func `run takes a workflow and its input`(
    _ input: String, _ text: String, _ status: Int32
  ) async throws {
    let result = try await Program.run(
      ["run", "a.md", "--workflow", "greet", "--input", input], in: try folder())
    #expect(result.output.contains(text) || status != 0, "\(result.output)\(result.error)")
    #expect(result.output.isEmpty == (status != 0))
    #expect(result.status == status, "\(result.error)")
  }

  @Test func `run of an unknown workflow names the nearest`() async throws {
    let result = try await Program.run(["run", "a.md", "--workflow", "gret"], in: try folder())
    #expect(result.error.contains("`greet`"), "\(result.error)")
    #expect(result.status == 1)
  }

  @Test func `check passes what is as the file says`() async throws {
    let folder = try folder()
    let result = try await Program.run(["check", "a.md"], in: folder)
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("2 of 2 cells"), "\(result.output)")
  }

  @Test func `check shows what differs, and writes JUnit's report`() async throws {
    let folder = try folder(Self.greeting.replacing("Dear ...", with: "Hello ..."))
    try Self.greeting.write(
      to: folder.appending(path: "b.md"), atomically: true, encoding: .utf8)
    let result = try await Program.run(
      ["check", "a.md", "b.md", "--junit", "report.xml"], in: folder)
    #expect(result.status == 1)
    #expect(result.output.contains(#"- { "text": "Hello ..." }"#), "\(result.output)")
    #expect(result.output.contains(#"+ { "text": "Dear Grace" }"#), "\(result.output)")
    #expect(result.output.contains("a.md:15: cell 2"), "\(result.output)")
    let report = try String(contentsOf: folder.appending(path: "report.xml"), encoding: .utf8)
    #expect(report.contains(#"tests="2" failures="1""#), "\(report)")
    #expect(report.contains(#"tests="2" failures="0""#), "\(report)")
  }

  @Test func `check fails where an expectation is not met, whatever the file says`() async throws {
    let text = """
      ```cws
      x = 1
      expect $x = 2
      ```

      ```text output
      1
      error: expected true, but `$x = 2` gives false
      ```

      """
    let result = try await Program.run(["check", "a.md"], in: try folder(text))
    #expect(result.status == 1)
    #expect(result.output.contains("`$x = 2` gives false"), "\(result.output)")
  }

  @Test func `opening runs nothing, and saving without a change keeps every byte`() async throws {
    let folder = try folder()
    let result = try await Program.run(["a.md"], input: "history\nsave\n", in: folder)
    #expect(result.status == 0, "\(result.error)")
    #expect(!result.error.contains("POST /render"))
    #expect(result.output.contains("run greet name=Grace"), "\(result.output)")
    let text = try String(contentsOf: folder.appending(path: "a.md"), encoding: .utf8)
    #expect(text == Self.greeting)
  }

  @Test func `saving what was run twice gives the same bytes`() async throws {
    let folder = try folder()
    var saved: [String] = []
    for _ in 1...2 {
      let result = try await Program.run(["a.md"], input: "rerun all\nsave\n", in: folder)
      #expect(result.status == 0, "\(result.error)")
      saved.append(try String(contentsOf: folder.appending(path: "a.md"), encoding: .utf8))
    }
    #expect(saved[0] == saved[1])
    #expect(saved[0].hasPrefix("# Greetings\n\nA letter to *somebody*.\n\n```cws\nload template\n"))
    #expect(saved[0].hasSuffix("\n\nThe end.\n"))
    let check = try await Program.run(["check", "a.md"], in: folder)
    #expect(check.status == 0, "\(check.output)")
  }

  /// The sessions that come with the project.
  static let sessions: [String] = {
    let folder = Program.package.appending(path: "sessions").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.map { "sessions/\($0)" }.sorted()
  }()

  @Test(arguments: sessions)
  func `the project's own sessions are as they say`(_ session: String) async throws {
    try await Program.prepareServices()
    let check = try await Program.run(["check", session])
    #expect(check.status == 0, "\(check.output)\(check.error)")
    let run = try await Program.run(["run", session])
    #expect(run.status == 0, "\(run.error)")
    #expect(throws: Never.self) { try JSONReader.read(run.output) }
  }
}
