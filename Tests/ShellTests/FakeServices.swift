import JSON
import ServiceHost
import ServiceModel
import Shell
import Synchronization

/// Services that answer inside the test's process.
final class FakeServices: ServiceProvider {
  /// The services by the name that `load` takes.
  private let definitions: [String: ServiceDefinition]

  /// What has been asked for that goes on until it is cancelled.
  let following = Signal()

  /// The services whose sources have been saved.
  let saved = AsyncStream.makeStream(of: String.self)

  /// What the session has set.
  let settings = Mutex<[String]>([])

  /// What was to be loaded.
  let sources = Mutex<[ServiceSource]>([])

  /// The error of the next loads; nil for none.
  let loadFailure = Mutex<ServiceHostError?>(nil)

  /// The names of the services that have been given others.
  private let aliases = Mutex<[String: String]>([:])

  /// Creates the inventory and the payments of the sample session.
  init() {
    let all = [Self.inventory(following), Self.payments(), Self.pictures()]
    definitions = Dictionary(uniqueKeysWithValues: all.map { ($0.description.name, $0) })
  }

  func load(
    _ source: ServiceSource, as name: String?, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> ServiceDescription {
    if let failure = loadFailure.withLock({ $0 }) { throw failure }
    sources.withLock { $0.append(source) }
    let file: String
    switch source {
    case .bundled(let name): file = name
    case .swiftFile(let path), .swiftPackage(let path, _), .executable(let path, _):
      file = String(path.split(separator: "/").last ?? "")
    }
    guard var found = definitions[file.replacing(".swift", with: "")]?.description else {
      throw ServiceHostError(.unknownService, "there is no service \(file)")
    }
    if let name {
      aliases.withLock { $0[name] = found.name }
      found.name = name
    }
    return found
  }

  func reload(
    _ name: String, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> ServiceDescription {
    try await load(.bundled(name), as: nil, progress: progress)
  }

  func unload(_ name: String) async {}

  func invoke(_ service: String, payload: JSONValue, timeout: Duration?) async -> CallResult {
    let known = aliases.withLock { $0[service] } ?? service
    guard let definition = definitions[known] else {
      return CallResult(outcome: .error(type: "Missing", message: service), duration: .zero)
    }
    return CallResult(
      outcome: await definition.handle(event: payload), duration: .microseconds(300))
  }

  func logs(of name: String) async -> [LogLine] { log(of: name) }

  func logStream(of name: String) async -> AsyncStream<LogLine> {
    AsyncStream { continuation in
      for line in log(of: name) { continuation.yield(line) }
      following.send("logs \(name)")
    }
  }

  func changes() async throws(ServiceHostError) -> AsyncStream<String> {
    following.send("changes")
    return saved.stream
  }

  func setStage(_ stage: String) async throws(ServiceHostError) {
    if stage == "broken" { throw ServiceHostError(.system, ".env.broken:2: expected NAME=VALUE") }
    settings.withLock { $0.append("stage \(stage)") }
  }

  func setProcessLimit(_ limit: Int) async {
    settings.withLock { $0.append("processes \(limit)") }
  }

  func package(
    _ name: String, progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> [UInt8] { Array("PK".utf8) }

  /// The log of each service.
  private func log(of name: String) -> [LogLine] {
    [
      LogLine(number: 1, time: .zero, text: "a line of \(name)'s log"),
      LogLine(
        number: 2, time: .zero,
        text: """
          {"timestamp":"2026-11-24T02:03:04.567Z","level":"INFO","message":"reserved",\
          "requestId":"8f50","sku":"A-1","qty":2}
          """),
    ]
  }

  /// Stock of A-1 and B-2.
  private static func inventory(_ following: Signal) -> ServiceDefinition {
    var service = ServiceDefinition(ServiceDescription(name: "inventory"))
    let stock: [String: JSONValue] = [
      "A-1": ["sku": "A-1", "price": 19.9, "available": 4],
      "B-2": ["sku": "B-2", "price": 5.0, "available": 10],
    ]
    let sku = Parameter("sku", in: .path, schema: .string)
    service.add(
      Route(.get, PathTemplate("/stock/{sku}"), summary: "One article.", parameters: [sku])
    ) { call in
      let sku = call.arguments["sku"]?.stringValue ?? ""
      guard let found = stock[sku] else {
        throw ServiceError(status: 404, "there is no article \(sku)")
      }
      return ServiceResponse(body: .json(found))
    }
    service.add(Route(.get, PathTemplate("/slow"), summary: "Takes an hour.")) { _ in
      following.send("slow")
      try? await Task.sleep(for: .seconds(3_600))
      throw ServiceError(status: 499, "nobody waits any more")
    }
    service.add(Route(.get, PathTemplate("/nothing"), summary: "Answers nothing.")) { _ in
      ServiceResponse(status: 204)
    }
    return service
  }

  /// Charges with numbers; one card is declined, one is busy at first.
  private static func payments() -> ServiceDefinition {
    var service = ServiceDefinition(ServiceDescription(name: "payments"), errorDomain: "Payments")
    let count = Counter()
    let parameters = [
      Parameter("amount", in: .body, schema: .integer),
      Parameter("card", in: .body, schema: .string),
    ]
    service.add(Route(.post, PathTemplate("/charge"), parameters: parameters)) { call in
      let card = call.arguments["card"]?.stringValue
      if card == "tok_declined" {
        throw ServiceError(status: 402, name: "Payments.Declined", "insufficient funds")
      }
      let number = count.next()
      if card == "tok_busy", number < 3 {
        throw ServiceError(status: 503, name: "Payments.Busy", "try later")
      }
      let amount = call.arguments["amount"] ?? .null
      return ServiceResponse(
        body: .json(["id": .string("ch_\(number)"), "amount": amount, "status": "paid"]))
    }
    return service
  }
}

/// Counts from 1.
final class Counter: Sendable {
  private let value = Mutex(0)

  func next() -> Int {
    value.withLock { value in
      value += 1
      return value
    }
  }
}

/// Names of events that tests wait for.
final class Signal: Sendable {
  private let events = AsyncStream.makeStream(of: String.self)

  /// Tells that `event` has happened.
  func send(_ event: String) { events.continuation.yield(event) }

  /// Waits until `event` happens, if it has not.
  func wait(for event: String) async { await wait { $0 == event } }

  /// Waits until an event happens that is `meant`, if it has not.
  func wait(until isMeant: (String) -> Bool) async {
    for await next in events.stream where isMeant(next) { return }
  }
}
