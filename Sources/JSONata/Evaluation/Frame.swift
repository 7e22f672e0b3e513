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
    let base: Int
  }

  /// Creates a frame of unbound variables.
  static func make(_ count: Int, parent: Frame?, base: Int) -> Frame {
    let buffer = Frame.create(minimumCapacity: count) { _ in
      Header(parent: parent, count: count, base: base)
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
  var base: Int { header.base }

  /// The value of the variable in `slot`; the outer nil stands for "not bound yet".
  @inline(__always)
  subscript(slot: Int) -> JSONValue?? {
    get { withUnsafeMutablePointerToElements { $0[slot] } }
    set { withUnsafeMutablePointerToElements { $0[slot] = newValue } }
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
    let copy = Frame.make(header.count, parent: header.parent, base: header.base)
    for slot in 0..<count { copy[slot] = self[slot] }
    return copy
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
