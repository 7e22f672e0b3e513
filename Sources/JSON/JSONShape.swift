import Synchronization

/// The names of an object's members in order, shared by all objects made alike.
///
/// Whoever reads one member from many objects compares the shape by its number and needs no look-up
/// but the first (see `JSONField`).
package final class JSONShape: Sendable {
  /// The names, each once.
  package let keys: [String]

  /// A number that no other shape has, nor will have.
  let id: UInt64

  /// Whether a name starts with a digit: languages that order such names apart ask this first.
  package let hasDigits: Bool

  /// What is found out about the shape when it is first asked for.
  private let lookups = Mutex(Lookups())

  /// What is remembered.
  private struct Lookups {
    /// The position of each name of a large shape.
    var positions: [Key: Int]?

    /// The shapes of the objects that lack the names at some positions.
    var narrowed: [[Int]: JSONShape] = [:]
  }

  /// A shape with the names of another, and where these stand in it.
  package typealias Merged = (shape: JSONShape, positions: [Int])

  /// The shape of `{}`.
  package static let empty = JSONShape(uniqueKeys: [])

  /// The most names that are searched one after the other.
  private static let linearLimit = 16

  /// The most shapes that are remembered with another.
  private static let narrowedLimit = 64

  /// The number of the shape made last.
  private static let lastID = Atomic<UInt64>(0)

  /// Creates a shape of names that are known to be distinct.
  package init(uniqueKeys keys: [String]) {
    self.keys = keys
    id = Self.lastID.add(1, ordering: .relaxed).newValue
    hasDigits = keys.contains { $0.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
  }

  /// The position of `key`, if it is one of the names.
  package func position(of key: String) -> Int? {
    if keys.count <= Self.linearLimit { return keys.firstIndex { haveEqualBytes($0, key) } }
    return lookups.withLock { lookups in
      if lookups.positions == nil { lookups.positions = indexed() }
      return lookups.positions?[Key(text: key)]
    }
  }

  /// The position of every name.
  private func indexed() -> [Key: Int] {
    Dictionary(
      keys.enumerated().map { (Key(text: $1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The shape for those objects made with this one that lack the names at `positions`.
  func narrowed(without positions: [Int]) -> JSONShape {
    if let known = lookups.withLock({ $0.narrowed[positions] }) { return known }
    let shape = removing(positions)
    lookups.withLock { lookups in
      if lookups.narrowed.count < Self.narrowedLimit { lookups.narrowed[positions] = shape }
    }
    return shape
  }

  /// A shape without the names at `positions`, which ascend.
  package func removing(_ positions: [Int]) -> JSONShape {
    var keys = keys
    for position in positions.reversed() { keys.remove(at: position) }
    return JSONShape(uniqueKeys: keys)
  }

  /// A shape with those names of `other` at its end that it has not, and the positions of all of
  /// them.
  package func merging(_ other: JSONShape) -> Merged {
    var added: [String] = []
    let positions = other.keys.map { key -> Int in
      if let position = position(of: key) { return position }
      added.append(key)
      return keys.count + added.count - 1
    }
    return (added.isEmpty ? self : JSONShape(uniqueKeys: keys + added), positions)
  }

  /// A name that is equal only to the same bytes.
  struct Key: Hashable {
    var text: String

    static func == (a: Key, b: Key) -> Bool { haveEqualBytes(a.text, b.text) }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
  }
}
