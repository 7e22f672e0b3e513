/// The headers of a request or an answer, in order; names are found in any case.
public struct Headers: Equatable, Sendable {
  /// One header.
  package struct Field: Equatable, Sendable {
    /// The name as it is written.
    package var name: String

    /// The value.
    package var value: String
  }

  /// The headers in order.
  package private(set) var fields: [Field] = []

  /// Creates headers.
  package init(_ fields: [(name: String, value: String)]) {
    self.fields = fields.map { Field(name: $0.name, value: $0.value) }
  }

  /// Creates no headers.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { fields.isEmpty }

  /// The names as they are written, in order.
  public var names: [String] { fields.map(\.name) }

  /// The value of the first header `name`; setting it replaces them all.
  ///
  /// - Parameter name: The name, in any case.
  public subscript(name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { Self.isSame($0.name, name) }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }

  /// All values of the headers `name`.
  ///
  /// - Parameter name: The name, in any case.
  /// - Returns: The values in order.
  public func values(of name: String) -> [String] {
    fields.filter { Self.isSame($0.name, name) }.map(\.value)
  }

  /// Adds a header behind the others.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  public mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Whether two names are the same but for case.
  package static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { lower($0) == lower($1) }
  }

  /// The small letter of a capital one.
  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension Headers: ExpressibleByDictionaryLiteral {
  /// Creates headers of names and values.
  ///
  /// - Parameter elements: The names and values.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { ($0.0, $0.1) })
  }
}
