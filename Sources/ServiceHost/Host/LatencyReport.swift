package import JSON
import ServiceModel

/// How long calls of a running service take, seen from the caller.
package struct LatencyReport: Hashable, Sendable {
  /// The durations in ascending order.
  private let sorted: [Duration]

  /// Creates the report of `durations`, of which there is at least one.
  package init(_ durations: [Duration]) {
    precondition(!durations.isEmpty, "a report is on at least one call")
    sorted = durations.sorted()
  }

  /// The number of calls.
  package var count: Int { sorted.count }

  /// The middle duration.
  package var median: Duration { percentile(50) }

  /// The duration that one call in a hundred exceeds.
  package var p99: Duration { percentile(99) }

  /// The shortest duration.
  package var minimum: Duration { percentile(0) }

  /// The longest duration.
  package var maximum: Duration { percentile(100) }

  /// The duration that `percent` of the calls do not exceed.
  package func percentile(_ percent: Int) -> Duration {
    sorted[min(sorted.count - 1, sorted.count * percent / 100)]
  }
}

extension ServiceHost {
  /// Calls `service` `count` times, one after the other, and reports how long that took.
  ///
  /// A few calls go before, so that the process runs and is warm. The first error ends it.
  package nonisolated func measureLatency(
    of service: String, payload: JSONValue, count: Int = 1_000
  ) async throws(ServiceHostError) -> LatencyReport {
    for _ in 0..<10 { try await expectAnswer(of: service, payload) }
    var durations: [Duration] = []
    for _ in 0..<max(1, count) {
      let start = ContinuousClock.now
      try await expectAnswer(of: service, payload)
      durations.append(ContinuousClock.now - start)
    }
    return LatencyReport(durations)
  }

  /// Calls `service`, which must answer.
  private nonisolated func expectAnswer(
    of service: String, _ payload: JSONValue
  ) async throws(ServiceHostError) {
    let invocation = await invoke(service, payload: payload)
    guard case .error(let type, let message) = invocation.outcome else { return }
    throw ServiceHostError(.system, "\(type): \(message)")
  }
}
