package import JSON

/// What a request or an answer carries.
package enum MessageBody: Equatable, Sendable {
  /// Nothing.
  case none

  /// A JSON value.
  case json(JSONValue)

  /// A text of a content type.
  case text(String, type: String)

  /// Bytes of a content type.
  case bytes([UInt8], type: String)

  /// The content type, if there is a body.
  package var contentType: String? {
    switch self {
    case .none: nil
    case .json: "application/json"
    case .text(_, let type), .bytes(_, let type): type
    }
  }

  /// The body as one JSON value: a text as a string, bytes as Base64; nil if there is none.
  package var value: JSONValue? {
    switch self {
    case .none: nil
    case .json(let value): value
    case .text(let text, _): .string(text)
    case .bytes(let bytes, _): .string(Base64.encode(bytes))
    }
  }

  /// The body as a text of an event or answer, and whether that is Base64; nil if there is none.
  package var text: (text: String, isBase64: Bool)? {
    switch self {
    case .none: nil
    case .json(let value): (JSONWriter.compact(value), false)
    case .text(let text, _): (text, false)
    case .bytes(let bytes, _): (Base64.encode(bytes), true)
    }
  }

  /// Reads the text of an event or answer.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isBase64: Whether the text is the Base64 of the real content.
  ///   - type: The content type; without one, a text that is JSON is taken for it.
  package init(text: String, isBase64: Bool, type: String?) {
    if isBase64 {
      self.init(bytes: Base64.decode(text) ?? Array(text.utf8), type: type)
    } else if text.isEmpty, type.map(Self.mayBeJSON) ?? true {
      self = .none
    } else if Self.mayBeJSON(type), let value = try? JSONReader.read(text) {
      self = .json(value)
    } else {
      self = .text(text, type: type ?? "text/plain; charset=utf-8")
    }
  }

  /// Reads bytes: JSON and texts where the content type says so.
  package init(bytes: [UInt8], type: String?) {
    if type == nil || Self.isText(type), let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, isBase64: false, type: type)
    } else {
      self = .bytes(bytes, type: type ?? "application/octet-stream")
    }
  }

  /// Whether content of `type` is to be read as JSON if it can be.
  private static func mayBeJSON(_ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return true }
    return type.hasPrefix("application/json") || type.contains("+json")
  }

  /// Whether content of `type` is text.
  private static func isText(_ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return false }
    return type.hasPrefix("text/") || mayBeJSON(type) || type.contains("xml")
      || type.hasPrefix("application/x-www-form-urlencoded")
  }
}
