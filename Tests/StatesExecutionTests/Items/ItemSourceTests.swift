import JSON
import Testing

@testable import StatesExecution

@Suite struct ItemSourceTests {
  /// Objects in a bucket named `data`.
  private static func source(_ objects: [String: String]) -> ItemSource {
    ItemSource(MemoryObjectStore(["data": objects.mapValues { Array($0.utf8) }]))
  }

  /// A read of the object `key` with the configuration `config`.
  private static func read(
    _ key: String, _ config: JSONValue, maxItems: Int? = nil
  ) -> ItemRequest {
    var configuration = ReaderConfiguration(config)
    configuration.maxItems = maxItems
    return ItemRequest(
      listsObjects: false, bucket: "data", key: key, prefix: "", configuration: configuration)
  }

  @Test(
    "rows of delimited text become objects",
    arguments: [
      ("a,b\n1,2\n3,4\n", [["a": "1", "b": "2"], ["a": "3", "b": "4"]]),
      ("a,b\r\n1\r\n,,,\r\n", [["a": "1", "b": ""], ["a": "", "b": ""]]),
      ("a,b\n\n   \n", [["a": "   ", "b": ""]]),
      ("\u{FEFF}a,b\n\"x,\"\"y\"\"\nz\",2", [["a": "x,\"y\"\nz", "b": "2"]]),
      ("a,b\n", []),
    ] as [(String, JSONValue)])
  func rows(text: String, expected: JSONValue) async throws {
    let source = Self.source(["t.csv": text])
    let request = Self.read("t.csv", ["InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"])
    #expect(try await .array(source.items(for: request)) == expected)
  }

  @Test func `headers can be given, and columns separated otherwise`() async throws {
    let source = Self.source(["t.csv": "1|2|3\n4"])
    let request = Self.read(
      "t.csv",
      [
        "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["x", "y"],
        "CSVDelimiter": "PIPE",
      ])
    let items = try await source.items(for: request)
    #expect(.array(items) == [["x": "1", "y": "2"], ["x": "4", "y": ""]])
  }

  @Test func `a pointer leads to the items, and a limit ends them`() async throws {
    let source = Self.source(["d.json": #"{"a/b": [{"n": [1, 2, 3]}]}"#])
    let config: JSONValue = ["InputType": "JSON", "ItemsPointer": "/a~1b/0/n"]
    let items = try await source.items(for: Self.read("d.json", config, maxItems: 2))
    #expect(.array(items) == [1, 2])
  }

  @Test func `lines of JSON Lines are items, and a broken one is named`() async throws {
    let source = Self.source(["d.jsonl": "{\"n\":1}\n\n2\n", "e.jsonl": "1\n{\n"])
    let items = try await source.items(for: Self.read("d.jsonl", ["InputType": "JSONL"]))
    #expect(.array(items) == [["n": 1], 2])
    let failure = await #expect(throws: StateError.self) {
      try await source.items(for: Self.read("e.jsonl", ["InputType": "JSONL"]))
    }
    #expect(failure?.error == "States.ItemReaderFailed")
    #expect(failure?.cause?.contains("line 2") == true)
  }

  @Test func `objects are listed by prefix, or loaded and put together`() async throws {
    let source = Self.source(["in/b.json": "[3]", "in/a.json": "[1,2]", "x": ""])
    var request = ItemRequest(
      listsObjects: true, bucket: "data", prefix: "in/", configuration: ReaderConfiguration())
    let listed = try await source.items(for: request)
    #expect(listed.map { $0["Key"] } == ["in/a.json", "in/b.json"])
    #expect(listed.first?["Size"] == 5)
    request.configuration = ReaderConfiguration([
      "InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN",
    ])
    #expect(try await .array(source.items(for: request)) == [1, 2, 3])
  }

  @Test func `manifests of Athena and of an inventory lead to files`() async throws {
    let source = Self.source([
      "m.csv": "s3://data/r1.csv\ns3://data/r2.csv\n", "r1.csv": "a\n1\n", "r2.csv": "a\n2\n",
      "manifest.json": #"{"fileSchema":"Bucket, Key","files":[{"key":"i.csv"}]}"#,
      "i.csv": "\"data\",\"one\"\n",
    ])
    let athena: JSONValue = ["InputType": "MANIFEST", "ManifestType": "ATHENA_DATA"]
    let rows = try await source.items(for: Self.read("m.csv", athena))
    #expect(.array(rows) == [["a": "1"], ["a": "2"]])
    let inventory = try await source.items(
      for: Self.read("manifest.json", ["InputType": "MANIFEST"]))
    #expect(.array(inventory) == [["Bucket": "data", "Key": "one"]])
  }

  @Test(
    "what cannot be read fails the Map",
    arguments: [
      ("missing", "JSON", "does not exist"), ("o.json", "JSON", "non-iterable node"),
      ("bad.json", "JSON", "not valid JSON"), ("o.json", "PARQUET", "Parquet"),
      ("twice.csv", "CSV", "unique"),
    ])
  func failures(key: String, type: String, words: String) async throws {
    let source = Self.source(["o.json": "{}", "bad.json": "[1,", "twice.csv": "a,a\n1,2"])
    let failure = await #expect(throws: StateError.self) {
      try await source.items(for: Self.read(key, ["InputType": .string(type)]))
    }
    #expect(failure?.error == "States.ItemReaderFailed")
    #expect(failure?.cause?.contains(words) == true)
  }
}
