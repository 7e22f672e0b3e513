package import JSON
package import StatesLanguage

/// What a machine is told.
package enum ExecutionEvent: Sendable {
  /// A task has its result.
  case taskSucceeded(TaskID, JSONValue)

  /// A task failed.
  case taskFailed(TaskID, StateError)

  /// A task was handed over to a service that will answer later, with this first answer.
  case taskSubmitted(TaskID, JSONValue)

  /// The items of a distributed Map are read.
  case itemsRead(TaskID, [JSONValue])

  /// The results of a distributed Map are written.
  case resultsWritten(TaskID)

  /// A task is alive.
  case heartbeat(TaskID)

  /// The moment of a timer has come.
  case timerFired(TimerID)

  /// The machine may go on after ``ExecutionAction/takeNextTurn``.
  case nextTurn

  /// The machine is to go past the states before which it stopped.
  case resume

  /// The execution is to end now.
  case cancel
}

/// What a machine wants done.
package enum ExecutionAction: Sendable {
  /// Call a service, and tell what came of it.
  case invoke(TaskRequest)

  /// Read the items of a distributed Map, and tell them or that the task failed.
  case readItems(TaskID, ItemRequest)

  /// Write the results of a distributed Map, and tell when it is done or that the task failed.
  case writeResults(TaskID, bucket: String, objects: [ResultObject])

  /// Tell when this moment has come.
  case setTimer(TimerID, Timestamp)

  /// Do not tell any more.
  case cancelTimer(TimerID)

  /// What comes of this task is no longer wanted.
  case cancelTask(TaskID)

  /// There is more to do at once: send ``ExecutionEvent/nextTurn`` when others had their turn.
  case takeNextTurn

  /// The execution has ended.
  case finish(ExecutionOutcome)
}

/// A call in flight.
package struct TaskID: Hashable, Sendable {
  let number: Int
}

/// A timer that is set.
package struct TimerID: Hashable, Sendable {
  let number: Int
}

/// A call of a service.
package struct TaskRequest: Sendable {
  /// Which call it is.
  package var id: TaskID

  /// The name of the state.
  package var state: String

  /// What is called.
  package var resource: TaskResource

  /// What is sent.
  package var arguments: JSONValue

  /// The role as which it is called, an object with `RoleArn`.
  package var credentials: JSONValue?

  /// How often the state has been tried before.
  package var retryCount: Int

  /// How long it may take.
  package var timeoutSeconds: Int?

  /// How long it may stay silent.
  package var heartbeatSeconds: Int?

  /// The token that ends the task, if it waits for one.
  package var taskToken: String?

  /// The iterations and branches around the state, outermost first.
  package var path: [Int]
}

/// How an execution ended.
package enum ExecutionOutcome: Equatable, Sendable {
  /// With an output.
  case succeeded(JSONValue)

  /// With an error.
  case failed(StateError)

  /// It took longer than the machine allows.
  case timedOut

  /// It was told to end.
  case cancelled
}
