import Foundation
import JSON
import ServiceModel
import Testing

@testable import Coworks

struct FoundationTypeTests {
  /// A value of Foundation's types.
  private struct Meeting: Codable, Equatable {
    var id = UUID()
    var start = Date(timeIntervalSince1970: 1_700_000_000.042)
    var end: Date?
    var link = URL(string: "https://example.com/a?b=c%20d")
    var notes = Data([0, 255, 3])
    var reminders: [Date] = [Date(timeIntervalSince1970: 0)]
  }

  @Test func `Values of Foundation are texts in JSON`() throws {
    let meeting = Meeting()
    let json = try JSONValueEncoder.encode(meeting)
    #expect(
      json == [
        "id": .string(meeting.id.uuidString), "start": "2023-11-14T22:13:20.042Z",
        "link": "https://example.com/a?b=c%20d", "notes": "AP8D",
        "reminders": ["1970-01-01T00:00:00Z"],
      ])
    #expect(try JSONValueDecoder.decode(Meeting.self, from: json) == meeting)
  }

  @Test(arguments: ["0", "12", "-12.5", "0.1", "1e100", "9223372036854775807", "1.5e-7"])
  func `A decimal is a number in JSON`(text: String) throws {
    let decimal = try #require(Decimal(string: text))
    let json = try JSONValueEncoder.encode(["price": decimal])
    #expect(try json == ["price": JSONReader.read(text)])
    #expect(try JSONValueDecoder.decode([String: Decimal].self, from: json) == ["price": decimal])
    #expect(SchemaProbe.schema(of: Decimal.self) == .number)
  }

  @Test(arguments: ["12", 1e300, true, .null] as [JSONValue])
  func `What is no decimal is refused`(json: JSONValue) {
    #expect(throws: DecodingError.self) {
      try JSONValueDecoder.decode(Decimal.self, from: json)
    }
  }

  @Test(
    arguments: [
      ("start", "2023-11-14", "expected a date-time, got \"2023-11-14\""),
      ("start", 7, "expected a date-time, got 7"),
      ("notes", "*", "expected a text in Base64, got \"*\""), ("id", "x", nil),
    ] as [(String, JSONValue, String?)])
  func `What does not fit is named`(name: String, value: JSONValue, text: String?) throws {
    let json = try JSONValueEncoder.encode(Meeting()).objectValue?.setting(name, to: value)
    #expect {
      try JSONValueDecoder.decode(Meeting.self, from: .object(try #require(json)))
    } throws: { error in
      switch error {
      case DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context):
        context.codingPath.text == name && (text == nil || context.debugDescription == text)
      default: false
      }
    }
  }

  @Test(arguments: [
    ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
    ("2026-01-31t12:00:00.5z", "2026-01-31T12:00:00.500Z"),
    ("2026-01-01T01:30:00+02:00", "2025-12-31T23:30:00Z"),
    ("2026-12-31T23:00:00-05:30", "2027-01-01T04:30:00Z"),
    ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ("2025-02-29T00:00:00Z", nil), ("2026-13-01T00:00:00Z", nil), ("2026-01-31T24:00:00Z", nil),
    ("2026-01-31T12:00:00", nil), ("2026-01-31 12:00:00Z", nil), ("2026-01-31T12:00:00.Z", nil),
    ("2026-01-31T12:00:00Zx", nil), ("2026-1-31T12:00:00Z", nil), ("", nil),
  ])
  func `A date with time and zone is read, others are not`(text: String, written: String?) {
    #expect(DateTime(text)?.text == written)
  }

  @Test func `Dates since the Gregorian calendar began are those of Foundation`() {
    for day in stride(from: -141_000, to: 1_000_000, by: 997) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3_661)
      let text = DateTime(secondsSince2001: date.timeIntervalSinceReferenceDate).text
      #expect(text == date.formatted(.iso8601))
      #expect(DateTime(text)?.secondsSince2001 == date.timeIntervalSinceReferenceDate)
    }
  }
}
