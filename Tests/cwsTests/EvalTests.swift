import Foundation
import Testing

/// `cws eval` by its arguments, input, output, errors and exit code.
@Suite struct EvalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var input = ""
    var output = ""
    var error = ""
    var status: Int32 = 0
    var testDescription: String { (["cws", "eval"] + arguments).joined(separator: " ") }
  }

  static let values: [Case] = [
    Case(arguments: ["1 + 1"], output: "2\n"),
    Case(
      arguments: ["a"], input: #"{"a": [1, {"b": null}]}"#,
      output: """
        [
          1,
          {
            "b": null
          }
        ]

        """),
    Case(arguments: ["-c", "$"], input: #"{ "b": 1.0, "a": [] }"#, output: "{\"b\":1,\"a\":[]}\n"),
    Case(arguments: ["$", "-"], input: "9223372036854775807\n", output: "9223372036854775807\n"),
    Case(arguments: ["a", "--raw"], input: #"{"a": "x\ny"}"#, output: "x\ny\n"),
    Case(arguments: ["-rc", "a"], input: #"{"a": [1, "x"]}"#, output: "[1,\"x\"]\n"),
    Case(arguments: ["a.b"], input: #"{"a": 1}"#),
    Case(arguments: ["$type($)"], input: "null", output: "\"null\"\n"),
    Case(arguments: ["$type($)"], input: " \n"),
    Case(arguments: ["$uppercase()"], input: #""abc""#, output: "\"ABC\"\n"),
    Case(
      arguments: ["$a & $b", "--bind", "a=1", "--bind", #"$b="x=y""#], output: "\"1x=y\"\n"),
    Case(arguments: ["-c", "[$sum, {'f': $sum, 'n': 1}]"], output: "[null,{\"n\":1}]\n"),
    Case(arguments: ["--", "-1 + 2"], output: "1\n"),
    Case(arguments: ["a ?: 1", "--dialect", "jsonata"], input: "{}", output: "1\n"),
    Case(arguments: ["$partition([1, 2, 3], 2)", "-c"], output: "[[1,2],[3]]\n"),
    Case(
      arguments: [
        "($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(1500))", "--dialect", "jsonata",
      ], output: "1500\n"),
  ]

  static let mistakes: [Case] = [
    Case(
      arguments: ["1 +"],
      error: """
        <expression>:1:4: error[S0207]: Unexpected end of expression
          1 +
             ^

        """, status: 1),
    Case(
      arguments: ["a.\n  $foo(1)"], input: #"{"a": 1}"#,
      error: """
        <expression>:2:7: error[T1006]: Attempted to invoke a non-function
            $foo(1)
                ^

        """, status: 1),
    Case(
      arguments: ["a ?? 1"],
      error: """
        <expression>:1:4: error[S0211]: The symbol "?" cannot be used as a unary operator
          a ?? 1
             ^
          help: Step Functions has no such expression; plain JSONata has: --dialect jsonata

        """, status: 1),
    Case(
      arguments: ["[1..1e6]"],
      error: """
        <expression>:1:3: error[D2015]: The maximum sequence length of 1000000 was exceeded.
          [1..1e6]
            ^^
          help: this is a limit of Step Functions; plain JSONata has none: --dialect jsonata

        """, status: 1),
    Case(
      arguments: ["$sum"],
      error: """
        <expression>:1:1: error[function-value]: this gives a function, not a value
          $sum
          ^^^^
          help: call it, or give its result a place in an object

        """, status: 1),
    Case(
      arguments: ["$a", "--bind", "a=Bob"],
      error: """
        --bind a:1:1: error[json-syntax]: expected a value
          Bob
          ^
          help: a text is JSON in double quotes: --bind 'a="Bob"'

        """, status: 2),
    Case(
      arguments: ["a"], input: "{\"a\": 1,\n \"b\": tru}",
      error: """
        <input>:2:7: error[json-syntax]: expected a value
           "b": tru}
                ^

        """, status: 2),
    Case(
      arguments: ["a", "no-such-file.json"],
      error: "error: cannot read no-such-file.json: there is no such file\n", status: 2),
    Case(
      arguments: ["a", "Sources"], error: "error: cannot read Sources: it is a folder\n", status: 2),
  ]

  @Test(arguments: values + mistakes)
  func `gives output, error and exit code`(_ example: Case) async throws {
    let result = try await Program.run(["eval"] + example.arguments, input: example.input)
    #expect(result.output == example.output)
    #expect(result.error == example.error)
    #expect(result.status == example.status)
  }

  @Test(arguments: [
    ["eval"], ["eval", "--batch", "1"], ["eval", "1", "--bind", "a"],
    ["eval", "1", "--bind", "=1"],
    ["eval", "1", "--dialect", "xpath"],
  ])
  func `refuses a wrong command with its usage`(_ arguments: [String]) async throws {
    let result = try await Program.run(arguments)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("Usage: cws eval <expr> [<file>]"))
    #expect(result.status == 2)
  }

  @Test func `reads input and variables from files, and names a file that is no JSON`() async throws
  {
    let folder = try Program.temporaryFolder()
    try Data(#"{"a": 7}"#.utf8).write(to: folder.appending(path: "good.json"))
    try Data("{\"a\":\n 7,}".utf8).write(to: folder.appending(path: "bad.json"))
    let good = try await Program.run(["eval", "a * 6", "good.json"], in: folder)
    #expect(good.output == "42\n")
    let bound = try await Program.run(["eval", "$x.a", "--bind", "x=@good.json"], in: folder)
    #expect(bound.output == "7\n")
    let bad = try await Program.run(["eval", "a", "bad.json"], in: folder)
    #expect(bad.error.hasPrefix("bad.json:2:4: error[json-syntax]: "))
    #expect(bad.status == 2)
  }

  @Test func `waits for no input on a terminal, and lays out for its width`() async throws {
    let command = #"sh -c '"$CWS" eval "{\"a\": [1..10], \"b\": \"x\"}"; sleep 60'"#
    try await Screen.open(command, width: 40, height: 20) { screen in
      try await screen.wait(for: #""b": "x""#)
      let lines = try await screen.contents().lines.prefix(4)
      #expect(lines == ["{", #"  "a": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],"#, #"  "b": "x""#, "}"])
    }
  }
}
