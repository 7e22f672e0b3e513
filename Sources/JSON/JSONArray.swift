/// The content of a JSON list, shared by reference.
///
/// `@unchecked Sendable`: it never changes; only its end takes the elements out. So the memory of
/// the elements stays where it is.
public final class JSONArray: @unchecked Sendable {
  /// What a query language notes about a list while it evaluates; JSON itself has no use for it.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// The values in order.
  @exclusivity(unchecked) public private(set) var elements: [JSONValue]

  /// Where the values stand, for a look that counts no reference.
  private let start: UnsafePointer<JSONValue>?

  /// The notes of a query language.
  package let traits: Traits

  /// Whether all elements are certainly numbers.
  package let isNumeric: Bool

  /// At least the number of containers inside each other here, itself included.
  let height: Int32

  /// Creates a list.
  package init(_ elements: [JSONValue], traits: Traits = []) {
    self.elements = elements
    self.traits = traits
    start = elements.withUnsafeBufferPointer(\.baseAddress)
    let content = elements.withUnsafeBufferPointer { JSONContentKind(of: $0) }
    isNumeric = content.isNumeric
    height = 1 &+ content.height
  }

  /// Creates a list of `elements` that all come from `source`, which saves a look at each.
  package init(_ elements: [JSONValue], from source: JSONArray, traits: Traits = []) {
    self.elements = elements
    self.traits = traits
    start = elements.withUnsafeBufferPointer(\.baseAddress)
    isNumeric = source.isNumeric
    height = source.height
  }

  /// The values, for a look that counts no reference: good as long as the list is held.
  @inline(__always)
  package var borrowed: UnsafeBufferPointer<JSONValue> {
    UnsafeBufferPointer(start: start, count: elements.count)
  }

  /// Takes a deep list apart in a loop, so that its depth cannot exhaust the stack.
  deinit {
    if height > JSONTeardown.recursionLimit { JSONTeardown.run(takeElements()) }
  }

  /// Leaves the list empty; only for one that nobody else has.
  func takeElements() -> [JSONValue] {
    var taken: [JSONValue] = []
    swap(&taken, &elements)
    return taken
  }
}

/// A function of a query language, stored in a value; its class is the language's own.
open class JSONFunction: @unchecked Sendable {
  /// Creates the base of a function.
  package init() {}
}
