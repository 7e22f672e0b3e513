/// What is known of a value without evaluating anything.
struct StaticValue {
  /// What it may be.
  var type: ValueType

  /// The reads, by their numbers, that it may be the value of, or an element of that value.
  var origins: Set<Int> = []

  /// The functions that it may be, as far as they are known.
  var functions: [StaticFunction] = []

  /// A value of which nothing is known.
  static var unknown: StaticValue { StaticValue(type: .unknown) }

  /// The same value with the type `type`.
  func typed(_ type: ValueType) -> StaticValue {
    StaticValue(type: type, origins: origins, functions: functions)
  }

  /// What is this value or `other`.
  func union(_ other: StaticValue) -> StaticValue {
    StaticValue(
      type: type.union(other.type), origins: origins.union(other.origins),
      functions: functions + other.functions)
  }
}

/// What is known of a function without evaluating anything.
enum StaticFunction {
  /// A built-in function.
  case builtin(String)

  /// A function that the expression defines, with its surroundings.
  case lambda(Node, StaticScope, context: StaticValue)

  /// A change of what it is applied to, with its surroundings.
  case transform(Node, StaticScope)
}

/// The variables of a block, a function or a path.
final class StaticScope {
  private let parent: StaticScope?
  private var values: [String: StaticValue] = [:]

  /// Starts without variables.
  init(parent: StaticScope?) {
    self.parent = parent
  }

  /// The value of `name`; nil if nothing has bound it.
  subscript(name: String) -> StaticValue? { values[name] ?? parent?[name] }

  /// Gives `name` a value.
  func bind(_ name: String, _ value: StaticValue) {
    values[name] = value
  }
}
