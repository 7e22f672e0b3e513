import JSON

/// The content types of messages.
package enum ContentType {
  /// The type of a form with files.
  package static let multipartForm = "multipart/form-data"

  /// The type of a form without files.
  package static let form = "application/x-www-form-urlencoded"

  /// The type of JSON.
  package static let json = "application/json"

  /// The type of bytes of which nothing is known.
  package static let bytes = "application/octet-stream"

  /// The type in `header`, without its parameters, in lower case.
  package static func essence(of header: String) -> String {
    // What most messages carry needs no closer look.
    if haveEqualBytes(header, json) { return json }
    let type = header.prefix { $0 != ";" }
    return type.trimmingSpaces.lowercased()
  }

  /// Whether `type` is one of forms.
  package static func isForm(_ type: String?) -> Bool {
    guard let type = type.map(essence) else { return false }
    return type == form || type == multipartForm
  }

  /// Whether content of `type` is JSON.
  package static func isJSON(_ type: String) -> Bool {
    let type = essence(of: type)
    return type == json || type.hasSuffix("+json")
  }

  /// Whether content of `type` is text.
  package static func isText(_ type: String) -> Bool {
    let essence = essence(of: type)
    return essence.hasPrefix("text/") || isJSON(essence) || essence.hasSuffix("+xml")
      || ["application/xml", "application/javascript", "application/yaml", form].contains(essence)
  }

  /// The type of the file `name` by its extension.
  package static func ofFile(named name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return bytes }
    return byExtension[name[name.index(after: dot)...].lowercased()] ?? bytes
  }

  /// The types of files that services exchange, as IANA registers them.
  private static let byExtension: [String: String] = [
    "avif": "image/avif", "bmp": "image/bmp", "css": "text/css", "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822", "gif": "image/gif", "gz": "application/gzip", "htm": "text/html",
    "html": "text/html", "ico": "image/vnd.microsoft.icon", "ics": "text/calendar",
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript",
    "json": "application/json", "md": "text/markdown", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text", "ogg": "audio/ogg",
    "parquet": "application/vnd.apache.parquet", "pdf": "application/pdf", "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf", "svg": "image/svg+xml", "tar": "application/x-tar",
    "tif": "image/tiff", "tiff": "image/tiff", "txt": "text/plain", "wasm": "application/wasm",
    "wav": "audio/wav", "webm": "video/webm", "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml", "yaml": "application/yaml", "yml": "application/yaml",
    "zip": "application/zip",
  ]
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: SubSequence {
    let start = drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { start[...$0] } ?? start.prefix(0)
  }
}
