/// A part of an expression as the parser stores it: one record in the memory of the tree.
///
/// Parts name each other by their positions in it, and the parts of a list are chained by `next`, so
/// that a tree of any size is built and released without an allocation for each part.
struct Part: Sendable {
  /// The position of a part; 0, where no part of interest is, stands for none.
  typealias ID = Int32

  /// What a part is.
  enum Tag: UInt8, Sendable {
    case end, name, string, number, value, variable, regex, wildcard, descendant, parent
    case binary, negate, array, object, call, partial, placeholder, lambda, condition, fallback
    case transform, block, bind, apply, path, sort
    case sortTerm, filterStage, indexStage, grouping, failure
  }

  /// What is known of a part.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16

    /// `[]` asks to keep a list of one element.
    static let keepArray = Traits(rawValue: 1)

    /// The path keeps a list of one element.
    static let keepSingletonArray = Traits(rawValue: 2)

    /// The list constructor is not flattened.
    static let consArray = Traits(rawValue: 4)

    /// The part works on tuples of bindings.
    static let tuple = Traits(rawValue: 8)

    /// The stages are those of a part that is no step.
    static let predicates = Traits(rawValue: 16)

    /// The text has escapes.
    static let escaped = Traits(rawValue: 32)

    /// A `%` in the part looks for its object to the left of it.
    static let seeks = Traits(rawValue: 64)

    /// The part binds variables of the scope around it.
    static let binds = Traits(rawValue: 128)

    /// The part makes functions that keep its variables.
    static let makesFunctions = Traits(rawValue: 256)

    /// What a part takes over from the parts in it.
    static let inherited: Traits = [binds, makesFunctions]
  }

  /// What the part is.
  var tag: Tag

  /// The operator; `>` in a term of `^(…)` that orders downwards.
  var symbol: Symbol?

  /// What is known of the part.
  var traits: Traits = []

  /// The token that the reference blames in errors.
  var location: SourceLocation

  /// The whole text of the part.
  var extent: SourceLocation

  /// The part that follows in a list.
  var next: ID = 0

  /// The first part in it, or the head of its list.
  var first: ID = 0

  /// The second part in it; of a path and of a list of stages the last.
  var second: ID = 0

  /// The third part in it, or a position in a table of the tree.
  var third: ID = 0

  /// The head of the list of its predicates and position bindings.
  var stages: ID = 0

  /// The grouping that follows.
  var group: ID = 0

  /// The position of its rare properties, plus 1.
  var rare: Int32 = 0

  /// The nesting of the part's own parts, for the limit on it.
  var height: Int32 = 1

  /// The depth that evaluating the part certainly reaches, itself included.
  var certainDepth: Int32 = 1

  /// Creates a part at `location`.
  @inline(__always)
  init(_ tag: Tag, _ symbol: Symbol? = nil, at location: SourceLocation, first: ID = 0) {
    self.tag = tag
    self.symbol = symbol
    self.location = location
    self.extent = location
    self.first = first
  }
}

extension Part {
  /// The number, whose bits take the place of parts.
  var number: Double {
    get {
      Double(
        bitPattern: UInt64(UInt32(bitPattern: first)) | UInt64(UInt32(bitPattern: second)) << 32)
    }
    set {
      first = Int32(truncatingIfNeeded: newValue.bitPattern)
      second = Int32(truncatingIfNeeded: newValue.bitPattern >> 32)
    }
  }

  /// Properties that few parts have.
  struct Rare: Sendable {
    /// The variable that `@` binds to the item.
    var focus: ID = 0

    /// The variable that `#` binds to the position.
    var index: ID = 0

    /// The slot for the parent of the item, if `%` asks for it.
    var ancestor: Int?

    /// The slots of the `%` that look for their object to the left of the part.
    var seekingParent: [Int] = []
  }

  /// Where a `%` finds its object.
  struct Slot: Sendable {
    /// The number in the name of the variable that holds the object.
    var label: Int

    /// How many steps further left the object is.
    var level = 1
  }
}
