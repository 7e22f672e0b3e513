import JSON
package import ServiceModel

/// What a request or an answer carries.
public struct Body: Equatable, Sendable {
  /// The content.
  package var content: MessageBody

  /// Nothing.
  public static let none: Body = Body(content: .none)

  /// Creates the body of a content.
  package init(content: MessageBody) {
    self.content = content
  }

  /// Creates a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - type: The content type.
  public init(text: String, type: String = "text/plain; charset=utf-8") {
    content = .text(text, type: type)
  }

  /// Creates a body of bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - type: The content type.
  public init(bytes: [UInt8], type: String = "application/octet-stream") {
    content = .bytes(bytes, type: type)
  }

  /// Creates the JSON of `value`.
  ///
  /// - Parameter value: The value.
  /// - Throws: Why the value has no JSON.
  public init(json value: some Encodable) throws {
    content = .json(try JSONValueEncoder.encode(value))
  }

  /// The content type; nil if there is no body.
  public var contentType: String? { content.contentType }

  /// The body as a text, that of JSON if it is JSON; nil if there is none, or bytes that are no text.
  public var text: String? {
    if case .bytes(let bytes, _) = content { return String(validating: bytes, as: UTF8.self) }
    return content.text?.text
  }

  /// The body as bytes; none if there is no body.
  public var bytes: [UInt8] { content.bytes }

  /// The value of `type` that the JSON of the body stands for.
  ///
  /// - Parameter type: The type.
  /// - Returns: The value.
  /// - Throws: A `DecodingError` that says what does not fit.
  public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
    try JSONValueDecoder.decode(type, from: content.value ?? .null)
  }
}
