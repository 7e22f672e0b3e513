import JSON
import StatesLanguage
import Testing

@Suite struct JSONPathTests {
  /// What the paths are applied to.
  static let document = """
    {"a": {"b": [10, 20, 30, 40], "c d": "x"}, "n": null, "t": "text",
     "books": [{"t": "A", "p": 8, "g": ["x"]}, {"t": "B", "p": 12.5}, {"t": "C", "p": 23, "g": []}],
     "deep": {"t": "D", "inner": {"t": "E"}}}
    """

  @Test(arguments: [
    ("$.a.b[1]", "20"), ("$['a']['b'][-1]", "40"), ("$[\"a\"].b[0]", "10"),
    ("$.a['c d']", "\"x\""), ("$.n", "null"), ("$.a.b[1:3]", "[20,30]"),
    ("$.a.b[-2:]", "[30,40]"), ("$.a.b[:2]", "[10,20]"), ("$.a.b[0,3]", "[10,40]"),
    ("$.a.b[3,9]", "[40]"), ("$.a.b[*]", "[10,20,30,40]"), ("$.deep.*", "[\"D\",{\"t\":\"E\"}]"),
    ("$['n','t']", "{\"n\":null,\"t\":\"text\"}"), ("$.books[0]['t','p']", "{\"t\":\"A\",\"p\":8}"),
    ("$.deep['t','inner'].t", "[\"E\"]"), ("$..t", "[\"text\",\"A\",\"B\",\"C\",\"D\",\"E\"]"),
    ("$.books..p", "[8,12.5,23]"), ("$.books[*].g[0]", "[\"x\"]"), ("$.books[*].none", "[]"),
    ("$.none[*]", "[]"), ("$.none.more[1:]", "[]"),
  ])
  func `names places`(path: String, value: String) throws {
    #expect(try JSONWriter.compact(self.value(at: path)) == value)
  }

  @Test(arguments: [
    ("@.p > 10", "BC"), ("@.p <= 12.5", "AB"), ("@.t == 'B'", "B"), ("@.t != \"B\"", "AC"),
    ("@.g", "AC"), ("!@.g", "B"), ("!(@.p > 10)", "A"), ("@.p > 5 && @.p < 20", "AB"),
    ("@.p < 10 || @.t == 'C'", "AC"), ("(@.p < 10 || @.t == 'C') && @.g", "AC"),
    ("@.t =~ /[ab]/i", "AB"), ("@.t =~ /a/", ""), ("@.t in ['A', 'C']", "AC"),
    ("@.t nin ['A', 'C']", "B"), ("@.g contains 'x'", "A"), ("@.g size 1", "A"),
    ("@.g empty true", "C"), ("@.g subsetof ['x','y']", "AC"), ("@.g anyof ['x','y']", "A"),
    ("@.g noneof ['x','y']", "C"), ("@.p == '8'", "A"), ("@.p === '8'", ""),
    ("@.p > $.a.b[0]", "BC"), ("@.t == 'A' || true", "ABC"), ("8 == @.p", "A"),
    ("@['t'] == 'A'", "A"), ("@.none == null", ""), ("@.p>=12.5&&@.p<23", "B"),
  ])
  func `chooses elements by filters`(filter: String, titles: String) throws {
    let found = try value(at: "$.books[?(\(filter))].t").arrayValue ?? []
    #expect(found.compactMap(\.stringValue).joined() == titles)
  }

  @Test(arguments: [
    ("$.a.b.length()", "4"), ("$.a.length()", "2"), ("$.t.length()", "null"),
    ("$.a.b.min()", "10"), ("$.a.b.max()", "40"), ("$.a.b.sum()", "100"), ("$.a.b.avg()", "25"),
    ("$.deep.keys()", "[\"t\",\"inner\"]"), ("$.a.b.first()", "10"), ("$.a.b.last()", "40"),
    ("$.a.b.index(-2)", "30"), ("$.a.b.append(50)", "[10,20,30,40,50]"),
    ("$.books[*].p.max()", "[23]"), ("$.books[?(@.p > 10)].length()", "[2]"),
  ])
  func `applies functions`(path: String, value: String) throws {
    #expect(try JSONWriter.compact(self.value(at: path)) == value)
  }

  @Test(arguments: [
    ("$.x", "No results for path: $['x']"), ("$.a.x", "No results for path: $['a']['x']"),
    ("$.x.y.z", "Missing property in path $['x']"),
    ("$.a.x.y", "Missing property in path $['a']['x']"),
    ("$.a.b[9]", "No results for path: $['a']['b'][9]"), ("$.n[0]", "The path $['n'] is null"),
    (
      "$.a[0]",
      "Filter: [0] can only be applied to arrays. Current context is: {b=[10, 20, 30, 40], c d=x}"
    ),
    (
      "$.t.x",
      "Expected to find an object with property ['x'] in path $['t'] but found "
        + "'java.lang.String'. This is not a json object according to the JsonProvider: "
        + "'com.jayway.jsonpath.spi.json.JacksonJsonProvider'."
    ),
  ])
  func `says in Jayway's words what is missing`(path: String, message: String) {
    let error = #expect(throws: JSONPathError.self) { try value(at: path) }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    ("", 0), ("a", 0), ("$a b", 3), ("$.", 2), ("$.a.", 4), ("$.a..", 5), ("$...a", 3),
    ("$.a[", 3), ("$.a[x]", 3), ("$['a'", 5), ("$['a", 4), ("$.a b", 4), ("$.f()", 2),
    ("$[1:2:3]", 1), ("$[:]", 1), ("$[?(@.a ==)]", 10), ("$[?(@.a]", 7), ("$[?@.a]", 3),
    ("$[?(@ =~ /(/)]", 9), ("$.a.[0]", 4),
  ])
  func `tells where a text is no path`(path: String, offset: Int) {
    let error = #expect(throws: JSONPathSyntaxError.self) { try JSONPath(path) }
    #expect(error?.offset == offset)
  }

  @Test func `starts from the input, the context or a variable`() throws {
    #expect(try JSONPath("$").root == .input)
    #expect(try JSONPath("$.a").root == .input)
    #expect(try JSONPath("$$").root == .context)
    #expect(try JSONPath("$$.Map.Item").root == .context)
    #expect(try JSONPath("$käse[0]").root == .variable("käse"))
    #expect(try JSONPath("$a_1.b").description == "$['b']")
  }

  @Test func `long filters, and paths that are too long, do no harm`() throws {
    let many = Array(repeating: "@.a == 1", count: 5_000)
    let filter = "$[?(\(many.joined(separator: " && ")) || \(many.joined(separator: " || ")))]"
    let value = try JSONPath(filter).value(in: [["a": 1], ["a": 2]])
    #expect(value == [["a": 1]])
    let marks = String(repeating: "!", count: 50_000)
    #expect(throws: JSONPathSyntaxError.self) { try JSONPath("$[?(\(marks)@.a)]") }
    let steps = String(repeating: ".a", count: 50_000)
    #expect(throws: JSONPathSyntaxError.self) { try JSONPath("$\(steps)") }
    let calls = String(repeating: "concat($.", count: 50_000)
    #expect(throws: JSONPathSyntaxError.self) { try JSONPath("$.\(calls)") }
  }

  @Test func `ends a search that would take too long`() throws {
    let value = try JSONReader.read(
      String(repeating: #"{"a":"#, count: 300) + "1" + String(repeating: "}", count: 300))
    let path = try JSONPath("$..a..a..a..a..a..b")
    #expect(throws: JSONPathError.tooMany) {
      try path.value(in: value, limit: 10_000)
    }
  }

  @Test func `filters are not nested without end`() {
    let text = String(repeating: "$[?(@", count: 1) + String(repeating: "[?(@", count: 200)
    #expect(throws: JSONPathSyntaxError.self) { try JSONPath(text) }
  }

  @Test(arguments: [
    ("$", "1", "{\"a\":{\"b\":[1,2]}}", "1"),
    ("$.x", "1", "{\"a\":0}", "{\"a\":0,\"x\":1}"),
    ("$.a", "1", "{\"a\":0,\"b\":2}", "{\"a\":1,\"b\":2}"),
    ("$.x.y.z", "1", "{}", "{\"x\":{\"y\":{\"z\":1}}}"),
    ("$.a[1].c", "9", "{\"a\":[0,{\"b\":2}]}", "{\"a\":[0,{\"b\":2,\"c\":9}]}"),
    ("$.a[2]", "9", "{\"a\":[0,1]}", nil), ("$.a.b", "9", "{\"a\":5}", nil),
    ("$.a", "9", "[]", nil),
  ])
  func `a reference path puts a value in its place`(
    path: String, value: String, root: String, result: String?
  ) throws {
    let reference = try ReferencePath(path)
    let set = reference.setting(try JSONReader.read(value), in: try JSONReader.read(root))
    #expect(set.map { JSONWriter.compact($0) } == result)
  }

  @Test(arguments: ["$.a[*]", "$..a", "$.a[1:]", "$['a','b']", "$.a[?(@.b)]", "$.a.length()"])
  func `refuses reference paths that name several places`(path: String) {
    #expect(throws: JSONPathSyntaxError.self) { try ReferencePath(path) }
  }

  /// The value at `path` in the document.
  private func value(at path: String) throws -> JSONValue {
    try JSONPath(path).value(in: try JSONReader.read(Self.document))
  }
}
