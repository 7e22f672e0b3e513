/// The names that the objects of texts have, by the names before them.
///
/// Objects made alike have the same names in the same order: after one name, the next is expected to
/// be the one that followed it last, and only its bytes are compared. What is met for the first time
/// is checked for repetitions once. Objects with the same names share one shape.
struct NameTree {
  /// A name after others.
  private struct Node {
    /// The name.
    let name: String

    /// Where its bytes are kept; empty if it has escapes where it was met.
    let range: Range<Int>

    /// The name before.
    let parent: Int

    /// The number of names up to this one.
    let depth: Int

    /// One of the names that have followed, and the next of those that followed the one before.
    var child = 0
    var sibling = 0

    /// The name that has followed last.
    var expected = 0

    /// The shape of objects that end here.
    var shape: JSONShape?

    /// Marks of the names up to this one: a name whose mark is not among them is none of them.
    var marks: UInt64 = 0
  }

  private var nodes: [Node] = []

  /// The bytes of the names.
  private var bytes: [UInt8] = []

  /// Whether a name could not be remembered for lack of room.
  private(set) var isFull = false

  /// The most names that are remembered.
  private static let limit = 4_096

  /// The most names of an object that are remembered.
  private static let deepest = 64

  /// The place before the first name.
  static let root = 0

  /// Creates the tree of no names.
  init() {
    nodes.reserveCapacity(32)
    bytes.reserveCapacity(512)
    nodes.append(Node(name: "", range: 0..<0, parent: 0, depth: 0))
  }

  /// The place of the name that is expected after `place`, if its bytes and the closing quote stand
  /// at `offset`; then `offset` is moved behind them.
  func expected(
    after place: Int, in text: UnsafeBufferPointer<UInt8>, at offset: inout Int
  ) -> Int? {
    let expected = nodes[place].expected
    guard expected != 0 else { return nil }
    let range = nodes[expected].range
    let end = offset + range.count
    guard !range.isEmpty, end < text.count, text[end] == UInt8(ascii: "\"") else { return nil }
    let isEqual = bytes.withUnsafeBytes { bytes in
      UnsafeRawBufferPointer(rebasing: bytes[range]).hasEqualBytes(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[offset..<end]))
    }
    guard isEqual else { return nil }
    offset = end + 1
    return expected
  }

  /// The place of `name`, written with escapes or without, after `place`; nil if it is not to be
  /// remembered there, or repeated.
  mutating func place(of name: String, isEscaped: Bool, after place: Int) -> Int? {
    var child = nodes[place].child
    var siblings = 0
    while child != 0 {
      if haveEqualBytes(nodes[child].name, name) {
        nodes[place].expected = child
        return child
      }
      siblings += 1
      child = nodes[child].sibling
    }
    let mark = Self.mark(of: name)
    guard nodes.count < Self.limit, nodes[place].depth < Self.deepest, siblings < 32 else {
      isFull = true
      return nil
    }
    guard nodes[place].marks & mark == 0 || !isName(name, upTo: place) else { return nil }
    let start = bytes.count
    if !isEscaped { bytes += name.utf8 }
    var node = Node(
      name: name, range: start..<bytes.count, parent: place, depth: nodes[place].depth + 1)
    node.sibling = nodes[place].child
    node.marks = nodes[place].marks | mark
    nodes.append(node)
    nodes[place].child = nodes.count - 1
    nodes[place].expected = nodes.count - 1
    return nodes.count - 1
  }

  /// The name at `place`.
  func name(at place: Int) -> String { nodes[place].name }

  /// The names up to `place`.
  func names(at place: Int) -> [String] {
    var names = Array(repeating: "", count: nodes[place].depth)
    var place = place
    while place != Self.root {
      names[nodes[place].depth - 1] = nodes[place].name
      place = nodes[place].parent
    }
    return names
  }

  /// One bit by the length and the last byte of `name`.
  private static func mark(of name: String) -> UInt64 {
    let bytes = name.utf8
    return 1 << UInt64((bytes.count &* 7 &+ Int(bytes.last ?? 0)) & 63)
  }

  /// Whether `name` is one of the names up to `place`.
  private func isName(_ name: String, upTo place: Int) -> Bool {
    var place = place
    while place != Self.root {
      if haveEqualBytes(nodes[place].name, name) { return true }
      place = nodes[place].parent
    }
    return false
  }

  /// The shape of the objects that end at `place`.
  mutating func shape(at place: Int) -> JSONShape {
    if let shape = nodes[place].shape { return shape }
    let shape = JSONShape(uniqueKeys: names(at: place))
    nodes[place].shape = shape
    return shape
  }
}
