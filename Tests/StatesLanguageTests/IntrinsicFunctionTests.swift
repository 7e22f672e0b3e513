import JSON
import StatesLanguage
import Testing

@Suite struct IntrinsicFunctionTests {
  @Test(arguments: [
    ("States.Format('Hello {}, {}', 'you', 1.5)", "\"Hello you, 1.5\""),
    (
      "States.Format('{}|{}|{}', null, true, States.Array('a', 1, null))",
      "\"null|true|[a, 1, null]\""
    ),
    ("States.Format('{}', States.StringToJson('{\"a\": {\"b\": [1.0]}}'))", "\"{a={b=[1.0]}}\""),
    (#"States.Format('it\'s \{\} \\ {}', 1)"#, #""it's {} \\ 1""#),
    ("States.Format('{}', 12345678901.0)", "\"1.2345678901E10\""),
    ("States.StringToJson('')", "null"), ("States.StringToJson(' [1, \"x\"] ')", "[1,\"x\"]"),
    (#"States.StringToJson('\{"a":1\}')"#, "{\"a\":1}"),
    ("States.JsonToString(States.Array(1, 'x', null))", "\"[1,\\\"x\\\",null]\""),
    ("States.Array()", "[]"), ("States.Array(1, States.Array(2))", "[1,[2]]"),
    ("States.ArrayPartition(States.Array(1, 2, 3), 2.9)", "[[1,2],[3]]"),
    ("States.ArrayContains(States.Array(1, 'a'), 'a')", "true"),
    ("States.ArrayContains(States.Array(1), 1.0)", "false"),
    ("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]"), ("States.ArrayRange(5, 1, -2)", "[5,3,1]"),
    ("States.ArrayRange(5, 1, 1)", "[]"), ("States.ArrayRange(1.6, 1.4, 1)", "[1]"),
    ("States.ArrayGetItem(States.Array('a', 'b'), 1.2)", "\"b\""),
    ("States.ArrayGetItem(States.Array(), 9)", "null"),
    ("States.ArrayLength(States.Array(1, 2))", "2"),
    ("States.ArrayUnique(States.Array(3, 1, 3, 2))", "[1,2,3]"),
    ("States.ArrayUnique(States.Array(true, false, true))", "[false,true]"),
    (
      "States.ArrayUnique(States.Array(States.Array(1, 2), States.Array(2, 1)))", "[[2,1],[1,2]]"
    ),
    ("States.ArrayUnique(States.Array(null, 1, '1', 1))", "[null,1,\"1\"]"),
    ("States.Base64Encode('Data to encode')", "\"RGF0YSB0byBlbmNvZGU=\""),
    ("States.Base64Decode('4pyT')", "\"✓\""),
    ("States.Hash('hello', 'MD5')", "\"5d41402abc4b2a76b9719d911017c592\""),
    (
      "States.JsonMerge(States.StringToJson('{\"a\":1,\"b\":2}'), States.StringToJson('{\"b\":3}'), false)",
      "{\"a\":1,\"b\":3}"
    ),
    ("States.MathAdd(-1.5, 0)", "-1"), ("States.MathAdd(0.5, 1.49)", "2"),
    ("States.MathAdd(2147483646, 1)", "2147483647"),
    ("States.StringSplit('1+2,3.4', '.+,')", "[\"1\",\"2\",\"3\",\"4\"]"),
    ("States.StringSplit(',a,,b', ',')", "[\"a\",\"b\"]"),
    ("States.StringSplit('abc', '')", "[\"abc\"]"),
    ("States.StringSplit('', ',')", "[]"), ("States.MathRandom(0, 1)", "0"),
    ("States.UUID()", "\"00000000-0000-4000-8000-000000000000\""),
  ])
  func `has results`(call: String, result: String) throws {
    #expect(try value(of: IntrinsicCall(call)).map { JSONWriter.compact($0) } == result)
  }

  @Test(arguments: [
    "States.Format('{} {}', 1)", "States.Format('{}', 1, 2)", "States.Format('{', 1)",
    "States.Format('}')", "States.Format(5)", "States.StringToJson('{bad')",
    "States.StringToJson(1)",
    "States.StringToJson()", "States.ArrayPartition(States.Array(1), 0.9)",
    "States.ArrayPartition('a', 1)", "States.ArrayRange(1, 5, 0.4)",
    "States.ArrayRange(1, 1001, 1)",
    "States.ArrayGetItem(States.Array(1), 1)", "States.ArrayGetItem(States.Array(1), -1)",
    "States.ArrayLength('a')", "States.Hash('a', 'sha-256')", "States.Hash(null, 'MD5')",
    "States.JsonMerge(States.StringToJson('{}'), States.StringToJson('{}'), true)",
    "States.MathRandom(5, 5)", "States.MathRandom(1.4, 1.6)", "States.MathRandom(1, 2, 'x')",
    "States.MathAdd(2147483647, 1)", "States.MathAdd('1', 2)", "States.MathAdd(1)",
    "States.StringSplit(1, ',')", "States.UUID(1)",
  ])
  func `have no result for wrong arguments`(call: String) throws {
    #expect(try value(of: IntrinsicCall(call)) == nil)
  }

  @Test func `draws the same numbers from one seed`() throws {
    let call = try IntrinsicCall("States.MathRandom(1, 1000, 42)")
    #expect(value(of: call) == value(of: call))
  }

  @Test(arguments: [
    ("States.Nope()", 0), ("States.Array(", 13), ("States.Array(1,)", 15),
    ("States.Array(1 2)", 15),
    ("States.Array('a)", 16), (#"States.Array('a\n')"#, 15), ("States.Array(1) x", 16),
    ("States.Array($.)", 15), ("States.Array(\"a\")", 13), ("States.Array [0]", 13),
  ])
  func `tells where a text is no call`(text: String, offset: Int) {
    let error = #expect(throws: JSONPathSyntaxError.self) { try IntrinsicCall(text) }
    #expect(error?.offset == offset)
  }

  @Test func `calls are nested up to ten deep`() throws {
    let nest = { (depth: Int) in
      String(repeating: "States.Array(", count: depth) + String(repeating: ")", count: depth)
    }
    _ = try IntrinsicCall(nest(10))
    #expect(throws: JSONPathSyntaxError.self) { try IntrinsicCall(nest(11)) }
  }

  @Test func `knows the variables that it reads`() throws {
    let expression = try PathExpression("States.Format('{} {}', $a.b, States.MathAdd($c, $.d))")
    #expect(expression.variables == ["a", "c"])
  }

  /// The result of `call`, whose arguments are constants and calls.
  private func value(of call: IntrinsicCall) -> JSONValue? {
    var values: [JSONValue] = []
    for argument in call.arguments {
      switch argument {
      case .constant(let value): values.append(value)
      case .call(let inner):
        guard let value = value(of: inner) else { return nil }
        values.append(value)
      case .path: return nil
      }
    }
    return call.function.result(of: values, template: call.template, random: { 0 })
  }
}
