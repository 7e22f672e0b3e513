public import JSON

/// What is wrong with an expression, or what went wrong while it was evaluated.
///
/// Codes and sentences are those of the reference implementation (jsonata-js 2.2.2). One word wide,
/// so that throwing it through closures costs little.
public struct JSONataError: Error, Sendable {
  private var content: Content

  /// Creates an error of the catalogue.
  package init(
    _ code: String, at location: SourceLocation? = nil, token: String? = nil,
    value: JSONValue? = nil, details: [String: JSONValue] = [:]
  ) {
    content = Content(
      code: code, location: location, token: token, value: value, details: details)
  }

  /// Creates an error of the host, whose sentence is `message`.
  public init(_ code: String, message: String) {
    self.init(code, details: ["message": .string(message)])
  }

  /// The code, such as `T1006`: S syntax, T types, D values.
  public var code: String { content.code }

  /// The token of the expression that the error is about.
  public var token: String? { content.token }

  /// The value that was not accepted.
  public var value: JSONValue? { content.value }

  /// The UTF-8 range of the token in the expression.
  public var range: Range<Int>? { content.location?.range }

  /// The offset after the token in UTF-16 units, as the reference counts; set once the error has
  /// left the engine.
  public var position: Int? { content.position }

  /// The number of the argument that was not accepted, from 1.
  public var index: Int? { content.details["index"]?.intValue }

  /// The sentence of the reference, filled in.
  public var message: String {
    if let text = content.details["message"]?.stringValue { return text }
    return ErrorCatalogue.message(of: self)
  }

  /// What the sentence mentions under `name`.
  func detail(_ name: String) -> JSONValue? {
    switch name {
    case "token": token.map { .string($0) }
    case "value": value
    default: content.details[name]
    }
  }
}

/// The place of a token in the text of an expression.
package struct SourceLocation: Hashable, Sendable {
  private let first: UInt32
  private let last: UInt32

  /// The UTF-8 offset of its first byte.
  package var start: Int { Int(first) }

  /// The UTF-8 offset after its last byte.
  package var end: Int { Int(last) }

  /// Creates a place.
  @inline(__always)
  package init(_ start: Int, _ end: Int) {
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end)
  }

  /// The place as a range.
  package var range: Range<Int> { start..<max(start, end) }
}

extension JSONataError {
  /// The fields of an error.
  private struct Fields: Sendable {
    let code: String
    var location: SourceLocation?
    var token: String?
    var value: JSONValue?
    var details: [String: JSONValue]
    var position: Int?
    var calls: [(function: ObjectIdentifier, location: SourceLocation)] = []
  }

  /// The fields behind one reference.
  @dynamicMemberLookup
  private final class Content: Sendable {
    let fields: Fields

    init(
      code: String, location: SourceLocation?, token: String?, value: JSONValue?,
      details: [String: JSONValue]
    ) {
      fields = Fields(
        code: code, location: location, token: token, value: value, details: details)
    }

    init(_ fields: Fields) { self.fields = fields }

    subscript<Value>(dynamicMember path: KeyPath<Fields, Value>) -> Value { fields[keyPath: path] }
  }

  /// A copy with other fields.
  private func changing(_ change: (inout Fields) -> Void) -> JSONataError {
    var fields = content.fields
    change(&fields)
    var copy = self
    copy.content = Content(fields)
    return copy
  }

  /// The error placed at an operator, which overrides any earlier place.
  func placed(at location: SourceLocation, token: String) -> JSONataError {
    changing {
      $0.location = location
      $0.token = token
    }
  }

  /// The error with a place, unless it has one.
  func placedIfNowhere(at location: SourceLocation) -> JSONataError {
    content.location == nil ? changing { $0.location = location } : self
  }

  /// The error as it leaves a call of the function `name`.
  ///
  /// The call's place replaces that of the error; of nested calls of one function the innermost
  /// counts, as in the reference, where the function remembers its latest call.
  func leavingCall(
    of function: ObjectIdentifier?, named name: String?, at location: SourceLocation
  ) -> JSONataError {
    changing { fields in
      if fields.token == nil { fields.token = name }
      guard let function else {
        fields.location = fields.location ?? location
        return
      }
      if let known = fields.calls.first(where: { $0.function == function }) {
        fields.location = known.location
      } else {
        fields.calls.append((function, location))
        fields.location = location
      }
    }
  }

  /// The error with the reference's position in `source`.
  func finished(in source: String) -> JSONataError {
    guard content.position == nil, let location = content.location else { return self }
    let utf8 = source.utf8
    let end = utf8.index(utf8.startIndex, offsetBy: min(location.end, utf8.count))
    return changing { $0.position = source.utf16.distance(from: source.startIndex, to: end) }
  }

  /// The error with the range moved by `offset` bytes, for an expression inside a longer text.
  func moved(by offset: Int) -> JSONataError {
    guard offset != 0 else { return self }
    return changing {
      $0.location = $0.location.map { SourceLocation($0.start + offset, $0.end + offset) }
    }
  }
}

extension JSONataError: CustomStringConvertible {
  /// The code and the sentence.
  public var description: String { "\(code): \(message)" }
}
