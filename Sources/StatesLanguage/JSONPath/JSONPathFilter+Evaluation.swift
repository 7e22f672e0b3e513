import JSON
import JSONata

extension JSONPathFilter {
  /// Whether it holds for `value`, an element somewhere in `root`.
  func accepts(_ value: JSONValue, root: JSONValue) -> Bool {
    switch self {
    case .all(let filters): filters.allSatisfy { $0.accepts(value, root: root) }
    case .any(let filters): filters.contains { $0.accepts(value, root: root) }
    case .not(let filter): !filter.accepts(value, root: root)
    case .exists(let operand): operand.exists(for: value, root: root)
    case .comparison(let left, let relation, let right):
      relation.holds(
        between: left.value(for: value, root: root), and: right.value(for: value, root: root))
    case .matches(let operand, let regex):
      operand.value(for: value, root: root)?.stringValue.map(regex.matches) ?? false
    }
  }
}

extension JSONPathFilter.Operand {
  /// The operand's value for the element `value`; nil if it has none.
  func value(for value: JSONValue, root: JSONValue) -> JSONValue? {
    switch self {
    case .constant(let constant): constant
    case .current(let path): try? path.value(in: value)
    case .root(let path): try? path.value(in: root)
    }
  }

  /// Whether the operand is there for the element `value`; the constant `false` is not.
  func exists(for value: JSONValue, root: JSONValue) -> Bool {
    switch self {
    case .constant(let constant): constant.boolValue ?? true
    case .current(let path): path.isPresent(in: value)
    case .root(let path): path.isPresent(in: root)
    }
  }
}

extension JSONPathFilter.Relation {
  /// Whether two values compare so; nil stands for a path that leads nowhere.
  func holds(between left: JSONValue?, and right: JSONValue?) -> Bool {
    switch self {
    case .equal: return Self.areEqual(left, right)
    case .notEqual: return !Self.areEqual(left, right)
    case .identical: return Self.areIdentical(left, right)
    case .notIdentical: return !Self.areIdentical(left, right)
    case .less: return Self.areInOrder(left, right) { $0 < 0 }
    case .lessOrEqual: return Self.areInOrder(left, right) { $0 <= 0 }
    case .greater: return Self.areInOrder(left, right) { $0 > 0 }
    case .greaterOrEqual: return Self.areInOrder(left, right) { $0 >= 0 }
    default:
      guard let left, let right else { return false }
      return holdsOfLists(left, right)
    }
  }

  /// Whether a list, or a text, and another value stand so.
  private func holdsOfLists(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch self {
    case .isIn: right.arrayValue?.contains { Self.areEqual(left, $0) } ?? false
    case .notIn: !(right.arrayValue?.contains { Self.areEqual(left, $0) } ?? false)
    case .contains:
      left.arrayValue?.contains { Self.areEqual($0, right) }
        ?? right.stringValue.flatMap { left.stringValue?.contains($0) } ?? false
    case .subsetOf: Self.lists(left, right) { a, b in a.allSatisfy(b.contains) }
    case .allOf: Self.lists(left, right) { a, b in b.allSatisfy(a.contains) }
    case .anyOf: Self.lists(left, right) { a, b in a.contains(where: b.contains) }
    case .noneOf: Self.lists(left, right) { a, b in !a.contains(where: b.contains) }
    case .size: Self.size(of: left) == right.intValue
    case .empty: Self.size(of: left).map { ($0 == 0) == (right.boolValue ?? true) } ?? false
    default: false
    }
  }

  /// Whether `test` holds for two lists.
  private static func lists(
    _ a: JSONValue, _ b: JSONValue, _ test: ([JSONValue], [JSONValue]) -> Bool
  ) -> Bool {
    guard let a = a.arrayValue, let b = b.arrayValue else { return false }
    return test(a, b)
  }

  /// The length of a list or a text.
  private static func size(of value: JSONValue) -> Int? {
    value.arrayValue?.count ?? value.stringValue?.utf16.count
  }

  /// Whether two values are equal; a text and a number are if the text is that number.
  private static func areEqual(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    if let text = a.stringValue, let number = b.doubleValue { return Double(text) == number }
    if let number = a.doubleValue, let text = b.stringValue { return Double(text) == number }
    return a == b
  }

  /// Whether two values are of one type and equal.
  private static func areIdentical(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.typeName == b.typeName && a == b
  }

  /// Whether two numbers, or two texts, have an order for which `test` holds.
  private static func areInOrder(
    _ a: JSONValue?, _ b: JSONValue?, _ test: (Int) -> Bool
  ) -> Bool {
    if let a = a?.doubleValue, let b = b?.doubleValue { return test(a < b ? -1 : a > b ? 1 : 0) }
    guard let a = a?.stringValue, let b = b?.stringValue else { return false }
    return test(JavaText.order(a, b))
  }
}
