/// The memory of an object: a header with the shape, and the values behind it.
final class JSONObjectStorage: ManagedBuffer<JSONObjectStorage.Header, JSONValue> {
  /// What stands before the values.
  struct Header {
    /// The names.
    var shape: JSONShape {
      didSet { shapeID = shape.id }
    }

    /// The number of the shape, for those who need no more of it.
    private(set) var shapeID: UInt64

    /// The number of values that are there.
    var count: Int32 = 0

    /// At least the number of containers inside each other here, itself included.
    var height: Int32 = 1

    /// The header of an object without values.
    init(_ shape: JSONShape) {
      self.shape = shape
      shapeID = shape.id
    }
  }

  /// Memory for the values of `shape`, none of which is there yet.
  static func make(_ shape: JSONShape) -> JSONObjectStorage {
    let buffer = JSONObjectStorage.create(minimumCapacity: shape.keys.count) { _ in Header(shape) }
    return unsafeDowncast(buffer, to: JSONObjectStorage.self)
  }

  /// Where the header stands in an object of the class, behind the words that every object has.
  static let headerOffset = 2 * MemoryLayout<Int>.stride

  /// Where the values stand, behind the header.
  static let valuesOffset = headerOffset + MemoryLayout<Header>.stride

  /// Takes a deep object apart in a loop, so that its depth cannot exhaust the stack.
  deinit {
    if header.height > JSONTeardown.recursionLimit {
      var values: [JSONValue] = []
      moveValues(to: &values)
      JSONTeardown.run(values)
    } else {
      withUnsafeMutablePointers { _ = $1.deinitialize(count: Int($0.pointee.count)) }
    }
  }

  /// Adds the next value; there must be room for it.
  func append(_ value: JSONValue) {
    withUnsafeMutablePointers { header, values in
      (values + Int(header.pointee.count)).initialize(to: value)
      header.pointee.count += 1
    }
  }

  /// Adds `count` values that are taken out of the memory at `source`.
  func append(moving source: UnsafeMutablePointer<JSONValue>, count: Int) {
    withUnsafeMutablePointers { header, values in
      values.moveInitialize(from: source, count: count)
      header.pointee.count = Int32(truncatingIfNeeded: count)
    }
  }

  /// The number of values that the shape asks for.
  var capacityOfShape: Int { header.shape.keys.count }

  /// Takes the shape that lacks the names at `positions`.
  func narrow(without positions: [Int]) {
    header.shape = header.shape.narrowed(without: positions)
  }

  /// Notes how deep the object is, now that its values are there.
  func finish() {
    withUnsafeMutablePointers { header, values in
      let values = UnsafeBufferPointer(
        start: UnsafePointer(values), count: Int(header.pointee.count))
      header.pointee.height = 1 &+ JSONContentKind(of: values).height
    }
  }

  /// Moves the values to the end of `list`.
  func moveValues(to list: inout [JSONValue]) {
    withUnsafeMutablePointers { header, values in
      for position in 0..<Int(header.pointee.count) { list.append((values + position).move()) }
      header.pointee.count = 0
    }
  }
}
