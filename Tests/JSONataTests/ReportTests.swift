import JSON
import JSONata
import Testing

/// The values that an evaluation reports for the parts of an expression.
struct ReportTests {
  /// What the expressions read.
  private static let bindings: [String: JSONValue] = [
    "order": [
      "id": 7, "customer": ["name": "Ada"],
      "lines": [
        ["sku": "A", "qty": 2, "price": 10], ["sku": "B", "qty": 1, "price": 5],
        ["sku": "C", "qty": 3, "price": 1],
      ],
    ],
    "n": 3,
  ]

  @Test(arguments: [
    ("1 + 2", ["1 + 2 = 3"]),
    ("$n", ["$n = 3"]),
    (
      "$n * 2 + $order.id",
      ["$n * 2 + $order.id = 13", " $n * 2 = 6", "  $n = 3", " $order.id = 7", "  $order = {…}"]
    ),
    (
      "$order.lines[qty > 1].sku",
      [
        #"$order.lines[qty > 1].sku = ["A","C"]"#, " $order = {…}",
        " $order.lines = [{…},{…},{…}]", " qty > 1 = true false true", "  qty = 2 1 3",
        " $order.lines[qty > 1] = [{…},{…}]",
      ]
    ),
    (
      "$order.lines[0].sku",
      [
        #"$order.lines[0].sku = "A""#, " $order = {…}", " $order.lines = [{…},{…},{…}]",
        " $order.lines[0] = {…}",
      ]
    ),
    (
      "$sum($order.lines.(qty * price))",
      [
        "$sum($order.lines.(qty * price)) = 28", " $order.lines.(qty * price) = [20,5,3]",
        "  $order = {…}", "  $order.lines = [{…},{…},{…}]", "  qty * price = 20 5 3",
        "   qty = 2 1 3", "   price = 10 5 1",
      ]
    ),
    (
      "$order.client.name",
      ["$order.client.name = nothing", " $order = {…}", " $order.client = nothing"]
    ),
    (
      "$n > 5 ? $order.id : -$n",
      [
        "$n > 5 ? $order.id : -$n = -3", " $n > 5 = false", "  $n = 3", " $order.id : never",
        "  $order : never", " -$n = -3", "  $n = 3",
      ]
    ),
    (
      "$n > 5 and $n < 9",
      [
        "$n > 5 and $n < 9 = false", " $n > 5 = false", "  $n = 3", " $n < 9 : never",
        "  $n : never",
      ]
    ),
    (
      "$n + $order.customer.name",
      [
        "$n + $order.customer.name : failed", " $n = 3", #" $order.customer.name = "Ada""#,
        "  $order = {…}", "  $order.customer = {…}",
      ]
    ),
    (
      "$map($order.lines, function($l) { $l.price })",
      [
        "$map($order.lines, function($l) { $l.price }) = [10,5,1]",
        " $order.lines = [{…},{…},{…}]", "  $order = {…}", " $l.price = 10 5 1",
        "  $l = {…} {…} {…}",
      ]
    ),
    (
      "$order.lines^(>price)[0].sku",
      [
        #"$order.lines^(>price)[0].sku = "A""#, " $order = {…}", " $order.lines = [{…},{…},{…}]",
        " price = 10 5 1", " $order.lines^(>price)[0] = {…}",
      ]
    ),
    (
      "$order.lines{sku: price}",
      [
        #"$order.lines{sku: price} = {…}"#, " $order = {…}", " $order.lines = [{…},{…},{…}]",
        #" sku = "A" "B" "C""#, " price = 10 5 1",
      ]
    ),
    (
      "$order.lines#$i[$i = 1].sku",
      [
        #"$order.lines#$i[$i = 1].sku = "B""#, " $order = {…}",
        " $i = 1 = false true false", "  $i = 0 1 2", " $order.lines#$i[$i = 1] = {…}",
      ]
    ),
    (
      "$order.lines.%.id",
      [
        "$order.lines.%.id = [7,7,7]", " $order = {…}", " $order.lines = [{…},{…},{…}]",
        " $order.lines.% = [{…},{…},{…}]",
      ]
    ),
    (
      "($f := function($k) { $k > 0 ? $f($k - 1) : $order.id }; $f($n))",
      [
        "($f := function($k) { $k > 0 ? $f($k - 1) : $order.id }; $f($n)) = 7",
        " $k > 0 ? $f($k - 1) : $order.id = 7 7 7 7", "  $k > 0 = true true true false",
        "   $k = 3 2 1 0", "  $f($k - 1) = 7 7 7", "   $k - 1 = 2 1 0", "    $k = 3 2 1",
        "  $order.id = 7", "   $order = {…}", " $f($n) = 7", "  $n = 3",
      ]
    ),
    (
      "$order.lines.$uppercase(sku)[0]",
      [
        #"$order.lines.$uppercase(sku)[0] = ["A","B","C"]"#, " $order = {…}",
        " $order.lines = [{…},{…},{…}]", #" $uppercase(sku) = "A" "B" "C""#,
        #"  sku = "A" "B" "C""#, #" $order.lines.$uppercase(sku) = ["A","B","C"]"#,
      ]
    ),
    (
      "($order.lines)[-1].sku & '!'",
      [
        #"($order.lines)[-1].sku & '!' = "C!""#, #" ($order.lines)[-1].sku = "C""#,
        "  ($order.lines)[-1] = {…}", "   $order.lines = [{…},{…},{…}]", "    $order = {…}",
      ]
    ),
    ("{\"a\": $n, \"b\": $x}", ["{\"a\": $n, \"b\": $x} = {…}", " $n = 3", " $x = nothing"]),
    ("$x := $n", ["$x := $n = 3", " $n = 3"]),
    ("$n ~> $string()", [#"$n ~> $string() = "3""#, " $n = 3"]),
  ]) func `reports the values of all parts`(source: String, lines: [String]) throws {
    let report = try JSONataExpression(source).evaluateReporting(nil, bindings: Self.bindings)
    #expect(report.parts.flatMap { Self.lines(of: $0, in: source) } == lines)
  }

  /// The lines of a part, indented by its depth.
  private static func lines(
    of part: EvaluationReport.Part, in source: String, indent: String = ""
  ) -> [String] {
    let utf8 = Array(source.utf8)[part.range]
    var line = indent + String(decoding: utf8, as: UTF8.self)
    if part.isFailed {
      line += " : failed"
    } else if let values = part.values {
      line += " = " + values.first.map(text).joined(separator: " ")
    } else {
      line += " : never"
    }
    return [line] + part.parts.flatMap { lines(of: $0, in: source, indent: indent + " ") }
  }

  /// `value` with its objects left out.
  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case nil: "nothing"
    case .object?: "{…}"
    case .array(let list)?: "[\(list.elements.map { text($0) }.joined(separator: ","))]"
    case let value?: JSONWriter.compact(value)
    }
  }

  @Test func `keeps the first values and the last, and counts them`() throws {
    let report = try JSONataExpression("[1..100].($ * 2)").evaluateReporting(nil)
    let values = try #require(report.parts.first?.parts.last?.values)
    #expect(values.count == 100)
    #expect(values.first == [2, 4, 6, 8, 10])
    #expect(values.last == 200)
  }

  @Test(.enabled(if: ConformanceData.isAvailable)) func `changes no outcome of the suite`() throws {
    for example in try ConformanceTests.quickCases() {
      let outcome = ConformanceTests.outcome(of: example) {
        expression, input, bindings, environment throws(JSONataError) in
        let report = expression.evaluateReporting(
          input, bindings: bindings, environment: environment)
        Self.expectWholeParts(report.parts, of: example)
        return try report.outcome.get()
      }
      let isRight = ConformanceTests.isExpected(outcome, example)
      #expect(isRight, "\(example.id): \(example.source) \(outcome.description)")
    }
  }

  /// Expects that parts are inside of each other, and that what is evaluated before a part is
  /// reported if the part is.
  private static func expectWholeParts(
    _ parts: [EvaluationReport.Part], of example: ConformanceTests.Case
  ) {
    let mayLeaveOut = ["function", "λ", "|", "?", "and", "or"].contains {
      example.source.contains($0)
    }
    for part in parts {
      for inner in part.parts {
        let isInside =
          part.range.lowerBound <= inner.range.lowerBound
          && inner.range.upperBound <= part.range.upperBound
        #expect(isInside, "\(example.id): \(example.source) \(part.range) \(inner.range)")
      }
      if !mayLeaveOut, part.values != nil, let first = part.parts.first {
        #expect(first.values != nil, "\(example.id): \(example.source) \(first.range)")
      }
      expectWholeParts(part.parts, of: example)
    }
  }
}
