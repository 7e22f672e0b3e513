import JSON
import JSONata

/// What decides in `[?(…)]` which elements belong to a path.
indirect enum JSONPathFilter: Sendable {
  /// All hold.
  case all([JSONPathFilter])
  /// One of them holds.
  case any([JSONPathFilter])
  /// It does not hold.
  case not(JSONPathFilter)
  /// The operand is there.
  case exists(Operand)
  /// Two operands compare as it says.
  case comparison(Operand, Relation, Operand)
  /// The operand is a text that the expression matches wholly.
  case matches(Operand, WholeTextRegex)

  /// A side of a comparison.
  enum Operand: Sendable {
    /// A constant.
    case constant(JSONValue)
    /// A path from the element.
    case current(JSONPath)
    /// A path from the root of the document.
    case root(JSONPath)
  }

  /// How two operands may compare.
  enum Relation: String, Sendable, CaseIterable {
    case identical = "==="
    case notIdentical = "!=="
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case less = "<"
    case greaterOrEqual = ">="
    case greater = ">"
    case notIn = "nin"
    case isIn = "in"
    case subsetOf = "subsetof"
    case anyOf = "anyof"
    case noneOf = "noneof"
    case allOf = "all"
    case size = "size"
    case empty = "empty"
    case contains = "contains"
  }
}
