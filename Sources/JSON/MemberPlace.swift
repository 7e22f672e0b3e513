import Synchronization

/// Where a member has been found last, for reads of it from many objects.
///
/// Shape and position are kept in one word, so that threads may share it: the number of a shape is
/// never used twice, and a word that another thread has just replaced is only a miss.
struct MemberPlace: ~Copyable, Sendable {
  /// The number of the shape seen last and, in the lowest 16 bits, the position there.
  private let lastSeen = Atomic<UInt64>(0)

  /// The position that stands for no member.
  private static let absent = 0xFFFF

  /// Where the member `name`, the same at every call, stands among `members`.
  @inline(__always)
  borrowing func find(
    _ name: @autoclosure () -> String, in members: BorrowedMembers
  ) -> UnsafePointer<JSONValue>? {
    let word = lastSeen.load(ordering: .relaxed)
    guard word >> 16 == members.shapeID else {
      return members.value(at: look(for: name(), in: members.shape))
    }
    return members.value(at: Int(truncatingIfNeeded: word & 0xFFFF))
  }

  /// Finds the position in `shape`, and remembers it unless the shape is a giant.
  ///
  /// A position behind all members stands for none.
  @inline(never)
  private borrowing func look(for name: String, in shape: JSONShape) -> Int {
    let position = shape.position(of: name)
    if shape.keys.count < Self.absent {
      lastSeen.store(shape.id << 16 | UInt64(position ?? Self.absent), ordering: .relaxed)
    }
    return position ?? .max
  }
}
