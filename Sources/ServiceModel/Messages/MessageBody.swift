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
    case .json: ContentType.json
    case .text(_, let type), .bytes(_, let type): type
    }
  }

  /// The body as one JSON value: a text that is no JSON as a string, bytes as a file; nil if there
  /// is none.
  package var value: JSONValue? {
    switch self {
    case .none: nil
    case .json(let value): value
    case .text(let text, let type):
      (ContentType.isJSON(type) ? try? JSONReader.read(text) : nil) ?? .string(text)
    case .bytes(let bytes, let type): File(bytes, contentType: type).json
    }
  }

  /// The body as bytes; none if there is no body.
  package var bytes: [UInt8] {
    switch self {
    case .none: []
    case .json(let value): JSONWriter.utf8(value)
    case .text(let text, _): Array(text.utf8)
    case .bytes(let bytes, _): bytes
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

  /// Reads the text of an answer.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isBase64: Whether the text is the Base64 of the real content.
  ///   - type: The content type; without one, a text that is JSON is taken for it.
  package init(text: String, isBase64: Bool, type: String?) {
    self.init(received: text, isBase64: isBase64, type: type)
    if case .text(let text, let type) = self, ContentType.isJSON(type),
      let value = try? JSONReader.read(text)
    {
      self = .json(value)
    }
  }

  /// Reads the text of a call, whose JSON stays text: most that ask for its value ask once, and
  /// some want the very bytes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isBase64: Whether the text is the Base64 of the real content.
  ///   - type: The content type; without one, a text that is JSON is taken for it.
  package init(received text: String, isBase64: Bool, type: String?) {
    if isBase64, let bytes = Base64.decode(text) {
      self.init(bytes: bytes, type: type)
    } else if text.isEmpty, type.map(ContentType.isJSON) ?? true {
      self = .none
    } else {
      self = .text(text, type: type ?? Self.type(of: text))
    }
  }

  /// Reads bytes: texts where the content type says so, or where there is none.
  package init(bytes: [UInt8], type: String?) {
    if type.map(ContentType.isText) ?? true, let text = String(validating: bytes, as: UTF8.self) {
      self.init(received: text, isBase64: false, type: type)
    } else {
      self = .bytes(bytes, type: type ?? ContentType.bytes)
    }
  }

  /// The content type of a text that comes without one.
  private static func type(of text: String) -> String {
    let isJSON = (try? JSONReader.read(text)) != nil
    return isJSON ? ContentType.json : "text/plain; charset=utf-8"
  }
}
