/// What a value holds, for a look that counts no reference.
///
/// The pointers are good as long as the value that was looked at is held by somebody and stays
/// where it is. Whoever walks through a large value spends most of the time on counting references
/// otherwise.
package enum JSONContent {
  /// The elements of a list and its notes.
  case elements(UnsafeBufferPointer<JSONValue>, JSONArray.Traits)

  /// The members of an object.
  case members(BorrowedMembers)

  /// Nothing.
  case nothing

  /// The content of the value at `value`.
  @inline(__always)
  package init(at value: UnsafePointer<JSONValue>) {
    switch value.pointee {
    case .array(let array): self = .elements(array.borrowed, array.traits)
    case .object(let object): self = .members(BorrowedMembers(object))
    default: self = .nothing
    }
  }
}

/// The members of an object that is held by somebody else.
package struct BorrowedMembers {
  /// The object in memory; a pointer, because a reference would be counted.
  package let address: UnsafeRawPointer

  /// The members of `object`.
  @inline(__always)
  init(_ object: borrowing JSONObject) {
    address = UnsafeRawPointer(Unmanaged.passUnretained(object.storage).toOpaque())
  }

  /// The members of the object at `value`, if it is one.
  @inline(__always)
  init?(at value: UnsafePointer<JSONValue>) {
    guard case .object(let object) = value.pointee else { return nil }
    self.init(object)
  }

  /// What stands before the values.
  @inline(__always)
  private var header: UnsafePointer<JSONObjectStorage.Header> {
    (address + JSONObjectStorage.headerOffset)
      .assumingMemoryBound(to: JSONObjectStorage.Header.self)
  }

  /// The first value.
  @inline(__always)
  private var first: UnsafePointer<JSONValue> {
    (address + JSONObjectStorage.valuesOffset).assumingMemoryBound(to: JSONValue.self)
  }

  /// The values.
  @inline(__always)
  package var values: UnsafeBufferPointer<JSONValue> {
    UnsafeBufferPointer(start: first, count: Int(header.pointee.count))
  }

  /// At least the number of containers inside each other here, the object included.
  @inline(__always)
  var height: Int32 { header.pointee.height }

  /// The number of the shape.
  @inline(__always)
  var shapeID: UInt64 { header.pointee.shapeID }

  /// The names.
  package var shape: JSONShape { header.pointee.shape }

  /// Where the value at `position` stands, if there are as many.
  @inline(__always)
  func value(at position: Int) -> UnsafePointer<JSONValue>? {
    position < Int(header.pointee.count) ? first + position : nil
  }
}
