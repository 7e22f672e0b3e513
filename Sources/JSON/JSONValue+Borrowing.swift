/// What a value holds, for a look that counts no reference.
///
/// The pointers are good as long as the value that was looked at is held by somebody and stays
/// where it is. Whoever walks through a large value spends most of the time on counting references
/// otherwise.
package enum JSONContent {
  /// The elements of a list and its notes.
  case elements(UnsafeBufferPointer<JSONValue>, JSONArray.Traits)

  /// The values of an object; the flag tells whether a name of it starts with a digit.
  case members(UnsafeBufferPointer<JSONValue>, hasDigits: Bool)

  /// Nothing.
  case nothing

  /// The content of the value at `value`.
  package init(at value: UnsafePointer<JSONValue>) {
    switch value.pointee {
    case .array(let array):
      self = Unmanaged.passUnretained(array)._withUnsafeGuaranteedRef { array in
        .elements(array.elements.withUnsafeBufferPointer { $0 }, array.traits)
      }
    case .object(let object):
      self = Unmanaged.passUnretained(object.storage)._withUnsafeGuaranteedRef { storage in
        storage.withUnsafeMutablePointers { header, values in
          .members(
            UnsafeBufferPointer(start: UnsafePointer(values), count: Int(header.pointee.count)),
            hasDigits: header.pointee.shape.hasDigits)
        }
      }
    default: self = .nothing
    }
  }
}
