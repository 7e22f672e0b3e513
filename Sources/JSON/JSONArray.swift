/// The content of a JSON list, shared by reference.
///
/// `@unchecked Sendable`: whoever creates an array may change it until it is handed on, and only
/// while nobody else has it (see `isKnownUniquelyReferenced`); from then on it is only read.
package final class JSONArray: @unchecked Sendable {
  /// What a query language notes about a list while it evaluates; JSON itself has no use for it.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// The values in order.
  package var elements: [JSONValue]

  /// The notes of a query language.
  package var traits: Traits

  /// Creates a list.
  package init(_ elements: [JSONValue], traits: Traits = []) {
    self.elements = elements
    self.traits = traits
  }

  /// Takes a deep list apart in a loop, so that its depth cannot exhaust the stack.
  deinit {
    if elements.contains(where: \.isContainer) { JSONTeardown.run(&elements) }
  }
}

/// A function of a query language, stored in a value; its class is the language's own.
open class JSONFunction: @unchecked Sendable {
  /// Creates the base of a function.
  package init() {}
}
