import StatesLanguage
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2025-01-01T00:00:00Z", "2025-01-01T00:00:00.000Z"),
    ("2024-02-29T23:59:59.123456789+01:00", "2024-02-29T22:59:59.123Z"),
    ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
    ("2016-12-05T21:29:29", nil), ("2016-12-05 21:29:29Z", nil), ("2016-12-05T25:29:29Z", nil),
    ("05-12-2016T21:29:29Z", nil), ("2023-02-29T00:00:00Z", nil), ("", nil),
  ])
  func `reads and writes RFC 3339`(text: String, expected: String?) {
    #expect(Timestamp(text)?.description == expected)
  }

  @Test func `counts on from a moment`() throws {
    let start = try #require(Timestamp("2025-12-31T23:59:59.750Z"))
    let end = start.advanced(by: .milliseconds(500))
    #expect(end.description == "2026-01-01T00:00:00.250Z")
    #expect(start.duration(to: end) == .milliseconds(500))
    #expect(start < end)
  }
}
