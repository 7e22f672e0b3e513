/// The names of objects that have been read, for texts that are made alike, such as the events of
/// one function: they are read without making their names and shapes anew.
package struct JSONNames: Sendable {
  /// The names; nil before the first text, and when there is no room for more.
  private var tree: NameTree?

  /// Creates the memory of no names.
  package init() {}

  /// The names, which are to be kept again after the text was read.
  mutating func take() -> NameTree {
    defer { tree = nil }
    return tree ?? NameTree()
  }

  /// Remembers the names, unless they have no room for others: then it begins again.
  mutating func keep(_ tree: NameTree) {
    self.tree = tree.isFull ? nil : tree
  }
}
