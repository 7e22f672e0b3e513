/// A file: bytes of a content type, and a name.
///
/// As a parameter of an entry it is a part of a form (`multipart/form-data`), as the parameter
/// labelled `body` the whole body as it came, and as a result an answer that is no JSON:
///
///     @Entry func postPictures(title: String, picture: File) throws -> Picture { … }
///     @Entry func getPicture(_ id: Int) throws -> File { … }
///
/// In JSON, as a workflow passes it on, it is
/// `{"name": "a.png", "contentType": "image/png", "content": BASE64}`.
public struct File: Hashable, Sendable {
  /// The name, without folders; nil if it has none.
  public var name: String?

  /// The content type, such as `image/png`.
  public var contentType: String

  /// The content.
  public var bytes: [UInt8]

  /// Creates a file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: The name; an answer with a name is offered for saving under it.
  ///   - contentType: The content type; without one that of the name's extension, else
  ///     `application/octet-stream`.
  public init(_ bytes: [UInt8], name: String? = nil, contentType: String? = nil) {
    self.bytes = bytes
    self.name = name
    self.contentType = contentType ?? ContentType.ofFile(named: name ?? "")
  }

  /// Creates a file of text in UTF-8.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - name: The name; an answer with a name is offered for saving under it.
  ///   - contentType: The content type.
  public init(
    text: String, name: String? = nil, contentType: String = "text/plain; charset=utf-8"
  ) {
    self.init(Array(text.utf8), name: name, contentType: contentType)
  }

  /// The content as text, if it is UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }
}

extension File: Codable {
  /// The names of the members in JSON.
  private enum CodingKeys: String, CodingKey {
    case name, contentType, content
  }

  /// Reads a file from `{"name", "contentType", "content": BASE64}`.
  ///
  /// - Parameter decoder: Where it is read from.
  /// - Throws: A `DecodingError` if there is no content or it is no Base64.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    guard let bytes = Base64.decode(try members.decode(String.self, forKey: .content)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .content, in: members, debugDescription: "expected Base64")
    }
    self.init(
      bytes, name: try members.decodeIfPresent(String.self, forKey: .name),
      contentType: try members.decodeIfPresent(String.self, forKey: .contentType))
  }

  /// Writes the file as `{"name", "contentType", "content": BASE64}`.
  ///
  /// - Parameter encoder: Where it is written to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encodeIfPresent(name, forKey: .name)
    try members.encode(contentType, forKey: .contentType)
    try members.encode(Base64.encode(bytes), forKey: .content)
  }
}
