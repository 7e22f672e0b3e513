import JSON

/// A condition on the fields of an item that is told without values in between: comparisons of
/// fields with literals, and `and` and `or` of them.
struct FieldTest: Sendable {
  /// The greatest depth of evaluation that the condition reaches.
  let depth: Int

  /// What is tested.
  private let condition: Condition

  /// A condition.
  private indirect enum Condition: Sendable {
    /// The field is there and true.
    case isTrue(JSONField)

    /// The field equals a literal.
    case equals(JSONField, JSONValue)

    /// The field is there and differs from a literal.
    case differs(JSONField, JSONValue)

    /// The field is a number that stands in such an order to a literal.
    case number(JSONField, Order, Double)

    /// Both hold.
    case all(Condition, Condition)

    /// One holds.
    case any(Condition, Condition)
  }

  /// The order of two numbers.
  private enum Order {
    case less, lessOrEqual, greater, greaterOrEqual

    /// The order that `symbol` asks for.
    init?(_ symbol: Symbol) {
      switch symbol {
      case .less: self = .less
      case .lessOrEqual: self = .lessOrEqual
      case .greater: self = .greater
      case .greaterOrEqual: self = .greaterOrEqual
      default: return nil
      }
    }

    /// Whether `a` stands in this order to `b`.
    @inline(__always)
    func holds(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      }
    }
  }

  /// The test that `node` is, if it is such a one; `depth` is that of the part around.
  init?(_ node: Node, depth: Int) {
    guard let condition = Self.condition(node) else { return nil }
    self.condition = condition
    self.depth = depth + node.fullDepth
  }

  /// The condition that `node` is.
  private static func condition(_ node: Node) -> Condition? {
    if let name = node.plainPath { return .isTrue(JSONField(name)) }
    guard case .binary(let symbol, let left, let right) = node.kind, node.predicates == nil,
      node.group == nil, !node.keepArray
    else { return nil }
    if symbol == .and || symbol == .or {
      guard let first = condition(left), let second = condition(right) else { return nil }
      return symbol == .and ? .all(first, second) : .any(first, second)
    }
    guard let name = left.plainPath, let literal = right.literal else { return nil }
    let field = JSONField(name)
    switch symbol {
    case .equal: return .equals(field, literal)
    case .notEqual: return .differs(field, literal)
    default:
      guard let order = Order(symbol), case .number(let number) = literal else { return nil }
      return .number(field, order, number)
    }
  }

  /// Whether the value is a truth value wherever it is not an error, and so selects no position.
  var isCondition: Bool {
    if case .isTrue = condition { return false }
    return true
  }

  /// Whether the condition holds for the item at `item`; nil if it takes more to tell.
  func holds(at item: UnsafePointer<JSONValue>) -> Bool? {
    if case .array = item.pointee { return nil }
    return Self.holds(condition, at: item)
  }

  /// Whether `condition` holds for the item at `item`.
  private static func holds(_ condition: Condition, at item: UnsafePointer<JSONValue>) -> Bool? {
    switch condition {
    case .all(let first, let second):
      guard let left = holds(first, at: item) else { return nil }
      return left ? holds(second, at: item) : false
    case .any(let first, let second):
      guard let left = holds(first, at: item) else { return nil }
      return left ? true : holds(second, at: item)
    case .isTrue(let field):
      guard let value = field.find(at: item) else { return false }
      if case .bool(let value) = value.pointee { return value }
      return nil
    case .equals(let field, let literal): return equals(field, literal, at: item)
    case .differs(let field, let literal):
      guard field.find(at: item) != nil else { return false }
      return equals(field, literal, at: item).map { !$0 }
    case .number(let field, let order, let literal):
      guard let value = field.find(at: item) else { return false }
      switch value.pointee {
      case .number(let number): return order.holds(number, literal)
      case .integer(let number): return order.holds(Double(number), literal)
      default: return nil
      }
    }
  }

  /// Whether `field` equals `literal`.
  @inline(__always)
  private static func equals(
    _ field: JSONField, _ literal: JSONValue, at item: UnsafePointer<JSONValue>
  ) -> Bool? {
    guard let value = field.find(at: item) else { return false }
    if case .array = value.pointee { return nil }
    return value.pointee == literal
  }
}

extension Node {
  /// The value of a literal that is no list and no object.
  fileprivate var literal: JSONValue? {
    guard predicates == nil, group == nil, !keepArray else { return nil }
    switch kind {
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    case .value(let value): return value
    default: return nil
    }
  }

  /// The depth of evaluation that the part can reach, itself included.
  fileprivate var fullDepth: Int { 1 + (children.lazy.map(\.fullDepth).max() ?? 0) }
}
