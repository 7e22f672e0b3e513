/// The header that names the file that a body is.
///
/// See [RFC 6266](https://www.rfc-editor.org/rfc/rfc6266).
package enum ContentDisposition {
  /// The header of an answer that is to be saved as `name`.
  package static func attachment(named name: String) -> String {
    let plain = String(name.map { isPlain($0) ? $0 : "_" })
    let header = "attachment; filename=\"\(plain)\""
    return plain == name ? header : "\(header); filename*=UTF-8''\(PercentCoding.encode(name))"
  }

  /// The name in `header`, without folders, if there is one.
  package static func fileName(in header: String?) -> String? {
    guard let header, let name = HeaderValue(header)?["filename"] else { return nil }
    return lastComponent(of: name)
  }

  /// `name` without the folders that some clients send.
  static func lastComponent(of name: String) -> String {
    String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
  }

  /// Whether every client reads `character` between quotation marks as itself.
  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && character >= " " && !["\"", "\\", "%", "\u{7F}"].contains(character)
  }
}
