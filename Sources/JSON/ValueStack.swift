/// The values of the lists and objects that a reader is in, whose number is not known yet.
///
/// One piece of memory for all of them, out of which the values are moved when their list or object
/// is complete.
final class ValueStack {
  private var memory = UnsafeMutablePointer<JSONValue>.allocate(capacity: 64)
  private var capacity = 64

  /// The number of values.
  private(set) var count = 0

  /// Releases the values that are left when a text has a mistake.
  deinit {
    memory.deinitialize(count: count)
    memory.deallocate()
  }

  /// Adds a value.
  func push(_ value: consuming JSONValue) {
    if count == capacity { grow() }
    (memory + count).initialize(to: value)
    count += 1
  }

  /// Takes the values from `start` on as a list.
  func takeList(from start: Int) -> [JSONValue] {
    let length = count - start
    let list = [JSONValue](unsafeUninitializedCapacity: length) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: memory + start, count: length)
      initialized = length
    }
    count = start
    return list
  }

  /// Takes the values from `start` on as those of an object.
  func takeObject(from start: Int, shape: JSONShape) -> JSONObject {
    precondition(count - start == shape.keys.count, "an object has one value for each name")
    count = start
    return JSONObject(shape: shape, moving: memory + start)
  }

  /// Doubles the memory.
  private func grow() {
    let larger = UnsafeMutablePointer<JSONValue>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }
}
