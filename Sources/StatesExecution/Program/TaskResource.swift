/// What a Task state calls, taken apart as the history shows it.
package final class TaskResource: Sendable {
  /// Which events a task has.
  package enum Family: Hashable, Sendable {
    /// A Lambda function named by its own ARN.
    case lambda
    /// An activity.
    case activity
    /// Any other integration.
    case service
  }

  /// The ARN.
  package let arn: String

  /// Which events its tasks have.
  package let family: Family

  /// The service, such as `lambda`.
  package let type: String

  /// The operation and how it is called, such as `invoke.waitForTaskToken`.
  package let name: String

  /// Whether the task ends only when its token comes back.
  package var awaitsToken: Bool { name.hasSuffix(".waitForTaskToken") }

  /// Whether the task ends only when the job ends that it starts.
  package var awaitsJob: Bool { name.hasSuffix(".sync") || name.hasSuffix(".sync:2") }

  /// Whether the context object has a token while the task runs.
  var hasToken: Bool { awaitsToken || awaitsJob }

  /// Takes `arn` apart.
  package init(_ arn: String) {
    self.arn = arn
    let parts = arn.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 2, parts[2] == "lambda" {
      family = .lambda
    } else {
      family = parts.count > 5 && parts[5] == "activity" ? .activity : .service
    }
    let service = parts.dropFirst(5)
    let length = service.last == "2" ? 2 : 1
    type = service.dropLast(length).joined(separator: ":")
    name = service.isEmpty ? arn : service.suffix(length).joined(separator: ":")
  }

  /// What messages about the size of a result call it.
  var nameInLimits: String { family == .service ? type : arn }
}
