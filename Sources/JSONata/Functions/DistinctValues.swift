import JSON

/// The values that have been seen, found again by their hashes.
struct DistinctValues {
  /// A value that has been seen, and its hash.
  private struct Entry {
    let value: JSONValue
    let hash: UInt64
  }

  /// The values in the order in which they came.
  private var entries: [Entry] = []

  /// For each place of the hash table the number of its entry, or -1; twice as many as entries.
  private var table = [Int32](repeating: -1, count: 16)

  /// The addresses of texts that came lately, each at a place of its own: parts of a text share
  /// their words, which need not be hashed again then.
  private var recent = [UInt](repeating: 0, count: 256)

  /// Notes `value`, which lives as long as the set, and returns whether it is new.
  mutating func insert(_ value: JSONValue) -> Bool {
    if case .string(let text) = value {
      let address = UInt(bitPattern: Unmanaged.passUnretained(text).toOpaque())
      let place = Int(address >> 4 ^ address >> 12) & 255
      if recent[place] == address { return false }
      recent[place] = address
    }
    return insertHashed(value)
  }

  /// Notes `value`, and returns whether it is new.
  private mutating func insertHashed(_ value: JSONValue) -> Bool {
    let hash = Self.hash(of: value)
    var place = Int(truncatingIfNeeded: hash >> 32) & (table.count - 1)
    while table[place] >= 0 {
      let entry = entries[Int(table[place])]
      if entry.hash == hash, entry.value == value { return false }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = Int32(entries.count)
    entries.append(Entry(value: value, hash: hash))
    if entries.count * 2 > table.count { grow() }
    return true
  }

  /// Doubles the hash table.
  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (index, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: entry.hash >> 32) & (table.count - 1)
      while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(index)
    }
  }

  // MARK: - Hashes

  /// A hash that is the same for equal values; what is `depth` levels deep does not count.
  private static func hash(of value: JSONValue, depth: Int = 8) -> UInt64 {
    guard depth > 0 else { return 0 }
    return switch value {
    case .null: 1
    case .bool(let value): value ? 2 : 3
    case .integer(let number): mixed(4, Double(number).bitPattern)
    case .number(let number): mixed(4, (number + 0).bitPattern)
    case .string(let string): hash(of: string.text)
    case .array(let list): list.elements.reduce(5) { mixed($0, hash(of: $1, depth: depth - 1)) }
    case .object(let object):
      zip(object.keys, object.values).reduce(6) { hash, member in
        hash &+ mixed(Self.hash(of: member.0), Self.hash(of: member.1, depth: depth - 1))
      }
    case .function(let function): mixed(7, UInt64(UInt(bitPattern: ObjectIdentifier(function))))
    }
  }

  /// The hash of the bytes of `text`.
  private static func hash(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var hash = UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = rest << 8 | UInt64(bytes[offset])
        offset += 1
      }
      return mixed(hash, rest)
    }
  }

  /// A hash of two.
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xD1B5_4A32_D192_ED03)
    return product.high ^ product.low
  }
}
