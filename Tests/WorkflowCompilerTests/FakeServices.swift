import Diagnostics
import JSON
import StatesExecution
import StatesLanguage
import WorkflowCompiler

/// Answers the calls of the tests' workflows as the services would.
enum FakeServices {
  /// The handler of a run.
  static let tasks = ClosureTaskHandler { request in
    let payload = request.arguments["Payload"] ?? .null
    switch request.arguments["FunctionName"]?.stringValue {
    case "inventory": return stock(of: payload)
    case "payments": return charge(payload)
    case "directory": return .lambda(["id": payload["pathParameters"]?["id"] ?? .null])
    default: return .lambda(payload["body"] ?? payload)
    }
  }

  /// The stock of an article: 4 pieces of A-1, none of anything else, an error for X.
  private static func stock(of payload: JSONValue) -> TaskOutcome {
    let sku = payload["pathParameters"]?["sku"] ?? payload["body"]?["sku"] ?? .null
    if sku == "X" { return .functionError("Http.404", "no X") }
    let isKnown = sku == "A-1"
    return .lambda([
      "sku": sku, "price": isKnown ? 19.9 : 5, "available": .integer(isKnown ? 4 : 0),
    ])
  }

  /// A payment, unless the card is declined.
  private static func charge(_ payload: JSONValue) -> TaskOutcome {
    let body = payload["body"]
    if body?["card"] == "tok_declined" {
      return .functionError("Payments.Declined", "insufficient funds")
    }
    return .lambda(["id": "ch_1", "amount": body?["amount"] ?? .null])
  }

  /// How a run with `input` ended: its output, or its error.
  static func run(_ machine: StateMachine, input: JSONValue) async throws -> String {
    let execution = Execution(try Program(machine), input: input, at: .epoch)
    return await ExecutionDriver(tasks: tasks).run(execution).text
  }

  /// How a run of an open workflow ended in which each outermost step was run by itself, with the
  /// variables so far.
  static func runStepwise(_ workflow: CompiledWorkflow, input: JSONValue) async throws -> String {
    let map = workflow.sourceMap
    let program = try Program(workflow.machine)
    var state = workflow.machine.startAt
    var variables: [String: JSONValue] = ["input": input]
    while true {
      let step = map.topLevelStep(ofState: state)
      var options = Execution.Options()
      options.stopsBefore = { map.topLevelStep(ofState: $0) != step }
      let execution = Execution(program, input: input, at: .epoch, options: options)
      let result = await ExecutionDriver(tasks: tasks).run(
        execution, from: state, variables: variables)
      guard case .stopped(let points) = result.status, let next = points.first else {
        return result.text
      }
      state = next.state
      variables.merge(result.variables) { _, new in new }
    }
  }
}

extension TaskOutcome {
  /// The result of `lambda:invoke`.
  fileprivate static func lambda(_ payload: JSONValue) -> TaskOutcome {
    .success(["ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200])
  }

  /// An error that a function raised.
  fileprivate static func functionError(_ type: String, _ message: String) -> TaskOutcome {
    let cause: JSONValue = ["errorMessage": .string(message), "errorType": .string(type)]
    return .failure(type, cause: JSONWriter.compact(cause))
  }
}

extension ExecutionResult {
  /// The output as JSON, or the error's name and cause.
  fileprivate var text: String {
    if let output { return JSONWriter.compact(output) }
    return "\(error?.error ?? "?"): \(error?.cause ?? "")"
  }
}
