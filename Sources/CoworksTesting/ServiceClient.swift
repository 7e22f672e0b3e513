@_exported public import Coworks
import JSON
import ServiceModel

/// Calls a service in a test, without a process: the way from event to answer is that of Lambda.
///
///     let client = try ServiceClient(Inventory())
///     let answer = try await client.post("/reserve", json: ["sku": "A-1"])
///     #expect(answer.status == 200)
///     #expect(try answer.decode(Inventory.Stock.self).available == 3)
///
/// Parameters are checked and converted, authorizer and hooks are asked, errors become answers, as
/// if the calls came through API Gateway. One client holds one instance of the service, which keeps
/// its state between calls. What the service logs in a call comes with the answer; for that, swift-log
/// is set up when the process creates its first client, as a service's own process does.
public struct ServiceClient: Sendable {
  /// The service.
  private let definition: ServiceDefinition

  /// Who calls unless a call says otherwise.
  private let caller: TestCaller

  /// Creates a client of `service`.
  ///
  /// - Parameters:
  ///   - service: The service.
  ///   - caller: Who calls unless a call says otherwise.
  /// - Throws: Why the service cannot be put together, such as two blueprints with one route.
  public init(_ service: some TechMicroService, as caller: TestCaller = .iam) throws {
    _ = TestLog.isConnected
    definition = try service.definition
    self.caller = caller
  }

  /// Calls the service.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path, with or without a query; what is no letter in it is percent-encoded.
  ///   - query: The query; a repeated name is a list.
  ///   - headers: The headers.
  ///   - body: What the call carries.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  public func call(
    _ method: HTTPMethod, _ path: String, query: Query = [:], headers: Headers = [:],
    body: Body = .none, as caller: TestCaller? = nil
  ) async -> TestAnswer {
    let call = TestCall(
      method: method, target: path, query: query, headers: headers, body: body,
      caller: caller ?? self.caller)
    let (outcome, logs) = await outcome(of: call.event)
    return TestAnswer(outcome, to: call, logs: logs)
  }

  /// Serves an event as Lambda hands it over, such as one recorded from API Gateway.
  ///
  /// - Parameter event: The event, as JSON.
  /// - Returns: What the function answers with, as JSON; for a function error an object with
  ///   `errorType` and `errorMessage`.
  /// - Throws: Where `event` is no JSON.
  public func handle(event: String) async throws -> String {
    let event = try JSONReader.read(event)
    return JSONWriter.compact(await outcome(of: event).outcome.json)
  }

  /// How the invocation with `event` ends, and what it logs.
  private func outcome(
    of event: JSONValue
  ) async -> (outcome: InvocationOutcome, logs: [String]) {
    let log = TestLog()
    let context = InvocationContext(
      requestID: "00000000-0000-0000-0000-000000000000",
      deadline: .now + .seconds(definition.description.function.timeoutSeconds),
      log: { log.add($0) })
    let outcome = await TestLog.$current.withValue(log) {
      await definition.handle(event: event, context: context)
    }
    return (outcome, log.lines)
  }
}
