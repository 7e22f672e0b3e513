#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The environment variable `_X_AMZN_TRACE_ID`, which names the trace of the invocation under way.
///
/// `setenv` keeps every value that a variable has ever had, and the trace is another one with each
/// call: the variable is written in place instead. `@unchecked Sendable`: only the loop of the
/// process writes it, between two invocations.
final class TraceVariable: @unchecked Sendable {
  /// The variable as the environment has it: name, `=`, value and a zero.
  private let memory: UnsafeMutablePointer<CChar>

  /// The bytes of the variable, with the zero: enough for the longest value that X-Ray sends.
  private static let capacity = 1024

  /// The name and what stands before the value.
  private static let start = Array("_X_AMZN_TRACE_ID=".utf8)

  /// The one variable of the process; it is never removed.
  static let current = TraceVariable()

  /// Adds the variable to the environment.
  private init() {
    memory = .allocate(capacity: Self.capacity)
    memory.initialize(repeating: 0, count: Self.capacity)
    write("")
    putenv(memory)
  }

  /// Gives the variable a value; one that is too long is cut off.
  func write(_ value: String) {
    let bytes = (Self.start + value.utf8).prefix(Self.capacity - 1)
    for (index, byte) in bytes.enumerated() { memory[index] = CChar(bitPattern: byte) }
    memory[bytes.count] = 0
  }
}
