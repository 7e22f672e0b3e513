package import JSON
package import StatesLanguage

/// An entry of an execution's history.
package struct HistoryEvent: Sendable {
  /// Its number, from 1.
  package var id: Int

  /// The number of the event that led to it; 0 if there is none.
  package var previousID: Int

  /// When it happened.
  package var time: Timestamp

  /// What happened.
  package var type: HistoryEventType

  /// What there is to know about it.
  package var details: Details

  /// What there is to know about an event.
  package enum Details: Sendable {
    /// Nothing.
    case none
    /// The execution started with an input.
    case started(input: JSONValue, roleARN: String)
    /// The execution, or a function or activity, ended with an output.
    case output(JSONValue)
    /// Something failed.
    case failure(error: String?, cause: String?)
    /// A state was entered.
    case entered(name: String, input: JSONValue)
    /// A state was left.
    case exited(name: String, output: JSONValue, assigned: JSONObject?)
    /// An expression failed.
    indirect case evaluation(state: String, location: String?, error: String?, cause: String?)
    /// A Map starts with so many items.
    case length(Int)
    /// An iteration of a Map.
    case iteration(name: String, index: Int)
    /// The run of a distributed Map started.
    case mapRun(arn: String)
    /// A task was scheduled.
    indirect case scheduled(TaskSchedule)
    /// A task of a service started.
    case task(TaskResource)
    /// A task of a service has a result, or its first answer.
    indirect case taskOutput(TaskResource, JSONValue)
    /// A task of a service failed.
    indirect case taskFailure(TaskResource, error: String?, cause: String?)
  }
}

/// How a task was scheduled.
package struct TaskSchedule: Sendable {
  /// What is called.
  package var resource: TaskResource

  /// The region in which it is called.
  package var region: String

  /// What is sent.
  package var parameters: JSONValue

  /// How long it may take, in seconds.
  package var timeout: Int?

  /// How long it may stay silent, in seconds.
  package var heartbeat: Int?

  /// The role as which it is called, an object with `RoleArn`.
  package var credentials: JSONValue?
}

/// The kinds of event by their names in GetExecutionHistory.
package enum HistoryEventType: String, Hashable, Sendable, CaseIterable {
  case executionStarted = "ExecutionStarted"
  case executionSucceeded = "ExecutionSucceeded"
  case executionFailed = "ExecutionFailed"
  case executionTimedOut = "ExecutionTimedOut"
  case executionAborted = "ExecutionAborted"
  case taskStateEntered = "TaskStateEntered"
  case taskStateExited = "TaskStateExited"
  case taskStateAborted = "TaskStateAborted"
  case passStateEntered = "PassStateEntered"
  case passStateExited = "PassStateExited"
  case choiceStateEntered = "ChoiceStateEntered"
  case choiceStateExited = "ChoiceStateExited"
  case waitStateEntered = "WaitStateEntered"
  case waitStateExited = "WaitStateExited"
  case waitStateAborted = "WaitStateAborted"
  case succeedStateEntered = "SucceedStateEntered"
  case succeedStateExited = "SucceedStateExited"
  case failStateEntered = "FailStateEntered"
  case parallelStateEntered = "ParallelStateEntered"
  case parallelStateStarted = "ParallelStateStarted"
  case parallelStateSucceeded = "ParallelStateSucceeded"
  case parallelStateFailed = "ParallelStateFailed"
  case parallelStateExited = "ParallelStateExited"
  case parallelStateAborted = "ParallelStateAborted"
  case mapStateEntered = "MapStateEntered"
  case mapStateStarted = "MapStateStarted"
  case mapStateSucceeded = "MapStateSucceeded"
  case mapStateFailed = "MapStateFailed"
  case mapStateExited = "MapStateExited"
  case mapStateAborted = "MapStateAborted"
  case mapIterationStarted = "MapIterationStarted"
  case mapIterationSucceeded = "MapIterationSucceeded"
  case mapIterationFailed = "MapIterationFailed"
  case mapIterationAborted = "MapIterationAborted"
  case mapRunStarted = "MapRunStarted"
  case mapRunSucceeded = "MapRunSucceeded"
  case mapRunFailed = "MapRunFailed"
  case mapRunAborted = "MapRunAborted"
  case lambdaFunctionScheduled = "LambdaFunctionScheduled"
  case lambdaFunctionStarted = "LambdaFunctionStarted"
  case lambdaFunctionSucceeded = "LambdaFunctionSucceeded"
  case lambdaFunctionFailed = "LambdaFunctionFailed"
  case lambdaFunctionTimedOut = "LambdaFunctionTimedOut"
  case activityScheduled = "ActivityScheduled"
  case activityStarted = "ActivityStarted"
  case activitySucceeded = "ActivitySucceeded"
  case activityFailed = "ActivityFailed"
  case activityTimedOut = "ActivityTimedOut"
  case taskScheduled = "TaskScheduled"
  case taskStarted = "TaskStarted"
  case taskSubmitted = "TaskSubmitted"
  case taskSucceeded = "TaskSucceeded"
  case taskFailed = "TaskFailed"
  case taskTimedOut = "TaskTimedOut"
  case evaluationFailed = "EvaluationFailed"
}

extension StateType {
  /// The event of entering a state of this type.
  var enteredEvent: HistoryEventType {
    switch self {
    case .task: .taskStateEntered
    case .pass: .passStateEntered
    case .choice: .choiceStateEntered
    case .wait: .waitStateEntered
    case .succeed: .succeedStateEntered
    case .fail: .failStateEntered
    case .parallel: .parallelStateEntered
    case .map: .mapStateEntered
    }
  }

  /// The event of leaving a state of this type; a Fail state is never left.
  var exitedEvent: HistoryEventType {
    switch self {
    case .task: .taskStateExited
    case .pass: .passStateExited
    case .choice: .choiceStateExited
    case .wait: .waitStateExited
    case .succeed, .fail: .succeedStateExited
    case .parallel: .parallelStateExited
    case .map: .mapStateExited
    }
  }

  /// The event of a state of this type whose end was not awaited.
  var abortedEvent: HistoryEventType? {
    switch self {
    case .task: .taskStateAborted
    case .wait: .waitStateAborted
    case .parallel: .parallelStateAborted
    case .map: .mapStateAborted
    default: nil
    }
  }
}

extension TaskResource {
  /// The event of this kind for the family of the task.
  func event(
    lambda: HistoryEventType, activity: HistoryEventType, service: HistoryEventType
  ) -> HistoryEventType {
    switch family {
    case .lambda: lambda
    case .activity: activity
    case .service: service
    }
  }
}
