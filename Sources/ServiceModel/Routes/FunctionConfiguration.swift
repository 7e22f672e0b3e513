/// What a service's function may use.
package struct FunctionConfiguration: Equatable, Sendable {
  /// Its memory, in megabytes.
  package var memoryMegabytes: Int

  /// How long a call may take, in seconds.
  package var timeoutSeconds: Int

  /// The memory that a function may have.
  ///
  /// See [Lambda quotas](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
  package static let memoryLimits = 128...10_240

  /// How long a call of a function may take.
  package static let timeoutLimits = 1...900

  /// Creates a configuration.
  package init(memoryMegabytes: Int = 256, timeoutSeconds: Int = 30) {
    self.memoryMegabytes = memoryMegabytes
    self.timeoutSeconds = timeoutSeconds
  }
}
