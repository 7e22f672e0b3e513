import Foundation
import JSON
import JSONata
import Testing

@Suite(
  .enabled(
    if: ConformanceData.isAvailable, "needs shared/conformance/jsonata above the package"))
struct ConformanceTests {
  /// One case of the suite.
  struct Case {
    let id: String
    let source: String
    let input: JSONValue?
    let content: JSONValue
    let expected: JSONValue

    var tags: [String] { (content["tags"]?.arrayValue ?? []).compactMap(\.stringValue) }
  }

  /// All cases.
  static func cases() throws -> [Case] {
    let suite = try ConformanceData.json("suite.dev.json")
    return (suite["cases"]?.arrayValue ?? []).map { content in
      Case(
        id: content["id"]?.stringValue ?? "", source: content["expr"]?.stringValue ?? "",
        input: content["data"]
          ?? content["dataset"]?.stringValue.flatMap { suite["datasets"]?[$0] },
        content: content, expected: content["expect"] ?? nil)
    }
  }

  /// The cases that are about results and not about limits, which take their time.
  static func quickCases() throws -> [Case] {
    try cases().filter { example in
      let hasLimits = ["timelimit", "depth", "options"].contains { example.content[$0] != nil }
      return !hasLimits && example.expected["limit"] == nil && !isLeftOut(example)
    }
  }

  /// A way to evaluate an expression.
  typealias Evaluation = (
    JSONataExpression, JSONValue?, [String: JSONValue], EvaluationEnvironment
  ) throws(JSONataError) -> JSONValue?

  /// What the engine makes of `example`.
  static func outcome(
    of example: Case,
    by evaluate: Evaluation = { expression, input, bindings, environment throws(JSONataError) in
      try expression.evaluate(input, bindings: bindings, environment: environment)
    }
  ) -> Outcome {
    Outcome { () throws(JSONataError) in
      let expression = try JSONataExpression(example.source, dialect: .jsonata)
      var environment = EvaluationEnvironment()
      environment.now = Date().timeIntervalSince1970 * 1_000
      environment.monotonicClock = ConformanceData.clock
      var limits = EvaluationEnvironment.Limits.jsonata
      let options = example.content["options"]
      if let depth = (example.content["depth"] ?? options?["stack"])?.intValue {
        limits.depth = depth
      }
      limits.milliseconds = (example.content["timelimit"] ?? options?["timeout"])?.intValue
      limits.sequenceLength = options?["sequence"]?.intValue
      environment.limits = limits
      environment.hostFunctions = HostFunctions.functions(for: example.content)
      var bindings: [String: JSONValue] = [:]
      for (key, value) in example.content["bindings"]?.objectValue?.members ?? [] {
        bindings[key] = value
      }
      return try evaluate(expression, example.input, bindings, environment)
    }
  }

  /// Whether `outcome` is what the case expects.
  static func isExpected(_ outcome: Outcome, _ example: Case) -> Bool {
    let expected = example.expected
    switch outcome {
    case .value(let value):
      if expected["undefined"] != nil { return value == nil }
      if let result = expected["result"] ?? expected["resultJSON"] {
        if example.content["unordered"] != nil {
          return sorted(value ?? nil) == sorted(result)
        }
        return value.map { plain($0, dropsFunctions: expected["resultJSON"] != nil) } == result
      }
      return false
    case .failure(let error):
      if let limit = expected["limit"]?.stringValue {
        return error.code == ["depth": "D1011", "memory": "D2015", "time": "D1012"][limit]
      }
      guard let code = expected["code"]?.stringValue else { return false }
      if code == "U1001" { return error.code == "D1011" || error.code == "D1012" }
      if example.tags.contains("token-only-if-parse-error") { return code == error.code }
      if let token = expected["token"]?.stringValue, token != error.token { return false }
      if let position = expected["position"]?.intValue, position != error.position { return false }
      return code == error.code
    }
  }

  /// `value` with whatever is no JSON as JSON has it.
  static func plain(_ value: JSONValue, dropsFunctions: Bool) -> JSONValue {
    var value = value
    if dropsFunctions, let object = value.objectValue {
      value = .object(object.members.filter { $0.value.typeName != "function" })
    }
    return (try? JSONReader.read(JSONWriter.compact(value))) ?? value
  }

  /// `value` with its elements in some fixed order.
  static func sorted(_ value: JSONValue) -> [String] {
    (value.arrayValue ?? [value]).map { JSONWriter.compact($0) }.sorted()
  }

  @Test func `every case of the suite has the expected outcome`() throws {
    var passed = 0
    for example in try Self.cases() where !Self.isLeftOut(example) {
      let outcome = Self.outcome(of: example)
      if Self.isExpected(outcome, example) {
        passed += 1
      } else {
        Issue.record(
          """
          \(example.id): \(example.source.prefix(300))
            expected \(JSONWriter.compact(example.expected).prefix(300))
            found    \(outcome.description.prefix(300))
          """)
      }
    }
    print("suite: \(passed) passed")
  }

  /// Whether a case is no evaluation, but a tree of the recovering parser (see `RecoveryTests`), or
  /// about a text that is no Unicode.
  static func isLeftOut(_ example: Case) -> Bool {
    example.tags.contains("ast") || example.tags.contains("lone-surrogate")
  }

  @Test func `every case of Step Functions has the expected outcome`() throws {
    let suite = try ConformanceData.json("aws-cases.json")
    var passed = 0
    for content in suite["cases"]?.arrayValue ?? [] {
      guard let source = content["expr"]?.stringValue else { continue }
      let outcome = Outcome { () throws(JSONataError) in
        var environment = EvaluationEnvironment()
        environment.monotonicClock = ConformanceData.clock
        var bindings: [String: JSONValue] = [:]
        for (key, value) in content["bindings"]?.objectValue?.members ?? [] {
          bindings[key] = value
        }
        return try JSONataExpression(source).evaluate(
          content["data"], bindings: bindings, environment: environment)
      }
      let example = Case(
        id: content["id"]?.stringValue ?? "", source: source, input: nil, content: content,
        expected: content["expect"] ?? nil)
      if Self.isExpected(outcome, example) {
        passed += 1
      } else {
        Issue.record(
          """
          \(example.id): \(source.prefix(200))
            expected \(JSONWriter.compact(example.expected).prefix(200))
            found    \(outcome.description.prefix(200))
          """)
      }
    }
    print("aws: \(passed) passed")
  }
}
