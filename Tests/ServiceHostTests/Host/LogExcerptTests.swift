import Testing

@testable import ServiceHost

/// Which lines of a log an error tells.
@Suite struct LogExcerptTests {
  static let cases: [(log: [String], told: [String])] = [
    ([], []),
    (["a", "", "b", "c", "d"], ["b", "c", "d"]),
    (
      ["a", "f.swift:4: Fatal error: b", "Current stack trace:", "0 c"],
      ["a", "f.swift:4: Fatal error: b"]
    ),
    (
      ["f.swift:4: Fatal error: b", "", "*** Signal 4: Backtracing from 0x7f…", "Images:"],
      ["f.swift:4: Fatal error: b"]
    ),
    (
      [
        "a", "*** Signal 4: Backtracing from 0x7f…", "Thread 0 \"service\":",
        "0      0x00007f611fc47301 sigsuspend + 65 in libc.so.6", "Thread 1 \"qos\" crashed:", "",
        "0      0x000055f1ef0571ca Bad.getCrash() + 138 in service",
        "1 [ra] 0x00007f swift_job_run",
      ],
      ["a", "at Bad.getCrash() + 138 in service"]
    ),
    (
      [#"{"timestamp":"2026-11-24T02:03:04.567Z","level":"INFO","message":"a","requestId":"1"}"#],
      ["02:03:04.567 INFO a"]
    ),
  ]

  @Test(arguments: cases)
  func `the last lines before a report of a crash are told`(_ log: [String], _ told: [String]) {
    #expect(LogExcerpt.lines(of: log, count: 3) == told)
  }
}
