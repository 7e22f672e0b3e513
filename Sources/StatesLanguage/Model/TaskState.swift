/// What a Task state does: it calls a service.
package struct TaskState: Equatable, Sendable {
  /// The ARN of what is called.
  package var resource: String

  /// What is sent; nil sends the state's input.
  package var arguments: Template?

  /// The role as which it is called, an object with `RoleArn`.
  package var credentials: Template?

  /// How long the task may take, a number or an expression.
  package var timeoutSeconds: Template?

  /// How long the task may stay silent, a number or an expression.
  package var heartbeatSeconds: Template?

  /// Which errors are tried again.
  package var retriers: [Retrier]

  /// Where errors lead.
  package var catchers: [Catcher]

  /// Creates a task.
  package init(
    resource: String, arguments: Template? = nil, credentials: Template? = nil,
    timeoutSeconds: Template? = nil, heartbeatSeconds: Template? = nil, retriers: [Retrier] = [],
    catchers: [Catcher] = []
  ) {
    self.resource = resource
    self.arguments = arguments
    self.credentials = credentials
    self.timeoutSeconds = timeoutSeconds
    self.heartbeatSeconds = heartbeatSeconds
    self.retriers = retriers
    self.catchers = catchers
  }
}
