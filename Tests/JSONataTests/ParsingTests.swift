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
    ("1 +", "S0207", 3), ("a[", "S0203", 2), ("(1 2)", "S0202", 4), ("a ?: b", "S0211", 4),
    ("a ?? b", "S0211", 4), ("\"é\" ~", "S0204", 5), ("1.a", "S0213", 1), ("'a", "S0101", 2),
    ("1 := 2", "S0212", 1), ("%", "S0217", 1), ("function(a){1}", "S0208", 10),
  ])
  func `a mistake has the reference's code and position`(
    _ source: String, _ code: String, _ position: Int
  ) {
    let error = #expect(throws: JSONataError.self) { try JSONataExpression(source) }
    #expect(error?.code == code)
    #expect(error?.position == position)
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
