import JSON
import ServiceModel
import Testing

struct SchemaTests {
  @Test(
    arguments: [
      ("2", .integer, 2), ("2.0", .integer, 2), ("52.30", .integer, nil), ("two", .integer, nil),
      ("52.30", .number, 52.3), ("true", .boolean, true), ("yes", .boolean, nil),
      ("2", .string, "2"), ("2", .any, "2"), ("b", .enumeration(["a", "b"]), "b"),
      ("[1,2]", .array(.integer), [1, 2]), ("[1,\"x\"]", .array(.integer), nil),
      ("null", .nullable(.integer), .null), ("3", .nullable(.integer), 3), ("+2", .number, nil),
    ] as [(String, Schema, JSONValue?)])
  func `Text is converted strictly`(text: String, schema: Schema, value: JSONValue?) {
    #expect(schema.convert(text: text) == value)
  }

  @Test(
    arguments: [
      ("2", .array(.integer), [2]), ("x", .array(.integer), nil), ("2", .integer, nil),
      ("x", .nullable(.array(.string)), ["x"]),
    ] as [(String, Schema, JSONValue?)])
  func `Text is converted to a list of one`(text: String, schema: Schema, value: JSONValue?) {
    #expect(schema.convert(element: text) == value)
  }

  private static let line = Schema.object(
    Schema.Object([
      Schema.Object.Property("sku", .string),
      Schema.Object.Property("qty", .integer, isRequired: false),
    ]))

  @Test(
    arguments: [
      (.integer, 2.5, "expected an integer, got 2.5"), (.integer, 2.0, nil),
      (.string, 1, "expected a string, got 1"), (.nullable(.string), .null, nil),
      (
        .array(line), [["sku": "A"], ["sku": "B", "qty": "x"]],
        "[1].qty: expected an integer, got \"x\""
      ),
      (.array(line), [["qty": 1]], "[0].sku: missing, expected a string"),
      (.object(Schema.Object(additional: nil)), ["a": 1], ".a: unknown"),
      (.enumeration(["a", "b"]), "c", "expected one of \"a\"|\"b\", got \"c\""),
    ] as [(Schema, JSONValue, String?)])
  func `A mismatch names the place, what was expected and what came`(
    schema: Schema, value: JSONValue, message: String?
  ) {
    #expect(schema.mismatch(of: value) == message)
  }

  @Test(
    arguments: [
      .any, .boolean, .integer, .number, .string, .string(format: "date-time"),
      .enumeration(["a", 1]), .array(.any), .array(line), .nullable(.integer), .nullable(line),
      .nullable(.enumeration(["a"])), .object(Schema.Object(additional: .integer)),
      .object(Schema.Object(additional: nil)),
    ] as [Schema])
  func `A schema survives JSON Schema`(schema: Schema) {
    #expect(Schema(jsonSchema: schema.jsonSchema) == schema)
  }

  @Test func `A schema that refers to itself ends`() {
    let document: JSONValue = [
      "components": [
        "schemas": [
          "Node": [
            "type": "object",
            "properties": [
              "children": ["type": "array", "items": ["$ref": "#/components/schemas/Node"]]
            ],
          ]
        ]
      ]
    ]
    let schema = Schema(jsonSchema: ["$ref": "#/components/schemas/Node"], in: document)
    #expect(schema.displayName == "object")
  }
}
