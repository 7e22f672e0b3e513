/// An ordered list of members with distinct names: a shape, and a value for each of its names.
///
/// It is one reference to immutable memory. `@unchecked Sendable`: whoever creates the memory fills
/// it before anybody else can see it; from then on it is only read.
public struct JSONObject: @unchecked Sendable {
  /// The shape and the values, in one piece of memory.
  var storage: JSONObjectStorage

  /// Creates an object of as many `values` as `shape` has names.
  package init(shape: JSONShape, values: some Collection<JSONValue>) {
    precondition(shape.keys.count == values.count, "an object has one value for each name")
    storage = JSONObjectStorage.make(shape)
    for value in values { storage.append(value) }
    storage.finish()
  }

  /// Creates an object of `shape` whose values are taken out of the memory at `values`.
  package init(shape: JSONShape, moving values: UnsafeMutablePointer<JSONValue>) {
    storage = JSONObjectStorage.make(shape)
    storage.append(moving: values, count: shape.keys.count)
    storage.finish()
  }

  /// Wraps memory that is filled.
  init(_ storage: JSONObjectStorage) {
    self.storage = storage
  }

  /// The object without members.
  public static let empty = JSONObject(shape: .empty, values: [])

  /// The names.
  package var shape: JSONShape { BorrowedMembers(self).shape }

  /// The number of members.
  public var count: Int { borrowed.count }

  /// Whether it has no member.
  public var isEmpty: Bool { count == 0 }

  /// At least the number of containers inside each other here, itself included.
  var height: Int32 { BorrowedMembers(self).height }

  /// The names in order.
  public var keys: [String] { shape.keys }

  /// The values in order, one for each name.
  package var values: Values { Values(storage: storage, values: borrowed) }

  /// The values, for a look that counts no reference: good as long as the object is held.
  package var borrowed: UnsafeBufferPointer<JSONValue> { BorrowedMembers(self).values }

  /// The members in order.
  public var members: [(key: String, value: JSONValue)] {
    zip(shape.keys, values).map { (key: $0, value: $1) }
  }

  /// The value of the member `key`.
  public subscript(key: String) -> JSONValue? {
    shape.position(of: key).map { values[$0] }
  }

  /// A copy in which `key` has `value`: in its place, or at the end if it is new.
  public func setting(_ key: String, to value: JSONValue) -> JSONObject {
    var builder = Builder(self)
    builder[key] = value
    return builder.build()
  }

  /// A copy without the member `key`.
  public func removing(_ key: String) -> JSONObject {
    guard let position = shape.position(of: key) else { return self }
    return removing(at: position, giving: shape.removing([position]))
  }

  /// A copy of the shape `shape`, which lacks the name at `position`.
  package func removing(at position: Int, giving shape: JSONShape) -> JSONObject {
    var values = Array(values)
    values.remove(at: position)
    return JSONObject(shape: shape, values: values)
  }

  /// A copy with the members of `other`, which win.
  public func merging(_ other: JSONObject) -> JSONObject {
    merging(other, as: shape.merging(other.shape))
  }

  /// A copy with the members of `other`, whose shape and this one's are merged in `merged`.
  package func merging(_ other: JSONObject, as merged: JSONShape.Merged) -> JSONObject {
    var values = Array(values)
    for (value, position) in zip(other.values, merged.positions) {
      if position < values.count { values[position] = value } else { values.append(value) }
    }
    return JSONObject(shape: merged.shape, values: values)
  }

  /// Whether both are the very same object.
  package static func === (a: JSONObject, b: JSONObject) -> Bool { a.storage === b.storage }

  /// What tells the object from others as long as it is held.
  package var identity: UnsafeRawPointer { BorrowedMembers(self).address }

  /// Whether nobody else has the object.
  mutating func isUniquelyReferenced() -> Bool { isKnownUniquelyReferenced(&storage) }

  /// Moves the values to the end of `values`; only for an object that nobody else has.
  func moveValues(to values: inout [JSONValue]) { storage.moveValues(to: &values) }

  /// The values of an object in order.
  package struct Values: RandomAccessCollection {
    /// What holds the values.
    fileprivate let storage: JSONObjectStorage

    /// The values.
    fileprivate let values: UnsafeBufferPointer<JSONValue>

    package var startIndex: Int { 0 }
    package var endIndex: Int { values.count }

    package subscript(position: Int) -> JSONValue {
      precondition(position >= 0 && position < endIndex)
      return withExtendedLifetime(storage) { values[position] }
    }
  }
}

extension JSONObject: Equatable {
  /// Whether two objects have equal members, in whatever order.
  public static func == (a: JSONObject, b: JSONObject) -> Bool {
    if a === b { return true }
    guard a.count == b.count else { return false }
    if a.shape === b.shape { return a.values.elementsEqual(b.values) }
    return zip(a.shape.keys, a.values).allSatisfy { key, value in b[key] == value }
  }
}
