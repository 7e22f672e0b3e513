import JSON

/// What the language notes about a list.
///
/// Computed, because reading a stored one asks first whether it is there.
extension JSONArray.Traits {
  /// Made by a path or a function: a single element stands for itself.
  static var sequence: Self { Self(rawValue: 1) }

  /// A sequence that stays a list even with a single element.
  static var keepSingleton: Self { Self(rawValue: 2) }

  /// Made by a list constructor: not flattened into other lists.
  static var cons: Self { Self(rawValue: 4) }

  /// The list around an input that is itself a list.
  static var outerWrapper: Self { Self(rawValue: 8) }

  /// A list of tuples.
  static var tupleStream: Self { Self(rawValue: 16) }

  /// Whether all notes of `other` are among these; that of `OptionSet` is not specialized here.
  @inline(__always)
  func contains(_ other: Self) -> Bool { rawValue & other.rawValue == other.rawValue }

  /// Whether no note of `other` is among these.
  @inline(__always)
  func isDisjoint(with other: Self) -> Bool { rawValue & other.rawValue == 0 }

  /// Whether there are no notes.
  @inline(__always)
  var isEmpty: Bool { rawValue == 0 }
}

extension JSONArray {
  /// Whether the list is a sequence.
  @inline(__always)
  var isSequence: Bool { traits.contains(.sequence) }

  /// The empty sequence.
  static let emptySequence = JSONArray([], traits: .sequence)
}

extension JSONValue {
  /// A sequence of `elements`.
  @inline(__always)
  static func sequence(_ elements: [JSONValue]) -> JSONValue {
    .array(JSONArray(elements, traits: .sequence))
  }

  /// The list, if it is one.
  @inline(__always)
  var list: JSONArray? {
    if case .array(let list) = self { return list }
    return nil
  }

  /// The whole number `count`.
  @inline(__always)
  static func count(_ count: Int) -> JSONValue { .number(Double(count)) }

  /// Whether it is a function.
  var isFunction: Bool {
    if case .function = self { return true }
    return false
  }
}

/// The value that stands for the sequence `value`: nothing for no element, a single element for
/// itself unless it is to be kept in its list.
@inline(__always)
func collapsed(_ value: JSONValue?, keepsArray: Bool = false) -> JSONValue? {
  guard case .array(let list) = value, list.isSequence else { return value }
  return collapsed(list, keepsArray: keepsArray)
}

/// The value that stands for the sequence `list`.
func collapsed(_ list: JSONArray, keepsArray: Bool) -> JSONValue? {
  if list.traits.contains(.tupleStream) { return .array(list) }
  if list.elements.isEmpty { return nil }
  let isKept = list.traits.contains(.keepSingleton)
  if list.elements.count == 1, !keepsArray, !isKept { return list.elements[0] }
  guard keepsArray, !isKept else { return .array(list) }
  return .array(JSONArray(list.elements, traits: list.traits.union(.keepSingleton)))
}

/// The elements of a list, or the one value.
func elements(of value: JSONValue?) -> [JSONValue] {
  switch value {
  case .array(let list): list.elements
  case let value?: [value]
  case nil: []
  }
}

/// The elements of both, as `$append` joins them.
func appended(_ first: JSONValue?, _ second: JSONValue?) -> JSONValue? {
  guard let first else { return second }
  guard let second else { return first }
  return .array(elements(of: first) + elements(of: second))
}

/// The elements of all `values`, as `$append` joins them one after the other.
func joined(_ values: [JSONValue]) -> JSONValue? {
  let hasLists = values.contains { if case .array = $0 { true } else { false } }
  if hasLists { return joined(values.lazy.map { .some($0) }) }
  return values.count > 1 ? .array(values) : values.first
}

/// The elements of all `values` that are there, as `$append` joins them one after the other.
func joined(_ values: some Sequence<JSONValue?>) -> JSONValue? {
  var first: JSONValue?
  var all: [JSONValue]?
  for case let value? in values {
    if let only = first {
      if all == nil { all = elements(of: only) }
      if case .array(let list) = value { all? += list.elements } else { all?.append(value) }
    } else {
      first = value
    }
  }
  return all.map { .array($0) } ?? first
}
