import Glibc

/// Sends one request again and again over many connections, and notes how long each answer takes.
///
/// It runs on the calling thread and takes as little of the machine as it can, which the server
/// under test needs.
struct LoadGenerator {
  /// What was seen.
  struct Result: Sendable {
    /// The nanoseconds of each answer, in ascending order.
    var latencies: [Int64] = []

    /// How many answers were not the expected ones, and how many connections failed.
    var failures = 0

    /// The seconds in which the answers came.
    var seconds = 0.0

    /// The answers a second.
    var rate: Double { Double(latencies.count) / seconds }

    /// The nanoseconds that `percent` of the answers do not exceed.
    func percentile(_ percent: Double) -> Double {
      guard !latencies.isEmpty else { return .nan }
      let place = Int(Double(latencies.count) * percent / 100)
      return Double(latencies[min(latencies.count - 1, place)])
    }
  }

  /// The port of the server on this machine.
  let port: Int

  /// The path that is asked for.
  let path: String

  /// The body that every answer must have.
  let body: String

  /// The number of connections.
  let connections: Int

  /// Asks for `seconds`; answers in the first `warmUp` seconds do not count.
  func run(seconds: Double, warmUp: Double) -> Result {
    let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8)
    let clients = (0..<connections).map { _ in
      LoadClient(port: port, request: request, body: Array(body.utf8))
    }
    defer { for client in clients { client.close() } }
    var result = Result()
    for client in clients { result.failures += client.open() ? 0 : 1 }
    let counted = Self.now + Int64(warmUp * 1e9)
    let end = counted + Int64(seconds * 1e9)
    var waits = clients.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    while Self.now < end {
      guard poll(&waits, nfds_t(waits.count), 100) > 0 else { continue }
      for index in waits.indices where waits[index].revents != 0 {
        switch clients[index].receive() {
        case .incomplete: break
        case .failed: result.failures += 1
        case .answered(let time):
          if Self.now >= counted { result.latencies.append(time) }
        }
        waits[index].fd = clients[index].descriptor
      }
    }
    result.seconds = Double(Self.now - counted) / 1e9
    result.latencies.sort()
    return result
  }

  /// The nanoseconds of a clock that never goes back.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
