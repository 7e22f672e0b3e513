import Shell
import Testing

/// What Tab offers.
@Suite struct CompletionTests {
  @Test(arguments: [
    ("open ", ["a.md", "my\\ files/"]), ("open my", ["my\\ files/"]),
    ("open my\\ files/", ["my\\ files/an\\ order.md"]), ("open \"my", ["my files/"]),
    ("open \"my files/a", ["my files/an order.md"]), ("GET a/b x=1 > a", ["a.md"]),
    ("POST a/b x@my", ["my\\ files/"]), ("load my", ["my\\ files/"]),
  ])
  func `names of files are escaped outside of quotes`(line: String, names: [String]) async {
    let files = FakeFiles(["a.md": "", "my files/an order.md": ""])
    let session = await TestSession.loaded(files: files)
    let index = await session.session.completionIndex
    #expect(index.candidates(in: line, at: line.utf8.count).map(\.text) == names)
  }

  @Test(arguments: [
    ("$input.", ["card", "lines"]), ("$input.c", ["card"]), ("x = $input.lines.", ["sku", "qty"]),
    ("return {\"a\": $input.lines[0].", ["sku", "qty"]),
    ("return $input.lines[", ["sku", "qty"]), ("return $input.lines[sku = 'x' and q", ["qty"]),
    ("return $sum($input.lines.(qty * ", ["sku", "qty"]),
    ("return $map($input.lines, function($l) { $l.s", ["sku"]),
    ("GET inventory/stock/{$input.lines[0].", ["sku", "qty"]),
    ("POST payments/charge amount:=$stock.p", ["price"]), ("POST payments/charge card=$input.", []),
    ("if $input.lines.qty > 1 and $stock.a", ["available"]), ("$nothing.", []), ("load a.", []),
    ("run n=1 ", ["from", "until", "card=", "lines:="]), ("run ca", ["card="]),
    ("mock PO", ["POST"]),
    (
      "mock ",
      [
        "stock", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD",
        "OPTIONS", "INVOKE",
      ]
    ), ("why st", ["stock"]),
  ])
  func `fields are those of the values that are there`(line: String, names: [String]) async {
    let session = await TestSession.loaded(
      """
      workflow w
      input card=tok_ok lines:=[{"sku": "A-1", "qty": 2}, {"sku": "B-2", "qty": 1}]
      stock = GET inventory/stock/A-1
      """)
    let index = await session.session.completionIndex
    #expect(index.candidates(in: line, at: line.utf8.count).map(\.text) == names)
  }

  @Test(arguments: [
    ("logs ", ["inventory", "payments"]), ("logs inventory ", ["-f"]), ("logs inventory -f ", []),
    ("edit ", ["order"]), ("set wa", ["watch"]), ("set watch ", ["on", "off"]),
    ("set caller a", ["anonymous"]), ("set stage ", []),
  ])
  func `arguments of commands are known`(line: String, names: [String]) async {
    let session = await TestSession.loaded("workflow order\na = 1\nend")
    let index = await session.session.completionIndex
    #expect(index.candidates(in: line, at: line.utf8.count).map(\.text) == names)
  }

  @Test func `the element of an open loop has fields`() async {
    let session = await TestSession.loaded(
      "workflow w\ninput lines:=[{\"sku\": \"A-1\"}]\nx = for line in $input.lines\n  y = $line")
    let index = await session.session.completionIndex
    #expect(index.candidates(in: "z = $line.", at: 10).map(\.text) == ["sku"])
    #expect(index.candidates(in: "z = $y.", at: 7).map(\.text) == ["sku"])
  }
}
