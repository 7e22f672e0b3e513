import Testing

/// The command line by its arguments, input, output, errors and exit code.
@Suite struct CommandLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var input = ""
    var output: String
    var error = ""
    var status: Int32 = 0
    var testDescription: String { (["cws"] + arguments).joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case(arguments: ["-c", "1 + 1"], output: "2\n"),
    Case(arguments: ["-c", #"{"a": [1, 2]}.a[0]"#], output: "1\n"),
    Case(arguments: [], input: "x = 20\n$x * 2 + 2\n", output: "20\n42\n"),
    Case(
      arguments: ["-c", "lod template"], output: "",
      error: "load", status: 1),
    Case(arguments: ["-c", "GET nothing/here"], output: "", error: "nothing", status: 1),
    Case(arguments: ["--nonsense"], output: "", error: "Unknown option '--nonsense'", status: 2),
    Case(arguments: ["run"], output: "", error: "Missing expected argument '<file>'", status: 2),
    Case(
      arguments: ["run", "no-such-file.md"], output: "", error: "there is no such file",
      status: 1),
    Case(
      arguments: ["export", "x.md", "-o", "y", "--format", "word"], output: "",
      error: "there is no format `word`", status: 2),
    Case(
      arguments: [], input: "workflow a\nif true\n", output: "", error: "the input ends inside",
      status: 1),
    Case(arguments: ["-c", "set timeout never"], output: "", error: "DURATION", status: 1),
  ]

  @Test(arguments: cases)
  func `gives output, error and exit code`(_ example: Case) async throws {
    let result = try await Program.run(example.arguments, input: example.input)
    #expect(result.output == example.output)
    #expect(result.error.contains(example.error), "\(result.error)")
    #expect(result.status == example.status)
  }

  @Test func `a bundled service answers without a compiler`() async throws {
    let result = try await Program.run(
      [],
      input: """
        load template
        POST template/render template="Dear {{ name }}," context:={"name": "Ada"}
        """)
    #expect(result.output == "template  POST /render  POST /check\n\"Dear Ada,\"\n")
    #expect(result.status == 0)
  }

  @Test func `NO_COLOR and a pipe have no escapes`() async throws {
    let result = try await Program.run(["-c", "help"])
    #expect(!result.output.contains("\u{1B}"))
  }
}
