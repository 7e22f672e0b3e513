/// The content of a JSON text, shared by reference.
public final class JSONString: Sendable {
  /// The text.
  public let text: String

  /// Creates the content `text`.
  public init(_ text: String) {
    self.text = text
  }
}

/// Whether two texts are the same sequence of bytes.
///
/// Swift's `==` on `String` is canonical equivalence, which JSON's names and JSONata's `=` are not.
/// Texts of the same representation are equal, which settles short ones at once.
package func haveEqualBytes(_ a: String, _ b: String) -> Bool {
  typealias Bits = (UInt64, UInt64)
  if MemoryLayout<String>.size == MemoryLayout<Bits>.size {
    let first = unsafeBitCast(a, to: Bits.self)
    let second = unsafeBitCast(b, to: Bits.self)
    if first == second { return true }
  }
  let count = a.utf8.count
  guard count == b.utf8.count else { return false }
  let areEqual = a.utf8.withContiguousStorageIfAvailable { a in
    b.utf8.withContiguousStorageIfAvailable { b in
      UnsafeRawBufferPointer(a).hasEqualBytes(UnsafeRawBufferPointer(b))
    }
  }
  return (areEqual ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}

extension UnsafeRawBufferPointer {
  /// Whether `other`, which is as long, has the same bytes.
  func hasEqualBytes(_ other: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + 8 <= count {
      let first = loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard first == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else {
        return false
      }
      offset += 8
    }
    while offset < count {
      guard self[offset] == other[offset] else { return false }
      offset += 1
    }
    return true
  }
}

extension JSONString: Hashable {
  /// Whether two texts are the same sequence of bytes.
  public static func == (a: JSONString, b: JSONString) -> Bool {
    a === b || haveEqualBytes(a.text, b.text)
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}
