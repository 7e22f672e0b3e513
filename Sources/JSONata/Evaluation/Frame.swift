import JSON

/// The variables of one call of a function, of one run of a block, or of one tuple.
///
/// The slots stand behind the header in one piece of memory.
final class Frame: ManagedBuffer<Frame.Header, JSONValue??> {
  /// What a frame knows besides its slots.
  struct Header {
    /// The frame of the scope around.
    let parent: Frame?

    /// The number of slots.
    let count: Int

    /// The depth of evaluation at which the frame's code starts.
    var base: Int

    /// The next one of the frames that a function keeps to use them again.
    var next: Frame?
  }

  /// Creates a frame of unbound variables.
  static func make(_ count: Int, parent: Frame?, base: Int) -> Frame {
    let buffer = Frame.create(minimumCapacity: count) { _ in
      Header(parent: parent, count: count, base: base, next: nil)
    }
    buffer.withUnsafeMutablePointerToElements { $0.initialize(repeating: .none, count: count) }
    return unsafeDowncast(buffer, to: Frame.self)
  }

  /// Releases the values.
  deinit {
    withUnsafeMutablePointers { _ = $1.deinitialize(count: $0.pointee.count) }
  }

  /// The depth of evaluation at which the frame's code starts.
  @inline(__always)
  var base: Int {
    get { withUnsafeMutablePointerToHeader { $0.pointee.base } }
    set { withUnsafeMutablePointerToHeader { $0.pointee.base = newValue } }
  }

  /// The value of the variable in `slot`; the outer nil stands for "not bound yet".
  @inline(__always)
  subscript(slot: Int) -> JSONValue?? {
    get { withUnsafeMutablePointerToElements { $0[slot] } }
    set { withUnsafeMutablePointerToElements { $0[slot] = newValue } }
  }

  /// Binds the variable in `slot`, which has no value yet.
  @inline(__always)
  func bind(_ slot: Int, to value: consuming JSONValue?) {
    withUnsafeMutablePointerToElements { ($0 + slot).initialize(to: .some(value)) }
  }

  /// Makes the variables from `first` on unbound.
  @inline(__always)
  func clear(from first: Int = 0) {
    withUnsafeMutablePointers { header, slots in
      var slot = first
      while slot < header.pointee.count {
        slots[slot] = .none
        slot += 1
      }
    }
  }

  /// The frame of the scope around, which there must be.
  @inline(__always)
  var around: Frame {
    withUnsafeMutablePointerToHeader { $0.pointee.parent.unsafelyUnwrapped }
  }

  /// The frame `hops` scopes further out.
  @inline(__always)
  func outer(_ hops: Int) -> Frame {
    var frame = self
    for _ in 0..<hops {
      guard let parent = frame.header.parent else { break }
      frame = parent
    }
    return frame
  }

  /// A frame like this one with copies of the first `count` slots.
  func copied(_ count: Int) -> Frame {
    let buffer = withUnsafeMutablePointers { header, slots in
      let header = header.pointee
      let buffer = Frame.create(minimumCapacity: header.count) { _ in
        Header(parent: header.parent, count: header.count, base: header.base, next: nil)
      }
      buffer.withUnsafeMutablePointerToElements { copies in
        copies.initialize(from: slots, count: count)
        (copies + count).initialize(repeating: .none, count: header.count - count)
      }
      return buffer
    }
    return unsafeDowncast(buffer, to: Frame.self)
  }
}

extension Frame {
  /// Frames of calls that are over, which the next calls use again.
  ///
  /// All of one function, so that they have the same scope around and the same number of slots.
  struct Pool: ~Copyable {
    private var first: Frame?

    /// Starts without frames.
    init() {}

    /// Takes a frame out, if there is one.
    @inline(__always)
    mutating func take() -> Frame? {
      guard let frame = first.take() else { return nil }
      first = frame.withUnsafeMutablePointerToHeader { $0.pointee.next.take() }
      return frame
    }

    /// Puts `frame` in, whose variables become unbound.
    @inline(__always)
    mutating func put(_ frame: consuming Frame) {
      frame.clear()
      let next = first.take()
      frame.withUnsafeMutablePointerToHeader { $0.pointee.next = next }
      first = frame
    }

    /// Releases the frames one after the other, because a long chain would exhaust the stack.
    deinit {
      var frame = first
      while let current = frame {
        frame = current.withUnsafeMutablePointerToHeader { $0.pointee.next.take() }
      }
    }
  }
}

/// The number of slots of a kind of frame.
///
/// `@unchecked Sendable`: it grows while the code is compiled, and is only read afterwards.
final class FrameLayout: @unchecked Sendable {
  /// The number of slots.
  private(set) var count = 0

  /// Adds a slot and returns its index.
  func addSlot() -> Int {
    count += 1
    return count - 1
  }
}
