import JSON
import StatesLanguage

/// A rule of a Choice state in JSONPath.
indirect enum ComparisonCode: Sendable {
  /// All hold.
  case all([ComparisonCode])
  /// One of them holds.
  case any([ComparisonCode])
  /// It does not hold.
  case not(ComparisonCode)
  /// Whether the variable is there is as wanted.
  case presence(PathCode, Bool)
  /// Whether the variable is of the kind is as wanted.
  case kind(PathCode, Kind, Bool)
  /// The variable is a text like the pattern.
  case pattern(PathCode, TextPattern)
  /// The variable stands so to the operand.
  case comparison(PathCode, Relation, Operand)

  /// What a value may be tested for.
  enum Kind: String, Sendable, CaseIterable {
    case null = "IsNull"
    case numeric = "IsNumeric"
    case text = "IsString"
    case bool = "IsBoolean"
    case timestamp = "IsTimestamp"
  }

  /// How two values are to be ordered.
  enum Relation: String, Sendable, CaseIterable {
    case equal = "Equals"
    case lessOrEqual = "LessThanEquals"
    case greaterOrEqual = "GreaterThanEquals"
    case less = "LessThan"
    case greater = "GreaterThan"
  }

  /// What the variable is compared with.
  enum Operand: Sendable {
    /// A constant.
    case constant(Comparable)
    /// The value of a path, which must be of the type.
    case path(PathCode, ComparableType)
  }

  /// The types that are compared, by the beginnings of the operators' names.
  enum ComparableType: String, Sendable, CaseIterable {
    case text = "String"
    case number = "Numeric"
    case bool = "Boolean"
    case timestamp = "Timestamp"
  }

  /// A value of one of the types.
  enum Comparable: Sendable {
    case text(String)
    case number(Double)
    case bool(Bool)
    case timestamp(Timestamp)
  }
}

extension ComparisonCode {
  /// Whether it holds in `scope`, whose input is `$`.
  func holds(in scope: borrowing EvaluationScope) throws(StateError) -> Bool {
    switch self {
    case .all(let rules):
      for rule in rules {
        guard try rule.holds(in: scope) else { return false }
      }
      return true
    case .any(let rules):
      for rule in rules {
        if try rule.holds(in: scope) { return true }
      }
      return false
    case .not(let rule): return try !rule.holds(in: scope)
    case .presence(let path, let wanted): return ((try? path.value(in: scope)) != nil) == wanted
    case .kind(let path, let kind, let wanted):
      return kind.fits(try Self.value(of: path, in: scope)) == wanted
    case .pattern(let path, let pattern):
      return try Self.value(of: path, in: scope).stringValue.map(pattern.matches) ?? false
    case .comparison(let path, let relation, let operand):
      let value = try Self.value(of: path, in: scope)
      return relation.holds(between: value, and: try operand.value(in: scope))
    }
  }

  /// The value of a path of the rule.
  fileprivate static func value(
    of path: PathCode, in scope: borrowing EvaluationScope
  ) throws(StateError) -> JSONValue {
    do throws(JSONPathError) {
      return try path.value(in: scope)
    } catch {
      throw invalid(path)
    }
  }

  /// The error about a path of the rule.
  fileprivate static func invalid(_ path: PathCode) -> StateError {
    StateError(
      runtime: "Invalid path '\(path.path.source)': The choice state's condition path references "
        + "an invalid value.")
  }
}

extension ComparisonCode.Operand {
  /// The operand's value.
  fileprivate func value(
    in scope: borrowing EvaluationScope
  ) throws(StateError) -> ComparisonCode.Comparable {
    switch self {
    case .constant(let value): return value
    case .path(let path, let type):
      let value = try ComparisonCode.value(of: path, in: scope)
      guard let comparable = type.comparable(value) else { throw ComparisonCode.invalid(path) }
      return comparable
    }
  }
}

extension ComparisonCode.ComparableType {
  /// `value` as one of the type; nil if it is none.
  func comparable(_ value: JSONValue) -> ComparisonCode.Comparable? {
    switch self {
    case .text: value.stringValue.map { .text($0) }
    case .number: value.doubleValue.map { .number($0) }
    case .bool: value.boolValue.map { .bool($0) }
    case .timestamp: value.stringValue.flatMap { Timestamp($0) }.map { .timestamp($0) }
    }
  }
}

extension ComparisonCode.Kind {
  /// Whether `value` is of the kind.
  fileprivate func fits(_ value: JSONValue) -> Bool {
    switch self {
    case .null: value.isNull
    case .numeric: value.doubleValue != nil
    case .text: value.stringValue != nil
    case .bool: value.boolValue != nil
    case .timestamp: value.stringValue.flatMap { Timestamp($0) } != nil
    }
  }
}

extension ComparisonCode.Relation {
  /// Whether `value` stands so to `operand`; a value of another type never does.
  fileprivate func holds(
    between value: JSONValue, and operand: ComparisonCode.Comparable
  ) -> Bool {
    switch operand {
    case .number(let number):
      guard let value = value.doubleValue else { return false }
      return holds(value == number, value < number)
    case .text(let text):
      guard let value = value.stringValue else { return false }
      if self == .equal { return haveEqualBytes(value, text) }
      let order = JavaText.order(value, text)
      return holds(order == 0, order < 0)
    case .bool(let bool): return value.boolValue == bool
    case .timestamp(let time):
      guard let value = value.stringValue.flatMap({ Timestamp($0) }) else { return false }
      return holds(value == time, value < time)
    }
  }

  /// Whether two values stand so that are equal or in order as told.
  private func holds(_ areEqual: Bool, _ isLess: Bool) -> Bool {
    switch self {
    case .equal: areEqual
    case .less: isLess
    case .lessOrEqual: isLess || areEqual
    case .greater: !isLess && !areEqual
    case .greaterOrEqual: !isLess
    }
  }
}
