import Foundation
import JSON

/// An expression with the answer that the reference, or Step Functions, gives.
struct JSONataCase {
  /// What it is called.
  let name: String

  /// The line that asks for it.
  let request: JSONValue

  /// What is expected, in the words of the conformance data.
  let expected: JSONValue

  /// Whether the elements of a list may come in any order.
  var isUnordered = false

  /// Whether a token and a position are named only for mistakes of syntax.
  var hasLooseToken = false

  /// The cases of the three collections in `folder`, but for those that a host in JavaScript, the
  /// recovering parser or texts that are no Unicode are needed for.
  static func all(in folder: URL) throws -> [JSONataCase] {
    let suite = try json("suite.dev.json", in: folder)
    let aws = try json("aws-cases.json", in: folder)
    return try (suite["cases"]?.arrayValue ?? []).compactMap { suiteCase($0, of: suite) }
      + (aws["cases"]?.arrayValue ?? []).map { JSONataCase($0, dialect: nil, data: $0["data"]) }
      + probes(in: folder)
  }

  /// Whether `answer` is what is expected.
  func accepts(_ answer: JSONValue) -> Bool {
    if expected["undefined"] != nil { return answer == ["undefined": true] }
    if let result = expected["result"] ?? expected["resultJSON"] {
      guard let value = answer["result"] else { return false }
      return isUnordered ? Self.sorted(value) == Self.sorted(result) : value == result
    }
    guard let error = answer["error"], let code = error["code"]?.stringValue else { return false }
    if let limit = expected["limit"]?.stringValue {
      return code == ["depth": "D1011", "memory": "D2015", "time": "D1012"][limit]
    }
    if expected["code"] == "U1001" { return code == "D1011" || code == "D1012" }
    return expected["code"]?.stringValue == code
      && (hasLooseToken || isPlaced(error))
  }

  // MARK: -

  /// Whether `error` has the expected token and position.
  private func isPlaced(_ error: JSONValue) -> Bool {
    ["token", "position"].allSatisfy { expected[$0] == nil || expected[$0] == error[$0] }
  }

  /// The case that `content` describes.
  private init(_ content: JSONValue, dialect: JSONValue?, data: JSONValue?) {
    var request: [(key: String, value: JSONValue)] = [("expr", content["expr"] ?? nil)]
    if let dialect { request.append(("dialect", dialect)) }
    if let data { request.append(("data", data)) }
    for name in ["bindings", "timelimit", "depth", "options"] {
      if let value = content[name] { request.append((name, value)) }
    }
    self.init(
      name: content["id"]?.stringValue ?? "", request: .object(request),
      expected: content["expect"] ?? nil, isUnordered: content["unordered"] != nil)
  }

  /// A case by its parts.
  private init(name: String, request: JSONValue, expected: JSONValue, isUnordered: Bool = false) {
    self.name = name
    self.request = request
    self.expected = expected
    self.isUnordered = isUnordered
  }

  /// A case of the reference's suite; nil for those that are left out.
  private static func suiteCase(_ content: JSONValue, of suite: JSONValue) -> JSONataCase? {
    let tags = (content["tags"]?.arrayValue ?? []).compactMap(\.stringValue)
    if tags.contains(where: { ["ast", "host-function", "lone-surrogate"].contains($0) }) {
      return nil
    }
    let data =
      content["data"] ?? content["dataset"]?.stringValue.flatMap { suite["datasets"]?[$0] }
    var example = JSONataCase(content, dialect: "jsonata", data: data)
    example.hasLooseToken = tags.contains("token-only-if-parse-error")
    return example
  }

  /// The rows of the tables of probes.
  private static func probes(in folder: URL) throws -> [JSONataCase] {
    let text = try String(contentsOf: folder.appending(path: "probes.md"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    guard let line = lines.last(where: { $0.hasPrefix("Input document:") }),
      let start = line.firstIndex(of: "{"), let end = line.lastIndex(of: "}")
    else { return [] }
    let document = try JSONReader.read(String(line[start...end]))
    return try lines.filter { $0.hasPrefix("| `") }.compactMap { try probe($0, on: document) }
  }

  /// The row `line` of a table of probes.
  private static func probe(_ line: Substring, on document: JSONValue) throws -> JSONataCase? {
    let cells = line.replacing("\\|", with: "\u{1}").split(separator: " | ", maxSplits: 1).map {
      $0.trimmingPrefix("| ").replacing("\u{1}", with: "|")
    }
    guard cells.count == 2 else { return nil }
    let source = bare(cells[0])
    return JSONataCase(
      name: source, request: ["expr": .string(source), "dialect": "jsonata", "data": document],
      expected: try answer(bare(cells[1].dropLast(2))))
  }

  /// What the cell `text` of a probe expects.
  private static func answer(_ text: String) throws -> JSONValue {
    if text == "*undefined*" { return ["undefined": true] }
    if text.hasPrefix("error ") { return ["code": .string(String(text.dropFirst(6)))] }
    return ["result": try JSONReader.read(text)]
  }

  /// `text` without its backquotes.
  private static func bare(_ text: some StringProtocol) -> String {
    text.hasPrefix("`") && text.hasSuffix("`") ? String(text.dropFirst().dropLast()) : String(text)
  }

  /// The elements of `value` in some fixed order.
  private static func sorted(_ value: JSONValue) -> [String] {
    (value.arrayValue ?? [value]).map { JSONWriter.compact($0) }.sorted()
  }

  /// The JSON in the file `name`.
  private static func json(_ name: String, in folder: URL) throws -> JSONValue {
    try JSONReader.read(utf8: try Data(contentsOf: folder.appending(path: name)))
  }
}
