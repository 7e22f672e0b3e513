import Foundation

/// A stack for work that nests deeply, such as an expression that calls itself.
enum DeepStack {
  /// The bytes of the stack; memory is taken only for those that are used.
  private static let size = 1 << 29

  /// Gives what `body` gives on a thread with such a stack, and waits for it.
  static func run<Value>(_ body: () -> Value) -> Value {
    var value: Value?
    withoutActuallyEscaping({ value = body() }) { work in
      if !start(Work(work)) { work() }
    }
    guard let value else { preconditionFailure("the thread ends only after its work") }
    return value
  }

  /// Does `work` on a thread of its own; false if the system refuses one with so large a stack.
  private static func start(_ work: Work) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue().body()
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    guard status == 0 else { return false }
    return withExtendedLifetime(work) { pthread_join(thread, nil) == 0 }
  }

  /// What a thread does.
  private final class Work {
    /// The work.
    let body: () -> Void

    /// Creates work that is `body`.
    init(_ body: @escaping () -> Void) {
      self.body = body
    }
  }
}
