/// What a service's function may use.
package struct FunctionConfiguration: Equatable, Sendable {
  /// Its memory, in megabytes.
  package var memoryMegabytes: Int

  /// How long a call may take, in seconds.
  package var timeoutSeconds: Int

  /// Creates a configuration.
  package init(memoryMegabytes: Int = 256, timeoutSeconds: Int = 30) {
    self.memoryMegabytes = memoryMegabytes
    self.timeoutSeconds = timeoutSeconds
  }
}
