import JSON
import JSONata
import Testing

@Suite struct ParsingTests {
  @Test(arguments: [
    ("$a.b max 5", "$a.b"),
    ("$count($q[m > 0]) > 0", "$count($q[m > 0]) > 0"),
    ("$a # a comment", "$a"),
    ("'a' | $x", "'a'"),
    ("  {\"a\": 1} every 2s", "{\"a\": 1}"),
    ("$a)", "$a"),
    ("1 'x", "1"),
  ])
  func `a prefix ends before the first token that cannot continue it`(
    _ text: String, _ source: String
  ) throws {
    let (expression, end) = try JSONataExpression.parsePrefix(of: text)
    #expect(expression.source == source)
    #expect(String(Array(text)[..<end]).hasSuffix(source))
  }

  @Test func `a prefix can start anywhere`() throws {
    let (expression, end) = try JSONataExpression.parsePrefix(of: "for x in $y.z end", from: 9)
    #expect(expression.source == "$y.z")
    #expect(end == 13)
  }

  @Test(arguments: [
    ("'a", "S0101", 2), ("1e1000", "S0102", 0), (#"'\y'"#, "S0103", 2), (#"'\u12x4'"#, "S0104", 2),
    ("`abc", "S0105", 4), ("1 /* a", "S0106", 2), ("1 2", "S0201", 3), ("(1 2)", "S0202", 4),
    ("a[", "S0203", 2), ("\"é\" ~", "S0204", 5), ("a ! b", "S0204", 3), ("1 +", "S0207", 3),
    ("function(a){1}", "S0208", 10), ("function($a, b.c){1}", "S0208", 15),
    ("$x{a:b}[0]", "S0209", 8), ("a{b:c}{d:e}", "S0210", 7), ("[)", "S0211", 2),
    ("1 := 2", "S0212", 1), ("a[0] := 2", "S0212", 2), ("1.a", "S0213", 1), ("a@b", "S0214", 3),
    ("a#1", "S0214", 3), ("a[0]@$v", "S0215", 5), ("a^(b)@$v", "S0216", 6), ("%", "S0217", 1),
    ("//", "S0301", 1), ("/a", "S0302", 2), ("a ?: b", "S0211", 4), ("a ?? b", "S0211", 4),
  ])
  func `a mistake has the reference's code and position`(
    _ source: String, _ code: String, _ position: Int
  ) {
    for dialect in [JSONataExpression.Dialect.aws, .jsonata] {
      if dialect == .jsonata, source.contains("?") { continue }
      let error = #expect(throws: JSONataError.self) {
        try JSONataExpression(source, dialect: dialect)
      }
      #expect(error?.code == code)
      #expect(error?.position == position)
      #expect((error?.range?.upperBound ?? 0) <= source.utf8.count)
    }
  }

  @Test func `a mistake after a prefix's start is placed in the whole text`() {
    let error = #expect(throws: JSONataError.self) {
      try JSONataExpression.parsePrefix(of: "yield 1.a", from: 6)
    }
    #expect(error?.range == 6..<7)
  }

  @Test func `free variables leave out what the expression binds and what is built in`() throws {
    let expression = try JSONataExpression(
      "($x := $order.lines[qty > $limit]; $map($x, function($v) { $v.qty * $states.input.n }))")
    #expect(
      expression.freeVariables.map { [$0.name] + $0.fields } == [
        ["order", "lines"], ["limit"], ["states", "input", "n"],
      ])
    let range = try #require(expression.freeVariables.first?.range)
    #expect(Array(expression.source.utf8)[range].elementsEqual("$order".utf8))
  }

  @Test(
    arguments: [
      ("1", 1), ("-2.5", -2.5), ("[1, {\"a\": null}]", [1, ["a": nil]]), ("$x", nil),
      ("[1, $x]", nil), ("1 + 1", nil),
    ] as [(String, JSONValue?)])
  func `a literal has a value`(_ source: String, _ value: JSONValue?) throws {
    #expect(try JSONataExpression(source).literal == value)
  }

  @Test func `a comparison knows its operands`() throws {
    let operation = try #require(try JSONataExpression("$count($a.b) >= 2 * 3").comparison)
    #expect(operation.left == 0..<12)
    #expect(operation.symbol == ">=")
    #expect(operation.right == 16..<21)
  }

  @Test func `nesting without end is refused`() {
    let source = String(repeating: "[", count: 100_000)
    #expect(throws: JSONataError.self) { try JSONataExpression(source) }
    let sum = String(repeating: "1+", count: 100_000) + "1"
    #expect(throws: JSONataError.self) { try JSONataExpression(sum).evaluate(nil) }
  }
}
