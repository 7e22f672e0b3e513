import Foundation
import JSON
import ServiceHost
import ServiceModel
import Shell

/// Measures how a one-file service starts, and how it answers at the prompt.
struct ServiceStart {
  /// The folder with the service.
  let folder: URL

  /// The time of the run, which no earlier run has.
  private let run = "\(Date().timeIntervalSince1970)"

  /// Lets the authors' library be built, which is done once for all services.
  func prepare() async throws {
    _ = try await time(variant: -1)
  }

  /// The nanoseconds from the source `variant` to the first answer, with a host of its own.
  ///
  /// The first time the source is compiled; then its program is in the cache.
  func time(variant: Int) async throws -> Double {
    let name = "start\(variant + 1).swift"
    try ServiceSample.write(ServiceSample.swift(variant: "\(run) \(variant)"), name, in: folder)
    let file = folder.appending(path: name).path
    let host = ServiceHost(Runtime.hostConfiguration)
    let clock = ContinuousClock()
    let start = clock.now
    do {
      _ = try await host.load(.swiftFile(path: file), as: "inventory")
    } catch {
      await host.shutdown()
      throw BenchmarkFailure("the service cannot be loaded: \(error.message)")
    }
    let outcome = await host.invoke("inventory", payload: Self.event).outcome
    let time = start.duration(to: clock.now)
    await host.shutdown()
    guard case .answer = outcome else { throw BenchmarkFailure("the service fails: \(outcome)") }
    return Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9
  }

  /// The nanoseconds of each of `calls` calls entered at a prompt.
  func promptTimes(calls: Int) async throws -> [Double] {
    let runtime = Runtime.script { _ in }
    let file = QuotedName(folder.appending(path: "inventory.swift").path)
    let isLoaded = await runtime.session.enter("load \(file)") == .done
    var times: [Double] = []
    let clock = ContinuousClock()
    for _ in 0..<(isLoaded ? calls + 20 : 0) {
      let start = clock.now
      let result = await runtime.session.enter("GET inventory\(ServiceSample.path)")
      let time = start.duration(to: clock.now)
      guard result == .done else { break }
      times.append(
        Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9)
    }
    await runtime.close()
    guard times.count == calls + 20 else { throw BenchmarkFailure("the service does not answer") }
    return Array(times.dropFirst(20))
  }

  /// A call as API Gateway sends it.
  private static let event = ServiceRequest(.get, ServiceSample.path).event(.http)
}
