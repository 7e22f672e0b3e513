import JSON
import JSONata
import Testing

/// What is told of expressions without evaluating them.
struct StaticTests {
  // MARK: - Fields

  @Test(arguments: [
    ("$order", ["order!"]),
    ("$order.customer.name", ["order", "order.customer", "order.customer.name!"]),
    (
      "$states.input.order.items[price > 10].sku",
      [
        "states", "states.input", "states.input.order", "states.input.order.items*",
        "states.input.order.items.price!", "states.input.order.items.sku!",
      ]
    ),
    (
      "($x := $order.customer; $x.name)",
      ["order", "order.customer", "order.customer.name!"]
    ),
    ("($x := $order.customer; 1)", ["order", "order.customer"]),
    (
      "$map($order.lines, function($l) { $l.price * 2 })",
      ["order", "order.lines*", "order.lines.price!"]
    ),
    (
      "($f := function($o) { $o.id }; $f($order))", ["order.id!", "order"]
    ),
    ("$order.*", ["order!"]),
    ("$order.**.price", ["order!"]),
    ("$lookup($order, 'id')", ["order", "order.id!"]),
    ("$lookup($order, $key)", ["order!", "key!"]),
    ("$count($order.lines)", ["order", "order.lines*"]),
    (
      "$order.lines^(>price).sku",
      ["order", "order.lines*", "order.lines.price!", "order.lines.sku!"]
    ),
    (
      "$order.lines{sku: $sum(price)}",
      ["order", "order.lines*", "order.lines.sku!", "order.lines.price!"]
    ),
    (
      "$order.lines.{'a': sku, 'of': %.id}",
      ["order", "order.lines", "order.lines.sku!", "order.id!"]
    ),
    (
      "$order.lines@$l.$stock[sku = $l.sku].qty",
      [
        "order", "order.lines", "stock*", "stock.sku!", "order.lines.sku!", "stock.qty!",
      ]
    ),
    ("name", ["@.name!"]),
    ("$.a.b", ["@", "@.a", "@.a.b!"]),
    ("$$.a & $uppercase(b)", ["@", "@.a!", "@.b!"]),
    ("a.$uppercase()", ["@.a!"]),
    ("$a.b ? $a.c : $d", ["a", "a.b!", "a", "a.c!", "d!"]),
    ("{'a': $order.id}.a", ["order", "order.id!"]),
    ("$order ~> |lines|{'a': sku}|", ["order!"]),
    ("$order.lines.$f(sku)", ["order", "order.lines", "f!", "order.lines.sku!"]),
    ("function($x) { $x.a + $order.id }", ["order", "order.id!"]),
  ]) func `tells which fields are read`(source: String, expected: [String]) throws {
    let reads = try JSONataExpression(source).fieldReads
    #expect(reads.map(Self.text) == expected)
  }

  /// A read as `root.path`, with `!` if everything in it is used, and `*` if its elements are.
  private static func text(_ read: FieldRead) -> String {
    let root =
      switch read.root {
      case .variable(let name): name
      case .context: "@"
      }
    let mark = ["", "*", "!"][read.use.rawValue]
    return ([root] + read.path).joined(separator: ".") + mark
  }

  @Test func `gives the range of every name`() throws {
    let source = "$order.`ship to`.city & $x.name"
    let reads = try JSONataExpression(source).fieldReads
    let texts = reads.map { String(decoding: Array(source.utf8)[$0.range], as: UTF8.self) }
    #expect(texts == ["$order", "`ship to`", "city", "$x", "name"])
  }

  @Test(.enabled(if: ConformanceData.isAvailable))
  func `what is not read changes no outcome of the suite`() throws {
    for example in try ConformanceTests.quickCases() {
      guard case .value(let whole) = ConformanceTests.outcome(of: example), !example.isRandom else {
        continue
      }
      let outcome = ConformanceTests.outcome(of: example) {
        expression, input, bindings, environment throws(JSONataError) in
        let reads = expression.fieldReads
        let pruned = input.map { Pruning(reads, of: .context).prune($0) }
        let bindings = Dictionary(
          uniqueKeysWithValues: bindings.map { name, value in
            (name, Pruning(reads, of: .variable(name)).prune(value))
          })
        return try expression.evaluate(pruned, bindings: bindings, environment: environment)
      }
      guard case .value(let value) = outcome else {
        Issue.record("\(example.id): \(example.source) \(outcome.description)")
        continue
      }
      let isSame = value.map { JSONWriter.compact($0) } == whole.map { JSONWriter.compact($0) }
      #expect(isSame, "\(example.id): \(example.source) \(outcome.description.prefix(200))")
    }
  }

  // MARK: - Types

  /// The types that the expressions of the table know.
  private static let types: [String: ValueType] = [
    "n": .number, "s": .string, "b": .boolean,
    "order": .object([
      "id": .number, "note": ValueType([.string, .undefined]),
      "customer": .object(["name": .string]),
      "lines": .array(.object(["sku": .string, "qty": .number, "price": .number])),
    ]),
  ]

  @Test(arguments: [
    ("1", "number"), ("'a'", "string"), ("null", "null"), ("true", "boolean"), ("/a/", "function"),
    ("$x", "unknown"), ("$n", "number"), ("$n + 1", "number"), ("$x + 1", "number?"),
    ("$n & $x", "string"), ("$n > 1", "boolean"), ("$x > 1", "boolean?"), ("$x = 1", "boolean"),
    ("$x and $b", "boolean"), ("-$n", "number"), ("[1..3]", "[number]"),
    ("[1, 'a']", "[number | string]"),
    ("[]", "[never]"), ("[[1], [2]]", "[[number]]"), ("{}", "{}"),
    ("{'a': 1, 'b': $order.note}", "{a: number, b: string?}"), ("{$s: 1}", "{…}"),
    ("$order.id", "number"), ("$order.nothing", "undefined"), ("$order.customer.name", "string"),
    ("$order.lines", "[{price: number, qty: number, sku: string}]"),
    ("$order.lines.sku", "(string | [string])?"), ("$order.lines[0].sku", "string?"),
    ("$order.lines[qty > 1].sku", "(string | [string])?"), ("$order.lines.sku[]", "[string]?"),
    ("$order.lines.(qty * price)", "(number | [number])?"), ("$sum($order.lines.qty)", "number?"),
    ("$count($order.lines)", "number"), ("$exists($x)", "boolean"), ("$string($n)", "string"),
    ("$uppercase($order.note)", "string?"), ("$b ? 1 : 'a'", "number | string"),
    ("$b ? 1", "number?"), ("($x := 1; $x)", "number"), ("($n; $s)", "string"),
    ("function($x) { $x }", "function"), ("(function($x) { $x & '' })(1)", "string"),
    ("$map($order.lines, function($l) { $l.qty })", "(number | [number])?"),
    ("$filter($order.lines, function($l) { $l.qty > 1 }).sku", "(string | [string])?"),
    ("$reduce([1, 2], function($a, $b) { $a + $b })", "number?"),
    ("$split($s, ',')", "[string]"), ("$keys($order)", "(string | [string])?"),
    ("$now()", "string"), ("$s ~> $length()", "number"), ("$s ~> $length", "number"),
    ("$merge([{'a': 1}, {'b': $s}])", "{a: number?, b: string?}"),
    ("$append([1], ['a'])", "[number | string]"), ("$error('x')", "never"),
    ("$order.lines{sku: qty}", "{…}"),
    ("$order.lines^(qty)", "[{price: number, qty: number, sku: string}]"),
    ("$lookup($order, 'id')", "number"), ("$order.*", "unknown"),
    ("$partition([1], 2)", "[[unknown]]"),
    ("$uuid()", "string"), ("$parse($s)", "unknown"), ("$distinct($order.lines.sku)", "unknown"),
    ("$map($x, $uppercase)", "(string | [string])?"),
  ]) func `tells the type of the result`(source: String, expected: String) throws {
    let type = try JSONataExpression(source).resultType(variables: Self.types)
    #expect(type.description == expected)
  }

  @Test func `a fallback leaves nothing undefined`() throws {
    for source in ["$order.note ?? 'none'", "$order.note ?: 'none'"] {
      let expression = try JSONataExpression(source, dialect: .jsonata)
      #expect(expression.resultType(variables: Self.types) == .string)
      #expect(expression.fieldReads.map(Self.text) == ["order", "order.note!"])
    }
  }

  @Test(.enabled(if: ConformanceData.isAvailable))
  func `every result of the suite is of the type that is told`() throws {
    for example in try ConformanceTests.quickCases() {
      guard case .value(let value) = ConformanceTests.outcome(of: example) else { continue }
      for isInformed in [false, true] {
        let type = ConformanceTests.type(of: example, isInformed: isInformed)
        #expect(
          type.admits(value),
          "\(example.id): \(example.source) \(type) \(String(describing: value))")
      }
    }
  }
}

extension ConformanceTests.Case {
  /// Whether the outcome differs from run to run.
  var isRandom: Bool {
    ["$random", "$shuffle", "$now", "$millis", "$uuid"].contains { source.contains($0) }
  }
}

extension ConformanceTests {
  /// The type that is told of an expression, from what it is given if `isInformed`.
  static func type(of example: Case, isInformed: Bool) -> ValueType {
    var type = ValueType.unknown
    _ = outcome(of: example) { expression, input, bindings, environment throws(JSONataError) in
      var types = bindings.mapValues { ValueType(of: $0) }
      for name in environment.hostFunctions.keys { types[name] = .unknown }
      type =
        isInformed
        ? expression.resultType(variables: types, context: ValueType(of: input))
        : expression.resultType(variables: types.mapValues { _ in .unknown })
      return nil
    }
    return type
  }
}

extension ValueType {
  /// Whether `value` is of the type.
  fileprivate func admits(_ value: JSONValue?) -> Bool {
    guard kinds.contains(ValueType(of: value).kinds) else { return false }
    switch value {
    case .array(let list)?:
      guard let element else { return true }
      return list.elements.allSatisfy(element.admits)
    case .object(let object)?:
      guard let members else { return true }
      let areKnown = !members.isClosed || object.keys.allSatisfy { members.types[$0] != nil }
      return areKnown && members.types.allSatisfy { $0.value.admits(object[$0.key]) }
    default: return true
    }
  }
}

/// Takes out of a value whatever is not read.
private struct Pruning {
  /// The paths that are read, and whether with everything.
  private let paths: [(path: [String], isWhole: Bool)]

  /// Keeps what `reads` tells of `root`.
  init(_ reads: [FieldRead], of root: FieldRead.Root) {
    paths = reads.filter { $0.root == root }.map { ($0.path, $0.use == .everything) }
  }

  /// `value`, which stands at `path`, without what is not read.
  func prune(_ value: JSONValue, at path: [String] = []) -> JSONValue {
    if paths.contains(where: { $0.isWhole && $0.path == path }) { return value }
    switch value {
    case .array(let list): return .array(list.elements.map { prune($0, at: path) })
    case .object(let object):
      let members = object.members.filter { member in
        paths.contains { $0.path.starts(with: path + [member.key]) }
      }
      return .object(members.map { ($0.key, prune($0.value, at: path + [$0.key])) })
    default: return value
    }
  }
}
