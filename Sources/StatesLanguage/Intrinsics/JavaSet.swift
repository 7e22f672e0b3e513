import JSON

/// Values as Java's sets hold them: which are equal, and in which order they come out.
enum JavaSet {
  /// The distinct elements of `list` in the order of a `HashSet` made of it.
  static func elements(of list: [JSONValue]) -> [JSONValue] {
    let wanted = max(Int(Float(list.count) / 0.75) + 1, 16)
    let capacity = 1 << (Int.bitWidth - (wanted - 1).leadingZeroBitCount)
    var buckets: [Int: [JSONValue]] = [:]
    for element in list {
      let hash = UInt32(bitPattern: hash(of: element))
      let bucket = Int(hash ^ hash >> 16) & (capacity - 1)
      if buckets[bucket]?.contains(where: { areEqual($0, element) }) == true { continue }
      buckets[bucket, default: []].append(element)
    }
    return buckets.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Whether two values are equal; a whole number and one with a fraction never are.
  static func areEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
    switch (a, b) {
    case (.integer, .number), (.number, .integer): false
    case (.array(let a), .array(let b)):
      a.elements.count == b.elements.count && zip(a.elements, b.elements).allSatisfy(areEqual)
    case (.object(let a), .object(let b)):
      a.count == b.count
        && a.members.allSatisfy { key, value in b[key].map { areEqual(value, $0) } ?? false }
    default: a == b
    }
  }

  /// What `hashCode` gives.
  private static func hash(of value: JSONValue) -> Int32 {
    switch value {
    case .null, .function: 0
    case .bool(let value): value ? 1_231 : 1_237
    case .integer(let number):
      Int32(exactly: number) ?? folded(UInt64(bitPattern: number))
    case .number(let number): folded(number.bitPattern)
    case .string(let content): hash(of: content.text)
    case .array(let list): list.elements.reduce(1) { $0 &* 31 &+ hash(of: $1) }
    case .object(let object):
      object.members.reduce(0) { $0 &+ (hash(of: $1.key) ^ hash(of: $1.value)) }
    }
  }

  /// What `hashCode` of a text gives.
  private static func hash(of text: String) -> Int32 {
    text.utf16.reduce(0) { $0 &* 31 &+ Int32($1) }
  }

  /// The two halves of 64 bits in one.
  private static func folded(_ bits: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: bits ^ bits >> 32)
  }
}
