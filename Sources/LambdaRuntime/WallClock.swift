#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time of day.
enum WallClock {
  /// The nanoseconds since the start of 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The instant that is `milliseconds` after the start of 1970.
  static func instant(milliseconds: Int64) -> ContinuousClock.Instant {
    .now + .milliseconds(milliseconds) - .nanoseconds(now)
  }

  /// The time `nanoseconds` after the start of 1970, such as `2026-01-31T12:00:00.000Z`.
  static func timestamp(_ nanoseconds: Int64) -> String {
    var seconds = time_t(nanoseconds / 1_000_000_000)
    var time = tm()
    gmtime_r(&seconds, &time)
    let date = [Int(time.tm_year) + 1900, Int(time.tm_mon) + 1, Int(time.tm_mday)]
    let clock = [Int(time.tm_hour), Int(time.tm_min), Int(time.tm_sec)]
    let milliseconds = Int(nanoseconds / 1_000_000 % 1000)
    return date.map(padded).joined(separator: "-") + "T" + clock.map(padded).joined(separator: ":")
      + ".\(milliseconds < 100 ? "0" : "")\(padded(milliseconds))Z"
  }

  /// `number` with two digits at least.
  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
