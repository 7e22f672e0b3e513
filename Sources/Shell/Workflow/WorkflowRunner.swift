import Diagnostics
import JSON
import JSONata
import ServiceHost
import ServiceModel
import SessionLanguage
import StatesExecution
import StatesLanguage
import WorkflowCompiler

/// Runs compiled workflows on the services of a session.
struct WorkflowRunner: Sendable {
  /// What answers calls that are not mocked.
  var services: any ServiceProvider

  /// What answers calls in a service's place.
  var mocks: MockBook

  /// What the mocks' expressions may read.
  var bindings: [String: JSONValue]

  /// The clock and limits of the mocks' expressions.
  var environment: EvaluationEnvironment

  /// How long a call may take.
  var timeout: Duration

  /// Whether waits pass at once.
  var isClockVirtual: Bool

  /// The time at which runs start.
  var now: Timestamp

  /// Runs `workflow`, or a part of it.
  ///
  /// - Parameters:
  ///   - workflow: The workflow.
  ///   - input: The execution's input.
  ///   - state: The state to begin with; nil for the first.
  ///   - stateInput: The input of that state; nil for the execution's.
  ///   - variables: The variables that are set when it begins.
  ///   - stoppingBefore: Whether the run stops before a state is entered.
  /// - Returns: What the run did.
  func run(
    _ workflow: CompiledWorkflow, input: JSONValue, from state: String? = nil,
    stateInput: JSONValue? = nil, variables: [String: JSONValue] = [:],
    stoppingBefore: (@Sendable (String) -> Bool)? = nil
  ) async -> RunRecord {
    var options = Execution.Options()
    options.recordsVisits = true
    options.recordsHistory = false
    options.stopsBefore = stoppingBefore
    let start = ContinuousClock.now
    do throws(DiagnosticSet) {
      var execution = Execution(
        try Program(workflow.machine), input: input,
        context: ExecutionContext(machineName: workflow.name), at: now, options: options)
      execution.expressions.monotonicClock = environment.monotonicClock
      let driver = ExecutionDriver(
        tasks: tasks(of: workflow), mode: isClockVirtual ? .virtual : .real)
      let result = await driver.run(
        execution, from: state, variables: variables, stateInput: stateInput)
      return RunRecord(result, duration: ContinuousClock.now - start)
    } catch {
      let message = error.elements.map(\.message).joined(separator: "; ")
      return RunRecord(error: "States.Runtime", cause: message)
    }
  }

  // MARK: -

  /// What answers the calls of `workflow`.
  private func tasks(of workflow: CompiledWorkflow) -> ClosureTaskHandler {
    ClosureTaskHandler { request in
      let function = request.arguments["FunctionName"]?.stringValue ?? ""
      let payload = request.arguments["Payload"] ?? .null
      let id = workflow.sourceMap.states[request.state]?.step
      let step = id.map { String($0.split(separator: "/").last ?? "") }
      let mock = mocks.answer { $0.matches(step: step, service: function, payload: payload) }
      if let mock { return Self.outcome(of: outcome(of: mock, payload: payload)) }
      let invocation = await services.invoke(function, payload: payload, timeout: timeout)
      return Self.outcome(of: invocation.outcome, duration: invocation.duration)
    }
  }

  /// What `lambda:invoke` makes of the outcome of a call.
  private static func outcome(
    of outcome: InvocationOutcome, duration: Duration = .zero
  ) -> TaskOutcome {
    switch outcome {
    case .answer(let value): .success(invokeResult(value), duration: duration)
    case .error(let type, _):
      .failure(type, cause: JSONWriter.compact(outcome.json), duration: duration)
    }
  }

  /// The answer of `mock` to a call with `payload`.
  func outcome(of mock: Mock.Answer, payload: JSONValue) -> InvocationOutcome {
    switch mock {
    case .fail(let error, let cause): return .error(type: error, message: cause ?? "")
    case .value(let expression):
      do throws(JSONataError) {
        let value = try expression.compiled?.evaluate(
          payload, bindings: bindings, environment: environment)
        return .answer(value ?? .null)
      } catch {
        return .error(type: "Mock.Failed", message: "\(error.code): \(error.message)")
      }
    }
  }

  /// The result of `lambda:invoke` for the function's answer `payload`
  /// (https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html).
  private static func invokeResult(_ payload: JSONValue) -> JSONValue {
    ["ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200]
  }
}

extension RunRecord {
  /// The record of `result`, which took `duration`.
  init(_ result: ExecutionResult, duration: Duration) {
    let status: Status =
      switch result.status {
      case .succeeded(let output): .succeeded(output)
      case .failed(let error): .failed(error: error.error, cause: error.cause)
      case .timedOut: .failed(error: "States.Timeout", cause: "the workflow took too long")
      case .cancelled: .cancelled
      case .stopped: .stopped
      }
    var output = result.output ?? .null
    if case .stopped(let points) = result.status, let point = points.first { output = point.input }
    self.init(
      status: status, visits: result.visits, variables: result.variables, output: output,
      duration: duration, virtualDuration: result.duration)
  }

  /// The record of a run that could not start.
  init(error: String, cause: String) {
    self.init(
      status: .failed(error: error, cause: cause), visits: [], variables: [:], output: .null,
      duration: .zero, virtualDuration: .zero)
  }
}

extension Session {
  /// What runs workflows with the session's services, mocks and settings.
  var runner: WorkflowRunner {
    WorkflowRunner(
      services: surroundings.services, mocks: mocks, bindings: bindings, environment: environment,
      timeout: settings.timeout, isClockVirtual: settings.isClockVirtual,
      now: Timestamp(
        seconds: surroundings.now() / 1_000,
        nanoseconds: surroundings.now() % 1_000 * 1_000_000))
  }
}
