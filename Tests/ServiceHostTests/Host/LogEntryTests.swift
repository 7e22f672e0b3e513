import Testing

@testable import ServiceHost

/// How a line of a log is read.
@Suite struct LogEntryTests {
  static let cases: [(line: String, text: String)] = [
    ("plain text", "plain text"),
    ("", ""),
    (#"{"no": "log"}"#, #"{"no": "log"}"#),
    (#"{"message": "a""#, #"{"message": "a""#),
    (
      #"{"timestamp":"2026-11-24T02:03:04.567Z","level":"info","message":"in","requestId":"1","n":2}"#,
      "02:03:04.567 INFO in  n=2"
    ),
    (#"{"message":{"a":"b"},"timestamp":7}"#, #"{ "a": "b" }"#),
    ("a\tb\u{1B}[31mc\u{0}\u{7F}é", "a\tb␛[31mc␀␡é"),
    (#"{"message":"two\nlines","who":"\u001b[2J"}"#, "two\nlines  who=␛[2J"),
  ]

  @Test(arguments: cases)
  func `a line is shown without what would steer the terminal`(_ line: String, _ text: String) {
    #expect(LogEntry(line).text == text)
  }
}
