/// A read of fields one of the other, `a.b.c`, from many objects, which counts no reference.
///
/// `@unchecked Sendable`: the memory is made and released once, and its places may be shared.
package final class JSONFieldPath: @unchecked Sendable {
  /// The names of the fields.
  private let names: [String]

  /// Where each field has been found last; in memory of its own, because reads of single fields in
  /// a list would be retained and released one by one.
  private let places: UnsafeMutablePointer<MemberPlace>

  /// The number of fields.
  private let count: Int

  /// Creates a read of the fields `names`.
  package init(_ names: [String]) {
    self.names = names
    count = names.count
    places = .allocate(capacity: count)
    for index in 0..<count { (places + index).initialize(to: MemberPlace()) }
  }

  /// Releases the places.
  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }

  /// Where the fields lead from the value at `value`, nil if one is missing; nothing if a list
  /// stands on the way.
  ///
  /// For the pointer holds what `JSONField.find(at:)` says.
  package func find(from value: UnsafePointer<JSONValue>) -> UnsafePointer<JSONValue>?? {
    var value = value
    for index in 0..<count {
      guard let members = BorrowedMembers(at: value),
        let next = places[index].find(names[index], in: members)
      else {
        if case .array = value.pointee { return .none }
        return .some(.none)
      }
      value = next
    }
    return .some(value)
  }

  /// The number to which the fields lead from the value at `value`; NaN if they lead to none.
  package func number(from value: UnsafePointer<JSONValue>) -> Double {
    guard case .some(let found?) = find(from: value) else { return .nan }
    switch found.pointee {
    case .number(let number): return number
    case .integer(let number): return Double(number)
    default: return .nan
    }
  }
}
