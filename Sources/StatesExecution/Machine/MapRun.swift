import JSON
import StatesLanguage

/// A run of a distributed Map: child executions, of which the parent's history shows nothing.
struct MapRun: Sendable {
  /// The ARN.
  var arn: String

  /// The ARN of the machine that the child executions seem to run.
  var machineARN: String

  /// What the child executions know about themselves, but for their names.
  var childContext: ExecutionContext

  /// Where the items come from, if they are read.
  var source: String?

  /// The inputs of the child executions.
  var inputs: [JSONValue] = []

  /// The child executions that run, by position.
  var children: [Int: Child] = [:]

  /// What came of those that have ended, by position.
  var results: [ResultWriting.ChildResult?] = []

  /// The next one to start.
  var next = 0

  /// How many run at once.
  var limit = 1

  /// How many have failed.
  var failures = 0

  /// How many may fail.
  var tolerance = MapProgress.Tolerance()

  /// What is done with the results.
  var writing = ResultWriting()

  /// The position of the next child execution, if one may start now.
  mutating func takeNext() -> Int? {
    guard children.count < limit, next < inputs.count else { return nil }
    defer { next += 1 }
    return next
  }

  /// Whether all child executions have ended.
  var hasEnded: Bool { children.isEmpty && next == inputs.count }

  /// Whether more child executions have failed than may.
  var failsTooOften: Bool { tolerance.isExceeded(by: failures, of: inputs.count) }

  /// A child execution that runs.
  struct Child: Sendable {
    /// The execution.
    var execution: Execution

    /// The numbers that its calls and reads have in the parent.
    var tasks: [TaskID: TaskID] = [:]

    /// The numbers that its timers have in the parent.
    var timers: [TimerID: TimerID] = [:]
  }
}

/// Which child execution of which Map.
struct ChildAddress: Hashable, Sendable {
  /// The strand of the Map state.
  var strand: Int

  /// The position among the Map's children.
  var position: Int
}

/// A call or a read of a child execution.
struct ChildTask: Hashable, Sendable {
  /// The child execution.
  var address: ChildAddress

  /// The number that it has there.
  var id: TaskID
}

/// An object to write with the results of a distributed Map.
package struct ResultObject: Equatable, Sendable {
  /// The key.
  package var key: String

  /// The content.
  package var content: [UInt8]
}
