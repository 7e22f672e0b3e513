import JSON
import JSONata
import Testing

@testable import WorkflowCompiler

@Suite struct `Runs` {
  /// A workflow, an input, and what comes out.
  struct Case: CustomStringConvertible, Sendable {
    var name: String
    var input: String
    var result: String
    var description: String { "\(name) \(input)" }
  }

  /// What the fixtures' machines give; a result ending in `…` may go on.
  static let cases: [Case] = [
    Case(
      name: "order", input: #"{"card": "tok_ok", "lines": [{"sku": "A-1", "qty": 2}]}"#,
      result: #"{"status":"ok","charge":"ch_1"}"#),
    Case(
      name: "order", input: #"{"card": "tok_declined", "lines": [{"sku": "A-1", "qty": 2}]}"#,
      result: #"{"status":"declined","reason":"insufficient funds"}"#),
    Case(
      name: "order",
      input: #"{"card": "x", "lines": [{"sku": "A-1", "qty": 9}, {"sku": "B", "qty": 1}]}"#,
      result: "OutOfStock: missing A-1, B"),
    Case(
      name: "order", input: #"{"card": "x", "lines": 5}"#, result: "States.QueryEvaluationError: …"),
    Case(
      name: "nested", input: #"{"rows": [{"id": 1, "cells": [1, 2]}, {"id": 2, "cells": []}]}"#,
      result: #"{"rows":[[[1,1,"A-1"],[2,1,"A-1"]],[]],"both":{"left":{"n":1},"right":[2]}}"#),
    Case(name: "caught", input: #"{"sku": "A-1"}"#, result: #"{"price":19.9,"log":"none"}"#),
    Case(
      name: "caught", input: #"{"sku": "X"}"#,
      result: #"{"price":0,"log":{"Error":"Http.404","Cause":"no X"}}"#),
    Case(name: "covered", input: #"{"card": "tok_ok"}"#, result: #"{"n":[4],"id":"ch_1"}"#),
    Case(
      name: "covered", input: #"{"card": "tok_declined"}"#,
      result: #""Payments.Declined: insufficient funds""#),
    Case(
      name: "covered", input: #"{"card": "tok_ok", "fail": true}"#,
      result: #""Http.404: no X""#),
    Case(
      name: "errors", input: "{}",
      result: #"{"outer":{"Error":"Http.404","Cause":"no X"},"b":{"error":"Http.404"},"#
        + #""c":[{"e":"no X1"},{"e":"no X2"}]}"#),
    Case(name: "branches", input: #"{"n": 1}"#, result: #""one""#),
    Case(name: "branches", input: #"{"n": 2}"#, result: #"{"two":[2]}"#),
    Case(name: "branches", input: #"{"n": 3}"#, result: #"{"n":3,"more":4,"x":"y"}"#),
    Case(name: "undefined", input: "{}", result: "States.QueryEvaluationError: …"),
    Case(name: "undefined", input: #"{"a": 1}"#, result: "1"),
    Case(name: "defaults", input: #"{"rows": [1, 2]}"#, result: "[1,2]"),
    Case(name: "defaults", input: #"{"rows": [1, 2], "skip": true}"#, result: #"{"id":7}"#),
  ]

  @Test(arguments: cases)
  func `of compiled workflows give what the text says`(run: Case) async throws {
    let text = try Golden.text("Runs/\(run.name).cws")
    let input = try JSONReader.read(run.input)
    let closed = try Compilation.workflow(text)
    expect(try await FakeServices.run(closed.machine, input: input), run.result)
    let open = try Compilation.workflow(text, isOpen: true)
    expect(try await FakeServices.run(open.machine, input: input), run.result)
    guard run.name != "defaults" else { return }
    expect(try await FakeServices.runStepwise(open, input: input), run.result)
  }

  /// A result and an expression that reshapes it.
  static let reshapes: [(result: String, expression: String)] = [
    (#"[{"a": 1}, {"a": 2}]"#, "a"), (#"[{"a": 1}]"#, "a"), (#"[{"a": 1}]"#, "$"),
    ("[[1], [2]]", "$"), ("[]", "$"), ("[]", "$count($)"), ("[5]", "$type($)"),
    ("[5]", "$[0]"), ("5", "$ + 1"), ("null", "$"), (#""x""#, "$ & 'y'"),
    (#"[{"c": "L", "n": 1}, {"c": "P", "n": 2}]"#, "$[c = 'L'].n"),
    (#"[{"c": "L", "n": 1}, {"c": "P", "n": 2}]"#, "$[c = 'L'][]"),
    (#"[{"c": "L", "n": 1}, {"c": "P", "n": 2}]"#, "$[c = 'X']"),
    (#"[{"c": "L", "n": 1}, {"c": "P", "n": 2}]"#, "{'n': $sum(n)}"),
    (#"[{"c": "L", "n": 1}, {"c": "P", "n": 2}]"#, "${c: n}"),
    (#"[{"c": "L", "n": 1}, {"c": "P", "n": 2}]"#, "$map($, function($v, $i) { $v.n + $i })"),
    (#"{"n": [[1], [2]]}"#, "n"), (#"{"n": [1]}"#, "n[]"),
    (#"{"n": 1}"#, "[n, n]"), (#"{"n": 1}"#, "[n]"), (#"{"n": 1}"#, "m"), (#"{"n": 1}"#, "[]"),
    (#"{"n": [3, 1]}"#, "n^($)"), (#"{"n": 1}"#, "(a := 1; n)"), (#"{"n": false}"#, "n"),
    (#"[1, 2]"#, "$.[$, $]"), (#"[1]"#, "$.[$]"), (#"{"a": {"b": [1]}}"#, "**.b"),
    (#"[3, 4]"#, "$reduce($, function($a, $b) { $a + $b })"),
  ]

  @Test(arguments: reshapes)
  func `reshape a result as the prompt does`(result: String, expression: String) async throws {
    guard let compiled = try? JSONataExpression(expression) else { return }
    let value = try? compiled.evaluate(
      JSONReader.read(result), bindings: [:], environment: EvaluationEnvironment())
    let workflow = try Compilation.workflow(
      "workflow w\n  x = INVOKE legacy body:=$input | \(expression)\n  return {'x': $x}\nend")
    let output = try await FakeServices.run(workflow.machine, input: JSONReader.read(result))
    if let value {
      #expect(output == JSONWriter.compact(["x": value]))
    } else {
      #expect(output.hasPrefix("States.QueryEvaluationError"))
    }
  }

  /// Expects that `text` is `expected`, which may end in `…`.
  private func expect(_ text: String, _ expected: String) {
    if expected.hasSuffix("…") {
      #expect(text.hasPrefix(expected.dropLast()))
    } else {
      #expect(text == expected)
    }
  }
}
