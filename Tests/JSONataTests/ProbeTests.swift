import JSON
import JSONata
import Testing

@Suite(
  .enabled(
    if: ConformanceData.isAvailable, "needs shared/conformance/jsonata above the package"))
struct ProbeTests {
  /// An expression and what the reference answers, as the table of probes writes it.
  struct Probe {
    let source: String
    let answer: String
  }

  /// The rows of all tables.
  static func probes() throws -> [Probe] {
    try ConformanceData.text("probes.md").split(separator: "\n").compactMap { line -> Probe? in
      guard line.hasPrefix("| `") else { return nil }
      let row = line.replacing("\\|", with: "\u{1}")
      let cells = row.split(separator: " | ", maxSplits: 1).map {
        $0.trimmingPrefix("| ").replacing("\u{1}", with: "|")
      }
      guard cells.count == 2 else { return nil }
      return Probe(
        source: Self.bare(String(cells[0])), answer: Self.bare(String(cells[1].dropLast(2))))
    }
  }

  /// `text` without its backquotes.
  private static func bare(_ text: String) -> String {
    text.hasPrefix("`") && text.hasSuffix("`") ? String(text.dropFirst().dropLast()) : text
  }

  /// The document of the probes.
  static func document() throws -> JSONValue {
    let text = try ConformanceData.text("probes.md")
    guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("Input document:") }),
      let start = line.firstIndex(of: "{"), let end = line.lastIndex(of: "}")
    else { return nil }
    return try JSONReader.read(String(line[start...end]))
  }

  @Test func `every probe has the reference's answer`() throws {
    let document = try Self.document()
    let probes = try Self.probes()
    #expect(probes.count > 200)
    for probe in probes {
      let outcome = Outcome { () throws(JSONataError) in
        try JSONataExpression(probe.source, dialect: .jsonata).evaluate(document)
      }
      if !Self.isExpected(outcome, probe.answer) {
        Issue.record("\(probe.source) expected \(probe.answer) found \(outcome.description)")
      }
    }
  }

  /// Whether `outcome` is the answer.
  private static func isExpected(_ outcome: Outcome, _ answer: String) -> Bool {
    if answer.hasPrefix("error ") { return outcome.code == String(answer.dropFirst(6)) }
    guard case .value(let value) = outcome else { return false }
    if answer == "*undefined*" { return value == nil }
    guard let value, let expected = try? JSONReader.read(answer) else { return false }
    return (try? JSONReader.read(JSONWriter.compact(value))) == expected
  }
}
