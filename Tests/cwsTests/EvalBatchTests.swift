import Foundation
import JSON
import Testing

/// `cws eval --batch`: one line is answered by one line.
@Suite struct EvalBatchTests {
  static let conformance = SharedData.folder("conformance/jsonata")

  @Test(.enabled(if: conformance != nil, "needs shared/conformance/jsonata above the package"))
  func `answers every case of the conformance data as is expected`() async throws {
    let cases = try JSONataCase.all(in: try #require(Self.conformance))
    #expect(cases.count > 1_700)
    let answers = try await answers(to: cases.map { JSONWriter.compact($0.request) })
    for (example, answer) in zip(cases, answers) where !example.accepts(answer) {
      Issue.record(
        """
        \(example.name): \(JSONWriter.compact(example.request["expr"] ?? nil).prefix(300))
          expected \(JSONWriter.compact(example.expected).prefix(300))
          found    \(JSONWriter.compact(answer).prefix(300))
        """)
    }
    let unanswered = cases.dropFirst(answers.count).first?.name
    #expect(unanswered == nil, "the program ended at \(unanswered ?? "")")
  }

  static let lines: [(request: String, answer: String)] = [
    (#"{"expr": "a + 1", "data": {"a": 1}}"#, #"{"result":2}"#),
    (#"{"expr": "$type($)"}"#, #"{"undefined":true}"#),
    (#"{"expr": "$type($)", "data": null}"#, #"{"result":"null"}"#),
    (#"{"expr": "$x.y", "bindings": {"x": {"y": [1]}}}"#, #"{"result":[1]}"#),
    (#"{"expr": "a ?: 1", "data": {}, "dialect": "jsonata"}"#, #"{"result":1}"#),
    (
      #"{"expr": "a + 1", "data": {"a": "é"}, "dialect": "jsonata"}"#,
      """
      {"error":{"code":"T2001","message":"The left side of the \\"+\\" operator must evaluate to a \
      number","position":3,"token":"+"}}
      """
    ),
    (
      #"{"expr": "$", "data": [9223372036854775807, 9223372036854775808, 1.0]}"#,
      #"{"result":[9223372036854775807,9223372036854776000,1]}"#
    ),
    (#"{"expr": "$length($)", "data": "a\ud800b"}"#, #"{"result":3}"#),
    (#"{"expr": "[$sum, {'f': $sum}]"}"#, #"{"result":[null,{}]}"#),
    (#"{"expr": "$sum"}"#, #"{"undefined":true}"#),
    (
      "{\"expr\": 1",
      #"{"error":{"code":"json-syntax","message":"expected `,` or `}`","position":10}}"#
    ),
    (
      "[]",
      #"{"error":{"code":"bad-request","message":"a line must be an object","position":null}}"#
    ),
    (
      #"{"expr": "1", "dialect": "xpath"}"#,
      """
      {"error":{"code":"bad-request","message":"`dialect` must be \\"aws\\" or \\"jsonata\\"",\
      "position":null}}
      """
    ),
    (
      #"{"expr": "1", "timelimit": -1}"#,
      """
      {"error":{"code":"bad-request","message":"`timelimit` must be a whole number that is not \
      negative","position":null}}
      """
    ),
    (#"{"expr": "'still' & ' here'"}"#, #"{"result":"still here"}"#),
  ]

  @Test func `answers each line, mistakes too, and goes on`() async throws {
    let input = "\n" + Self.lines.map { $0.request + "\r\n" }.joined() + "  \n"
    let result = try await Program.run(["eval", "--batch"], input: input)
    #expect(result.output == Self.lines.map { $0.answer + "\n" }.joined())
    #expect(result.error.isEmpty)
    #expect(result.status == 0)
  }

  @Test func `answers a line before the next one comes`() async throws {
    let program = try RunningShell(["eval", "--batch"])
    defer { program.close() }
    for number in 1...3 {
      try program.enter(#"{"expr": "'answer ' & $n", "bindings": {"n": \#(number)}}"#)
      try await program.wait(forOutput: "{\"result\":\"answer \(number)\"}\n")
    }
  }

  /// Lines that would exhaust the stack, the time or the memory of a program without limits, and
  /// the code of the answer.
  static let hostile: [(request: JSONValue, code: String)] = [
    (["expr": .string(String(repeating: "[", count: 100_000))], "D1011"),
    (["expr": .string(String(repeating: "(", count: 100_000)), "dialect": "jsonata"], "D1011"),
    (
      [
        "expr": "($f := function($n) { 1 + $f($n) }; $f(1))", "dialect": "jsonata",
        "depth": 1_000_000_000,
      ], "D1011"
    ),
    (
      ["expr": "($f := function() { $f() }; $f())", "dialect": "jsonata", "timelimit": 200],
      "D1012"
    ),
    (["expr": #"$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /(a+)+$/)"#], "D1012"),
    (["expr": "[1..1e9]", "dialect": "jsonata"], "D2014"),
    (
      ["expr": "($f := function($s) { $f($s & $s) }; $f('x'))", "dialect": "jsonata"], "D2015"
    ),
  ]

  @Test func `answers hostile lines with an error`() async throws {
    let nested = #"{"expr": "$", "data": "# + String(repeating: "[", count: 100_000) + "}"
    let requests = Self.hostile.map { JSONWriter.compact($0.request) } + [nested]
    let codes = try await answers(to: requests).map { $0["error"]?["code"] }
    #expect(codes == Self.hostile.map { .string($0.code) } + ["json-syntax"])
  }

  /// The answers to `requests`.
  private func answers(to requests: [String]) async throws -> [JSONValue] {
    let input = requests.map { $0 + "\n" }.joined()
    let result = try await Program.run(["eval", "--batch"], input: input)
    return try result.output.split(separator: "\n").map { try JSONReader.read(String($0)) }
  }
}
