/// Writes forms with files as RFC 7578 does (`multipart/form-data`).
package enum MultipartWriter {
  /// The form of `fields` as a body; the same fields always give the same bytes.
  package static func body(of fields: [FormField]) -> MessageBody {
    let boundary = boundary(for: fields)
    var bytes: [UInt8] = []
    for field in fields {
      bytes += "--\(boundary)\r\n\(headers(of: field))\r\n".utf8
      bytes += field.bytes
      bytes += "\r\n".utf8
    }
    bytes += "--\(boundary)--\r\n".utf8
    return .bytes(bytes, type: "\(ContentType.multipartForm); boundary=\(boundary)")
  }

  /// A boundary that does not occur in `fields`.
  private static func boundary(for fields: [FormField]) -> String {
    var number = 0
    while true {
      let boundary = "----CoworksForm\(number)"
      if !fields.contains(where: { contains(boundary, in: $0.bytes) }) { return boundary }
      number += 1
    }
  }

  /// Whether `text` occurs in `bytes`.
  private static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.contains { position in
      bytes[position] == text[0] && bytes[position...].starts(with: text)
    }
  }

  /// The headers of `field`, each with its line end.
  private static func headers(of field: FormField) -> String {
    var text = "Content-Disposition: form-data; name=\"\(escaped(field.name))\""
    if let name = field.fileName { text += "; filename=\"\(escaped(name))\"" }
    text += "\r\n"
    if let type = field.contentType { text += "Content-Type: \(type.filter { !$0.isNewline })\r\n" }
    return text
  }

  /// `text` as browsers write it between quotation marks; a backslash is doubled, as RFC 2616
  /// reads it.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "%22"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
