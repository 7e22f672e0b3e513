import JSON
import JSONata
import Testing

/// Paths that are evaluated several steps at a time, held against one step after the other: an
/// evaluation that reports the value of every part does the latter.
@Suite struct PathTests {
  /// Numbers that are the same in every run.
  private struct Dice {
    var state: UInt32

    /// A number from 0 up to `count`.
    mutating func roll(_ count: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % count
    }
  }

  /// A value of objects, lists in lists and scalars, with few names so that paths lead somewhere.
  private func value(_ dice: inout Dice, depth: Int) -> JSONValue {
    switch dice.roll(depth > 0 ? 12 : 6) {
    case 0: return .null
    case 1: return .bool(dice.roll(2) == 0)
    case 2: return .number(Double(dice.roll(9)) - 0.5)
    case 3: return .integer(Int64(dice.roll(4)))
    case 4: return ["x", "y", "\u{E9}", "1"][dice.roll(4)]
    case 5: return [[:], [], [[]], 0][dice.roll(4)] ?? nil
    case 6, 7, 8: return .array((0..<dice.roll(4)).map { _ in value(&dice, depth: depth - 1) })
    default:
      let names = ["a", "b", "c", "10", "2"]
      let first = dice.roll(3)
      let members = (0...dice.roll(3)).map { names[(first + $0) % names.count] }
      return .object(members.map { (key: $0, value: value(&dice, depth: depth - 1)) })
    }
  }

  @Test(
    arguments: [
      "a", "a.b", "a.b.c", "a.b.c.a", "a[].b.c", "a.b[]", "a.b[0]", "a[0].b", "a.b[-1].c",
      "a.b[[0..1]]",
      "**.a", "**.a.b", "a.**.b", "a.*.b", "*.a.b", "**[a = 1].b", "a[b = 'x']", "a[b > 0 and c]",
      "a[b != 1 or c = true].c", "a[b]", "a[b < 1.5].c.a", "a.b.[c]", "a.b.(c)",
      "a.b.{'k': c, 'n': a}",
      "a.b.[c, a]", "[a.b].c", "$.a.b", "$$.a.b", "a{'k': b}", "a.b{$type(c): $count(c)}",
      "a.b.{'x': $sum([c][$type($) = 'number'])}", "$sum(a.b[$type($) = 'number'])", "a.b^(c)",
      "a^(b, >c).c", "a@$x.b.{'x': $x.c, 'b': $}", "a.b.{'up': %.c}", "a#$i.b[c = 1].{'i': $i}",
      "a.b[c > 1].%.c", "$max(a.b[$type($) = 'number'])", "$string($)",
      "a & b.c & 'z'", "b & $string(c)", "a.(b & $string(c & $string(a)))", "(a & b) & (c & a.b)",
      "$join(a.(b & 'x' & c))", "$join(a.b.(c & $), '-')", "$length($join(a.(c & b), ', '))",
      "$join(a.(c & $string(b)), c)", "$join(a.b.(c & $join(a.(b & c), '+')))",
      "a.(b & $formatNumber(c, '#,##0.0#'))", "'' & $formatNumber(b, '000.0;(#%)')",
      "c & $fromMillis(b, '[Y]-[M01] [F]')", "a.('' & $fromMillis(c))",
    ])
  func `gives the same at once as step by step`(_ source: String) throws {
    let expression = try JSONataExpression(source, dialect: .jsonata)
    var dice = Dice(state: 7)
    for round in 0..<300 {
      let input = value(&dice, depth: 2 + round % 4)
      let report = expression.evaluateReporting(input)
      #expect(outcome(of: expression, input) == text(of: report.outcome), "\(input)")
    }
  }

  @Test(
    arguments: [
      "|a|{'new': b, 'b': 1}, ['c', 'a']|", "|**[a]|{'n': $count(a)}|", "|a.b|{'c': c}|",
      "|**|{'x': $}|",
      "|a|{'b': a}, 'a'|", "|[a, b]|{'c': 1}|", "|*|{'a': b, 'b': a}|", "|$|{}, ['a', 'b']|",
    ])
  func `a transform that shares what it leaves alone gives the same as one that copies`(
    _ transform: String
  ) throws {
    let sharing = try JSONataExpression("$string($ ~> \(transform))", dialect: .jsonata)
    let copying = try JSONataExpression(
      "($clone := function($x) { $eval($string($x)) }; $string($ ~> \(transform)))",
      dialect: .jsonata)
    var dice = Dice(state: 11)
    for _ in 0..<300 {
      let shared = value(&dice, depth: 2)
      let input: JSONValue = ["a": value(&dice, depth: 4), "b": shared, "c": shared]
      #expect(outcome(of: sharing, input) == outcome(of: copying, input), "\(input)")
    }
  }

  /// What evaluating `expression` comes to, as text.
  private func outcome(of expression: JSONataExpression, _ input: JSONValue) -> String {
    text(of: Result { () throws(JSONataError) in try expression.evaluate(input) })
  }

  /// `outcome` as text.
  private func text(of outcome: Result<JSONValue?, JSONataError>) -> String {
    switch outcome {
    case .success(let value): value.map { JSONWriter.compact($0) } ?? "undefined"
    case .failure(let error): error.code
    }
  }
}
