import ServiceModel

/// What a service may use, as the configuration of its function says.
struct FunctionLimits: Hashable, Sendable {
  /// The most memory of a process, in MB.
  var memory = 512

  /// The longest time of a call; nil for the host's.
  var timeout: Duration?

  /// The time of a call for which its caller allows `wanted`, on a host that allows `usual`: a
  /// caller can shorten the function's own time, as he cannot lengthen it on Lambda.
  func timeout(wanted: Duration?, usual: Duration) -> Duration {
    guard let timeout else { return wanted ?? usual }
    return min(timeout, wanted ?? timeout)
  }
}
