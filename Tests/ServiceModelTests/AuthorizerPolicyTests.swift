import JSON
import ServiceModel
import Testing

/// Policies of made-up services, held with the services against what the services themselves decide.
struct AuthorizerPolicyTests {
  /// Numbers that are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A service of some routes whose authorizer allows some of them.
  private struct Case {
    /// The paths of the routes.
    let routes: [String]

    /// What the authorizer allows.
    let patterns: [String]

    /// Makes up a case.
    init(seed: UInt64) {
      var numbers = Numbers(state: seed)
      routes = (0..<5).map { _ in Self.path(of: ["a", "b", "{}", "{}", "{+}"], &numbers) }
      patterns = (0..<Int.random(in: 1...2, using: &numbers)).map { [routes] _ in
        let star = Self.path(of: ["a", "b"], &numbers) + "/*"
        let choices = routes + [star, Self.path(of: ["a", "b", "c"], &numbers)]
        return (choices.randomElement(using: &numbers) ?? "/").replacing("{+}", with: "{r+}")
      }
    }

    /// A path of one to three of `words`; one of the whole rest ends it.
    private static func path(of words: [String], _ numbers: inout Numbers) -> String {
      var path = ""
      for index in 0..<Int.random(in: 1...3, using: &numbers) where !path.hasSuffix("+}") {
        let word = words.randomElement(using: &numbers) ?? "a"
        path += "/" + word.replacing("{", with: "{p\(index)")
      }
      return path
    }

    /// The service.
    var service: ServiceDefinition {
      var service = ServiceDefinition(ServiceDescription(name: "made-up")) { [patterns] _ in
        .routes(patterns)
      }
      for path in routes.map({ PathTemplate($0) })
      where !service.description.routes.contains(where: { $0.path.isEquivalent(to: path) }) {
        service.add(Route(.get, path)) { _ in ServiceResponse() }
      }
      return service
    }
  }

  /// All paths of up to three segments.
  private static let paths: [String] = {
    let words = ["/a", "/b", "/c"]
    let pairs = words.flatMap { first in words.map { first + $0 } }
    return words + pairs + pairs.flatMap { pair in words.map { pair + $0 } }
  }()

  @Test(arguments: [0..<75, 75..<150])
  func `API Gateway and the service together let through what the service alone does`(
    seeds: Range<Int>
  ) async throws {
    for seed in seeds {
      let example = Case(seed: UInt64(seed))
      let service = example.service
      let policy = await service.handle(event: AuthorizerEventTests.tokenEvent("x")).json
      for path in Self.paths {
        let direct = await service.handle(event: Self.event(path, authorization: "x")).json
        let behind = await service.handle(event: Self.event(path, context: policy["context"])).json
        let isAllowed = try AuthorizerEventTests.isAllowed("GET\(path)", by: policy)
        #expect(
          (direct["statusCode"] == 200) == (isAllowed && behind["statusCode"] == 200),
          "\(path) of \(example.routes), allowed \(example.patterns): \(policy)")
      }
    }
  }

  /// The event of a call of `path`: with a token, or let through by an authorizer with a context.
  private static func event(
    _ path: String, authorization: String? = nil, context: JSONValue? = nil
  ) -> JSONValue {
    var event = CallerKind.anonymousREST.event(path, authorization: authorization).objectValue
    if let context { event = event?.setting("requestContext", to: ["authorizer": context]) }
    return event.map { .object($0) } ?? .null
  }
}
