import Foundation
import JSON
import ServiceModel
import Testing

@testable import Coworks

/// A value with everything that coding meets.
struct Everything: Codable, Equatable {
  var flag = true
  var small: Int8 = -3
  var large = UInt64.max
  var ratio: Float = 0.1
  var text = "é"
  var absent: Int?
  var list: [Int?] = [1, nil]
  var map = ["b": [1.5], "a": []]
  var nested = Nested(items: [Nested(items: [])])
  var day = Weekday.monday
  var shape = Shape.circle(radius: 2)
  var unique: Set<String> = ["x"]

  struct Nested: Codable, Equatable {
    var items: [Nested]
  }

  enum Weekday: String, Codable { case monday, tuesday }

  enum Shape: Codable, Equatable {
    case circle(radius: Double)
    case none
  }
}

struct CodingTests {
  @Test func `A value survives JSON`() throws {
    var value = Everything()
    value.large = 7
    let json = try JSONValueEncoder.encode(value)
    #expect(try JSONValueDecoder.decode(Everything.self, from: json) == value)
    #expect(json["list"] == [1, .null])
    #expect(json["ratio"] == 0.1)
    #expect(json["absent"] == nil)
    #expect(json["shape"] == ["circle": ["radius": 2]])
  }

  @Test func `A value that an enumeration has not is told without the type's name`() throws {
    let json: JSONValue = ["items": [], "day": "sunday"]
    struct Plan: Decodable { var day: Everything.Weekday }
    let error = #expect(throws: DecodingError.self) {
      try JSONValueDecoder.decode(Plan.self, from: json)
    }
    guard case .dataCorrupted(let context)? = error else { return }
    #expect(context.debugDescription == #"unknown value "sunday""#)
    #expect(context.codingPath.map(\.stringValue) == ["day"])
  }

  @Test func `JSON is the same as Foundation's`() throws {
    let value = Everything()
    let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    let json = try JSONValueEncoder.encode(value)
    #expect(try json == JSONReader.read(text))
  }

  /// A value with parts that can be anything.
  private struct Delivery: Codable, Equatable {
    var event: String
    var payload: JSONValue
    var others: [String: JSONValue]
  }

  @Test func `A part that can be anything keeps all of it`() throws {
    let delivery = Delivery(
      event: "push",
      payload: ["z": [1, 2.5, nil, true, "é"], "a": ["b": [:], "c": []]], others: ["x": [[]]])
    let json = try JSONValueEncoder.encode(delivery)
    #expect(json["payload"]?.description == #"{"z":[1,2.5,null,true,"é"],"a":{"b":{},"c":[]}}"#)
    #expect(try JSONValueDecoder.decode(Delivery.self, from: json) == delivery)
    let data = try JSONEncoder().encode(delivery)
    #expect(try JSONDecoder().decode(Delivery.self, from: data) == delivery)
    #expect(try JSONReader.read(String(decoding: data, as: UTF8.self)) == json)
  }

  @Test func `A number that JSON has not is an error`() {
    #expect(throws: EncodingError.self) { try JSONValueEncoder.encode([Double.nan]) }
  }

  @Test func `A mistake has its place`() {
    let json: JSONValue = ["items": [["items": [["items": 1]]]]]
    #expect {
      try JSONValueDecoder.decode(Everything.Nested.self, from: json)
    } throws: { error in
      guard case DecodingError.typeMismatch(_, let context) = error else { return false }
      return context.codingPath.text == "items[0].items[0].items"
        && context.debugDescription == "expected an array, got 1"
    }
  }

  @Test(
    arguments: [(300, "an integer from -128 to 127"), (1.5, "an integer")] as [(JSONValue, String)])
  func `A number must fit its type`(json: JSONValue, expected: String) {
    #expect {
      try JSONValueDecoder.decode(Int8.self, from: json)
    } throws: { error in
      guard case DecodingError.typeMismatch(_, let context) = error else { return false }
      return context.debugDescription.hasPrefix("expected \(expected), got")
    }
  }
}

struct SchemaProbeTests {
  @Test(arguments: [
    (SchemaProbe.schema(of: Int.self), "integer"),
    (SchemaProbe.schema(of: String?.self), "string or null"),
    (SchemaProbe.schema(of: [[Bool]].self), "array of array of boolean"),
    (SchemaProbe.schema(of: [String: Int].self), "object of integer"),
    (SchemaProbe.schema(of: Everything.Nested.self), "object"),
    (SchemaProbe.schema(of: Everything.Weekday.self), "string"),
    (SchemaProbe.schema(of: Set<Double>.self), "array of number"),
    (SchemaProbe.schema(of: UUID.self), "uuid"), (SchemaProbe.schema(of: Date.self), "date-time"),
    (SchemaProbe.schema(of: [URL?].self), "array of uri or null"),
    (SchemaProbe.schema(of: Data.self), "text in Base64"),
    (SchemaProbe.schema(of: [File].self), "array of file"),
    (SchemaProbe.schema(of: JSONValue.self), "any value"),
    (SchemaProbe.schema(of: [JSONValue].self), "array"),
    (SchemaProbe.schema(of: [String: JSONValue].self), "object"),
    (SchemaProbe.schema(of: [Int: Bool].self), "object of boolean"),
  ])
  func `A type tells its schema`(schema: Schema, name: String) {
    #expect(schema.displayName == name)
  }

  /// A type with optional members.
  private struct Note: Decodable {
    var text: String
    var due: String?
    var tags: [String]?
    var weight: Double?
  }

  @Test func `An optional member may be missing`() {
    let schema = Schema.object(
      Schema.Object([
        .init("text", .string), .init("due", .nullable(.string), isRequired: false),
        .init("tags", .nullable(.array(.string)), isRequired: false),
        .init("weight", .nullable(.number), isRequired: false),
      ]))
    #expect(SchemaProbe.schema(of: Note.self) == schema)
  }

  @Test func `A type that refers to itself has a schema`() {
    let schema = SchemaProbe.schema(of: Everything.Nested.self)
    let inner = Schema.object(Schema.Object([.init("items", .array(.any))]))
    #expect(schema == .object(Schema.Object([.init("items", .array(inner))])) || schema == inner)
  }
}
