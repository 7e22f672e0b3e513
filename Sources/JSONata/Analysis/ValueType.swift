package import JSON

/// What can be told of a value before it is there: which kinds of value it may be, what its elements
/// and members are.
package struct ValueType: Hashable, Sendable {
  /// A set of kinds of value.
  package struct Kinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    /// Creates a set of bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let undefined = Kinds(rawValue: 1)
    package static let null = Kinds(rawValue: 2)
    package static let boolean = Kinds(rawValue: 4)
    package static let number = Kinds(rawValue: 8)
    package static let string = Kinds(rawValue: 16)
    package static let array = Kinds(rawValue: 32)
    package static let object = Kinds(rawValue: 64)
    package static let function = Kinds(rawValue: 128)

    /// Every kind.
    package static let all = Kinds(rawValue: 255)
  }

  /// What is known of the members of an object.
  package struct Members: Hashable, Sendable {
    /// The types of the members by their names; one that may be missing may be undefined.
    package var types: [String: ValueType]

    /// Whether there are no others.
    package var isClosed: Bool

    /// Creates the members `types`.
    package init(_ types: [String: ValueType], isClosed: Bool) {
      self.types = types
      self.isClosed = isClosed
    }
  }

  /// The kinds that the value may be of; none for an expression that only fails.
  package var kinds: Kinds

  /// What the members are, if it is an object; nil if nothing is known of them.
  package var members: Members?

  /// The type of the elements, in a list so that a type can hold a type.
  private var elementTypes: [ValueType] = []

  /// Creates a type.
  package init(_ kinds: Kinds, element: ValueType? = nil, members: Members? = nil) {
    self.kinds = kinds
    self.members = members
    self.element = element
  }

  /// What the elements are, if it is a list; nil if nothing is known of them.
  package var element: ValueType? {
    get { elementTypes.first }
    set { elementTypes = newValue.map { [$0] } ?? [] }
  }
}

extension ValueType {
  package static let unknown = ValueType(.all)
  package static let never = ValueType([])
  package static let undefined = ValueType(.undefined)
  package static let null = ValueType(.null)
  package static let boolean = ValueType(.boolean)
  package static let number = ValueType(.number)
  package static let string = ValueType(.string)
  package static let function = ValueType(.function)

  /// A list of `element`.
  package static func array(_ element: ValueType?) -> ValueType {
    ValueType(.array, element: element)
  }

  /// An object with the members `types`, and no others if it `isClosed`.
  package static func object(_ types: [String: ValueType], isClosed: Bool = true) -> ValueType {
    ValueType(.object, members: Members(types, isClosed: isClosed))
  }

  /// The type of `value`.
  package init(of value: JSONValue?) {
    switch value {
    case nil: self = .undefined
    case .null: self = .null
    case .bool: self = .boolean
    case .integer, .number: self = .number
    case .string: self = .string
    case .function: self = .function
    case .array(let list):
      self = .array(list.elements.reduce(.never) { $0.union(ValueType(of: $1)) })
    case .object(let object):
      let types = object.members.map { ($0.key, ValueType(of: $0.value)) }
      self = .object(Dictionary(types) { $1 })
    }
  }
}

// MARK: - Algebra

extension ValueType {
  /// Whether it may be undefined.
  package var mayBeUndefined: Bool { kinds.contains(.undefined) }

  /// Whether it may be a list.
  var mayBeArray: Bool { kinds.contains(.array) }

  /// The same type, which may be undefined too if `condition` holds.
  func undefined(if condition: Bool = true) -> ValueType {
    var copy = self
    if condition { copy.kinds.insert(.undefined) }
    return copy
  }

  /// The same type without the kinds `kinds`.
  package func removing(_ kinds: Kinds) -> ValueType {
    var copy = self
    copy.kinds.subtract(kinds)
    if kinds.contains(.array) { copy.element = nil }
    if kinds.contains(.object) { copy.members = nil }
    return copy
  }

  /// What is of this type or of `other`.
  package func union(_ other: ValueType) -> ValueType {
    var element: ValueType?
    switch (mayBeArray, other.mayBeArray) {
    case (true, true):
      if let a = self.element, let b = other.element { element = a.union(b) }
    case (true, false): element = self.element
    case (false, _): element = other.element
    }
    return ValueType(
      kinds.union(other.kinds), element: element, members: memberUnion(with: other))
  }

  /// What the members are of what is of this type or of `other`.
  private func memberUnion(with other: ValueType) -> Members? {
    guard kinds.contains(.object) else { return other.members }
    guard other.kinds.contains(.object) else { return members }
    guard let members, let others = other.members else { return nil }
    let names = Set(members.types.keys).union(others.types.keys)
    let types = names.map { ($0, member($0).union(other.member($0))) }
    return Members(
      Dictionary(types) { $1 }, isClosed: members.isClosed && others.isClosed)
  }

  /// The type of the member `name` of an object.
  func member(_ name: String) -> ValueType {
    guard let members else { return .unknown }
    return members.types[name] ?? (members.isClosed ? .undefined : .unknown)
  }

  /// The type of the field `name` of a value; of a list, the fields of its elements.
  func field(_ name: String) -> ValueType {
    if kinds == .all { return .unknown }
    let own = kinds.contains(.object) ? member(name) : .never
    let type = own.undefined(if: !kinds.subtracting([.object, .array]).isEmpty)
    return mayBeArray ? type.union((element ?? .unknown).field(name).sequence) : type
  }

  /// What a step of a path finds one after the other: the elements of a list, or the value itself.
  var item: ValueType {
    guard mayBeArray else { return self }
    return removing(.array).union(element ?? .unknown)
  }

  /// What many such values, lists among them put into one, come to as a sequence: nothing, one of
  /// them, or a list.
  var sequence: ValueType {
    let item = item.removing(.undefined)
    return item.union(.array(item)).undefined()
  }
}

extension ValueType {
  /// The kinds in a sentence: `a number`, `a list or an object`.
  package var displayName: String {
    let names: [(Kinds, String)] = [
      (.undefined, "nothing"), (.null, "null"), (.boolean, "true or false"),
      (.number, "a number"), (.string, "a text"), (.array, "a list"), (.object, "an object"),
      (.function, "a function"),
    ]
    return names.filter { kinds.contains($0.0) }.map(\.1).joined(separator: " or ")
  }
}

extension ValueType: CustomStringConvertible {
  /// The type in words: `number`, `[string]?`, `{name: string, …}`, `number | string`, `unknown`.
  package var description: String {
    if kinds == .all { return "unknown" }
    if kinds.isEmpty { return "never" }
    if kinds == .undefined { return "undefined" }
    let names: [(Kinds, String)] = [
      (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"),
      (.array, "[\(element?.description ?? "unknown")]"), (.object, memberText),
      (.function, "function"),
    ]
    let text = names.filter { kinds.contains($0.0) }.map(\.1).joined(separator: " | ")
    guard mayBeUndefined else { return text }
    return text.contains(" | ") ? "(\(text))?" : "\(text)?"
  }

  /// The members in words.
  private var memberText: String {
    guard let members else { return "object" }
    var parts = members.types.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if !members.isClosed { parts.append("…") }
    return "{\(parts.joined(separator: ", "))}"
  }
}
