/// A field of a form: a text, or a file.
package struct FormField: Equatable, Sendable {
  /// The name.
  package var name: String

  /// The name of the file, without folders; nil for a text.
  package var fileName: String?

  /// The content type, if the form says one.
  package var contentType: String?

  /// The content.
  package var bytes: [UInt8]

  /// Creates a field.
  package init(
    _ name: String, bytes: [UInt8], fileName: String? = nil, contentType: String? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.fileName = fileName
    self.contentType = contentType
  }

  /// Creates a field of text.
  package init(_ name: String, _ text: String) {
    self.init(name, bytes: Array(text.utf8))
  }

  /// Creates a field of a file.
  package init(_ name: String, _ file: File) {
    self.init(
      name, bytes: file.bytes, fileName: file.name ?? "", contentType: file.contentType)
  }

  /// The content as text, if it is UTF-8.
  package var text: String? { String(validating: bytes, as: UTF8.self) }

  /// The content as a file; a text without a type is one in UTF-8.
  package var file: File {
    let isText = fileName == nil && contentType == nil
    let name = fileName.flatMap { $0.isEmpty ? nil : $0 }
    return File(
      bytes, name: name, contentType: contentType ?? (isText ? "text/plain; charset=utf-8" : nil))
  }

  /// Whether it is what a browser sends where no file was chosen.
  package var isUnchosenFile: Bool { fileName?.isEmpty == true && bytes.isEmpty }
}
