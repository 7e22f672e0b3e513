#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time of day.
enum WallClock {
  /// The nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The instant that is `milliseconds` after the start of 1970.
  static func instant(milliseconds: Int64) -> ContinuousClock.Instant {
    .now + .milliseconds(milliseconds) - .nanoseconds(now)
  }
}
