/// A read of one member from many objects, which remembers in what shape it found it last.
package final class JSONField: Sendable {
  /// The name of the member.
  package let name: String

  /// Where it has been found last.
  private let place = MemberPlace()

  /// Creates a read of the member `name`.
  package init(_ name: String) {
    self.name = name
  }

  /// Where the member of `object`, which somebody holds, stands, if it has it.
  package func find(in object: borrowing JSONObject) -> UnsafePointer<JSONValue>? {
    find(in: BorrowedMembers(object))
  }

  /// The value in `object`.
  package func value(in object: JSONObject) -> JSONValue? {
    guard let value = find(in: BorrowedMembers(object)) else { return nil }
    return .some(value.pointee)
  }

  /// The number in `object`; NaN if it has none.
  package func number(in object: JSONObject) -> Double {
    guard let value = find(in: BorrowedMembers(object)) else { return .nan }
    switch value.pointee {
    case .number(let number): return number
    case .integer(let number): return Double(number)
    default: return .nan
    }
  }

  /// Where the member of the object at `value` stands, if that is an object and has it.
  ///
  /// No reference is counted, which is most of what reading a member costs. Whoever follows the
  /// pointer answers for it: the object must be held by something that outlives the look, as an
  /// element is by its list and a member by its object.
  package func find(at value: UnsafePointer<JSONValue>) -> UnsafePointer<JSONValue>? {
    guard let members = BorrowedMembers(at: value) else { return nil }
    return find(in: members)
  }

  /// Where the member stands among `members`.
  @inline(__always)
  package func find(in members: BorrowedMembers) -> UnsafePointer<JSONValue>? {
    place.find(name, in: members)
  }
}
