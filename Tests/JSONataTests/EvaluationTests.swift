import JSON
import JSONata
import Testing

@Suite struct EvaluationTests {
  @Test(
    arguments: [
      ("a.b", [1, 2, 3]), ("a[0].b", 1), ("a.b[0]", [1, 2]), ("(a.b)[0]", 1), ("nothing", nil),
      ("$sum(a.b)", 6), ("$map(a.b, function($v) { $v * 2 })", [2, 4, 6]),
      ("{'k': nothing, 'n': nul}", ["n": nil]), ("$x + 1", 42),
    ] as [(String, JSONValue?)])
  func `an expression has its value`(_ source: String, _ value: JSONValue?) throws {
    let input: JSONValue = ["a": [["b": 1], ["b": [2, 3]]], "nul": nil]
    #expect(try JSONataExpression(source).evaluate(input, bindings: ["x": 41]) == value)
  }

  @Test(arguments: [
    ("1 + 'a'", "T2002", 3, "+"), ("$nope()", "T1006", 6, "nope"),
    ("$sum(['a'])", "T0412", 5, "sum"), ("$error('x')", "D3137", 7, "error"),
  ])
  func `a failure says where and why`(
    _ source: String, _ code: String, _ position: Int, _ token: String
  ) throws {
    let expression = try JSONataExpression(source)
    let error = #expect(throws: JSONataError.self) { try expression.evaluate(nil) }
    #expect(error?.code == code)
    #expect(error?.position == position)
    #expect(error?.token == token)
  }

  @Test(arguments: [
    (#"$substring("hello", nothing, 2)"#, ""), (#"$substring("hello", nothing)"#, "hello"),
    ("$string($spread([{'a': 1}]))", #"[{"a":1}]"#), ("$string($exists($spread([])))", "false"),
    ("$string({'y': [2]}.*)", "[2]"), ("$string({'y': 2}.*)", "2"),
    ("$string((o)^(v))", #"{"v":1}"#), ("$string([0]^(v))", "0"),
    ("$string($round(-3, 1e3) = $round(-3, 1e3))", "false"),
  ])
  func `a rare case is decided as by jsonata-js`(_ source: String, _ text: String) throws {
    let expression = try JSONataExpression(source, dialect: .jsonata)
    #expect(try expression.evaluate(["o": [["v": 1]]]) == .string(text))
  }

  @Test func `a result keeps no notes of the evaluation`() throws {
    let result = try JSONataExpression("{'k': a[].b[]}").evaluate(["a": ["b": 1]])
    let again = try JSONataExpression("$r.k").evaluate(nil, bindings: ["r": result ?? nil])
    #expect(again == [1])
  }

  @Test(
    arguments: [
      ("'a' & ", "'b'", .string(String(repeating: "a", count: 5_000) + "b")),
      ("1 + ", "1", 5_001), ("true and ", "false", false), ("false or ", "true", true),
      ("1 & 2 - ", "12", nil),
    ] as [(String, String, JSONValue?)])
  func `a chain of thousands of operators has its value`(
    _ link: String, _ last: String, _ value: JSONValue?
  ) throws {
    let source = String(repeating: link, count: 5_000) + last
    let result = try? JSONataExpression(source, dialect: .jsonata).evaluate(nil)
    #expect((result ?? nil) == value)
  }

  @Test func `endless recursion and endless lists end in errors`() throws {
    var environment = EvaluationEnvironment()
    environment.limits = .jsonata
    environment.limits?.steps = 100_000
    for (source, code) in [
      ("($f := function($n) { 1 + $f($n) }; $f(1))", "D1011"),
      ("($f := function($n) { $f($n) }; $f(1))", "D1012"), ("[1..1e9]", "D2014"),
    ] {
      let error = #expect(throws: JSONataError.self) {
        try JSONataExpression(source).evaluate(nil, environment: environment)
      }
      #expect(error?.code == code)
    }
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("-(", ")"), ("{'a':", "}"), ("a[", "]"), ("true ? ", ""), ("a.(", ")"),
    ("function($x){", "}"), ("$string(", ")"), ("1~>$string~>", "$string"), ("a@$v.(", ")"),
  ])
  func `the deepest nesting that is accepted does not exhaust the stack`(
    _ open: String, _ close: String
  ) {
    var environment = EvaluationEnvironment()
    environment.limits = .jsonata
    for depth in [100, 200, 400] {
      let source =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      let expression = try? JSONataExpression(source, dialect: .jsonata)
      let input: JSONValue = ["a": [["a": 1]]]
      _ = try? expression?.evaluate(input, environment: environment)
      _ = expression?.evaluateReporting(input, environment: environment)
      _ = expression?.fieldReads
    }
  }

  @Test func `a long chain of operators can be asked about`() throws {
    let source = "$a.b" + String(repeating: " + $a.b", count: 1_000)
    let expression = try JSONataExpression(source, dialect: .jsonata)
    #expect(expression.resultType(variables: ["a": .object(["b": .number])]) == .number)
    #expect(expression.fieldReads.count == 2_002)
    let report = expression.evaluateReporting(nil, bindings: ["a": ["b": 1]])
    #expect(report.parts.first?.values?.last == 1_001)
  }

  @Test func `a regular expression without end is given up`() throws {
    let expression = try JSONataExpression("$match($s, /(a+)+b/)")
    var environment = EvaluationEnvironment()
    environment.limits = .aws
    environment.limits?.steps = 10_000
    let error = #expect(throws: JSONataError.self) {
      try expression.evaluate(
        nil, bindings: ["s": .string(String(repeating: "a", count: 40))],
        environment: environment)
    }
    #expect(error?.code == "D1012")
  }
}
