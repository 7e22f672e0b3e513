import Diagnostics
import JSON
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", "null"), (" [1, 2.50, -0, 1e3] ", "[1,2.5,0,1000]"),
    (#"{"b":1,"a":{"c":[]}}"#, #"{"b":1,"a":{"c":[]}}"#),
    (#""\u00e9\ud83d\ude00\n""#, #""é😀\n""#), ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "9223372036854776000"), (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
    ("1e-7", "1e-7"), ("123e20", "1.23e+22"), ("0.000001", "0.000001"), ("1.0", "1"),
  ])
  func `reads and writes a text`(text: String, expected: String) throws {
    #expect(JSONWriter.compact(try JSONReader.read(text)) == expected)
  }

  @Test(arguments: [
    ("", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("01", 1), ("\"abc", 0), ("[1 2]", 3), ("tru", 0),
    ("1 x", 2), ("\"\\q\"", 1), ("1e400", 0),
  ])
  func `names the place of a mistake`(text: String, offset: Int) {
    #expect(throws: JSONSyntaxError.self) { try JSONReader.read(text) }
    do { _ = try JSONReader.read(text) } catch { #expect(error.offset == offset, "\(error)") }
  }

  @Test func `survives 100,000 nested lists within a higher limit`() throws {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONSyntaxError.self) { try JSONReader.read(text) }
    var value = JSONValue.null
    for _ in 0..<200_000 { value = .array([["a": value], 1]) }
    #expect(value.typeName == "array")
  }

  @Test func `objects made alike share one shape`() throws {
    let list = try JSONReader.read(#"[{"a":1,"b":2},{"a":3,"b":4}]"#)
    #expect(list[0]?.objectValue?.shape === list[1]?.objectValue?.shape)
    #expect(list[1]?["b"] == 4)
  }

  @Test func `reads names and texts alike whatever has been read before`() throws {
    let row = #"{"id":1,"na\u006de":"x","tags":["a","a","é"],"\"":{}}"#
    let other = #"{"id":1,"name":"x","id":2,"z":0.1}"#
    let wide = "{" + (0..<700).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    let rows = Array(repeating: [row, other, wide], count: 50).flatMap(\.self)
    let list = try JSONReader.read("[\(rows.joined(separator: ","))]")
    let first = #"{"id":1,"name":"x","tags":["a","a","é"],"\"":{}}"#
    for index in 0..<50 {
      #expect(list[index * 3].map { JSONWriter.compact($0) } == first)
      #expect(list[index * 3 + 1] == ["id": 2, "name": "x", "z": 0.1])
      #expect(list[index * 3 + 2]?["k699"] == 699)
    }
  }

  @Test(arguments: [
    "0.1", "-0.3", "123456789.012345", "9007199254740993.5", "1e-3", "-0.0", "4.35",
  ])
  func `reads a decimal as the nearest double`(text: String) throws {
    #expect(try JSONReader.read(text).doubleValue?.bitPattern == Double(text)?.bitPattern)
  }

  @Test func `tells where every part stands`() throws {
    let (_, positions) = try JSONReader.readWithPositions(#"{"a": [10, {"b/c": true}]}"#)
    #expect(positions.values["/a/0"]?.lowerBound == 7)
    #expect(positions.keys["/a/1/b~1c"]?.lowerBound == 12)
    #expect(positions.range(at: "/a/1/none")?.lowerBound == 11)
  }

  @Test func `names that differ only in their bytes are two names`() throws {
    let value = try JSONReader.read("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value.objectValue?.count == 2)
    #expect(value["\u{E9}"] == 1)
  }

  @Test func `a builder keeps the place of a member and can remove one`() {
    var builder = JSONObject.Builder()
    for index in 0..<20 { builder["k\(index)"] = .integer(Int64(index)) }
    builder["k3"] = "three"
    builder["k0"] = nil
    let object = builder.build()
    #expect(object.keys.first == "k1")
    #expect(object["k3"] == "three")
    #expect(object["k19"] == 19)
  }

  @Test func `lays out a value on one spaced line and on several`() {
    let value: JSONValue = ["a": 1, "b": [true, nil], "c": [:]]
    #expect(JSONWriter.write(value, layout: .spaced) == #"{ "a": 1, "b": [true, null], "c": {} }"#)
    #expect(
      JSONWriter.indented(value)
        == "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ],\n  \"c\": {}\n}")
  }
}

struct JSONNamesTests {
  @Test func `Texts made alike share their shapes, others are read as alone`() throws {
    var names = JSONNames()
    var shapes: [JSONShape] = []
    for text in [#"{"a": 1, "b\n": {"a": 2}}"#, "[1]", #"{"a": 3, "b\n": {"a": 4}}"#] {
      let value = try JSONReader.read(utf8: Array(text.utf8), names: &names)
      #expect(try value == JSONReader.read(text))
      if let object = value.objectValue { shapes.append(object.shape) }
    }
    #expect(shapes.count == 2)
    #expect(shapes[0] === shapes[1])
  }

  @Test func `More names than are remembered, and texts with mistakes, do no harm`() throws {
    var names = JSONNames()
    for number in 0..<200 {
      let text = #"{"x\#(number)": {"y": \#(number), "z": [{"x\#(number)": 1, "a": 2}]}}"#
      for text in [text, #"{"x\#(number)": {"y": "#, #"{"x\#(number)": 1, "x\#(number)": 2}"#] {
        let value = try? JSONReader.read(utf8: Array(text.utf8), names: &names)
        #expect(value == (try? JSONReader.read(text)))
      }
    }
  }
}
