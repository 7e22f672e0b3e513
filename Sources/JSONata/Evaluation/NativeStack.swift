#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The stack of the thread, which recursion of an expression must not exhaust.
enum NativeStack {
  /// The room that the code between two checks may need.
  static let reserve: UInt = 192 << 10

  /// The room that is taken for granted where an evaluation starts.
  static let presumed: UInt = 64 << 10

  /// The room that going once through a tree may need for each level of its nesting.
  private static let level: UInt = {
    #if DEBUG
      10 << 10
    #else
      2 << 10
    #endif
  }()

  /// How many levels of a tree the stack has room for.
  static var levels: Int {
    guard let lowest, position > lowest + presumed else { return 0 }
    return Int((position - lowest - presumed) / level)
  }

  /// An address in the stack's part that is in use; the stack grows towards lower addresses.
  @inline(__always)
  static var position: UInt {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  }

  /// The lowest address of the thread's stack, if it can be told.
  static var lowest: UInt? {
    #if canImport(Darwin)
      let thread = pthread_self()
      return UInt(bitPattern: pthread_get_stackaddr_np(thread))
        - UInt(pthread_get_stacksize_np(thread))
    #else
      var attributes = pthread_attr_t()
      guard let getAttributes, getAttributes(pthread_self(), &attributes) == 0 else { return nil }
      defer { pthread_attr_destroy(&attributes) }
      var address: UnsafeMutableRawPointer?
      var size = 0
      guard pthread_attr_getstack(&attributes, &address, &size) == 0 else { return nil }
      return UInt(bitPattern: address)
    #endif
  }

  #if !canImport(Darwin)
    /// `pthread_getattr_np`, which the headers show only to programs that ask for GNU extensions.
    private static let getAttributes: GetAttributes? = dlsym(nil, "pthread_getattr_np").map {
      unsafeBitCast($0, to: GetAttributes.self)
    }

    /// The type of `pthread_getattr_np`.
    private typealias GetAttributes =
      @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> CInt
  #endif
}
