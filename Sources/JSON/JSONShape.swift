import Synchronization

/// The names of an object's members in order, shared by all objects made alike.
///
/// Whoever reads one member from many objects compares the shape by identity and needs no look-up
/// but the first (an inline cache): `if object.shape === cached { object.values[position] }`.
package final class JSONShape: Sendable {
  /// The names, each once.
  package let keys: [String]

  /// The position of each name, made on the first look-up in a large shape.
  private let positions = Mutex<[Key: Int]?>(nil)

  /// The shape of `{}`.
  package static let empty = JSONShape(uniqueKeys: [])

  /// The most names that are searched one after the other.
  private static let linearLimit = 8

  /// Creates a shape of names that are known to be distinct.
  package init(uniqueKeys keys: [String]) {
    self.keys = keys
  }

  /// The position of `key`, if it is one of the names.
  package func position(of key: String) -> Int? {
    if keys.count <= Self.linearLimit { return keys.firstIndex { haveEqualBytes($0, key) } }
    return positions.withLock { positions in
      if positions == nil { positions = indexed() }
      return positions?[Key(text: key)]
    }
  }

  /// The position of every name.
  private func indexed() -> [Key: Int] {
    Dictionary(
      keys.enumerated().map { (Key(text: $1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A name that is equal only to the same bytes.
  struct Key: Hashable {
    var text: String

    static func == (a: Key, b: Key) -> Bool { haveEqualBytes(a.text, b.text) }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
  }
}
