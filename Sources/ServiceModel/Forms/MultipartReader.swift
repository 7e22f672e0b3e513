import JSON

/// Reads forms with files as RFC 7578 (`multipart/form-data`) and RFC 2046 write them.
package struct MultipartReader {
  /// The body.
  private let bytes: [UInt8]

  /// What stands between two parts: a line end and the boundary.
  private let delimiter: [UInt8]

  /// As many fields as a form may have.
  package static let fieldLimit = 1000

  /// As long as the headers of one part may be.
  private static let headerLimit = 8 * 1024

  /// Reads `bytes` of the content type `type`.
  ///
  /// - Throws: The answer to a form that is not well-formed.
  package static func fields(
    of bytes: [UInt8], type: String
  ) throws(ServiceError) -> [FormField] {
    guard let boundary = HeaderValue(type)?["boundary"], (1...70).contains(boundary.utf8.count)
    else { throw mistake("its content type has no boundary") }
    return try MultipartReader(bytes: bytes, delimiter: Array("\r\n--\(boundary)".utf8)).fields()
  }

  /// The fields in order.
  private func fields() throws(ServiceError) -> [FormField] {
    guard var line = firstBoundary() else { throw Self.mistake("its boundary does not occur") }
    var fields: [FormField] = []
    while !line.isLast {
      guard let next = boundary(from: line.end) else {
        throw Self.mistake("it has no end: its last boundary is missing")
      }
      guard fields.count < Self.fieldLimit else {
        throw ServiceError(status: 413, "body: a form may have \(Self.fieldLimit) fields at most")
      }
      fields.append(try field(line.end..<next.start))
      line = next
    }
    return fields
  }

  /// The error of a form in which `text` is wrong.
  private static func mistake(_ text: String) -> ServiceError {
    ServiceError(status: 400, "body: the form cannot be read, \(text)")
  }
}

// MARK: - Boundaries

extension MultipartReader {
  /// A line with the boundary.
  private struct Boundary {
    /// Where the content before it ends.
    let start: Int

    /// Where the line ends, before its line end.
    let end: Int

    /// Whether the form ends with it.
    let isLast: Bool
  }

  /// The first boundary, which may stand at the very start or behind a preamble.
  private func firstBoundary() -> Boundary? {
    let isAtStart = bytes.starts(with: delimiter.dropFirst(2))
    return (isAtStart ? boundary(at: -2) : nil) ?? boundary(from: 0)
  }

  /// The next boundary behind `position`.
  private func boundary(from position: Int) -> Boundary? {
    var position = position
    while let found = find(delimiter, from: position) {
      if let boundary = boundary(at: found) { return boundary }
      position = found + 1
    }
    return nil
  }

  /// The boundary whose line end before it is at `start`; nil if the line goes on otherwise.
  private func boundary(at start: Int) -> Boundary? {
    var end = start + delimiter.count
    let isLast = has([0x2D, 0x2D], at: end)
    if isLast { end += 2 }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard has([0x0D, 0x0A], at: end) || (isLast && end == bytes.count) else { return nil }
    return Boundary(start: start, end: end, isLast: isLast)
  }

  /// Whether `text` stands at `position`.
  private func has(_ text: [UInt8], at position: Int) -> Bool {
    position + text.count <= bytes.count && bytes[position...].starts(with: text)
  }

  /// Where `text`, which starts with a carriage return, next stands at or behind `position`.
  private func find(_ text: [UInt8], from position: Int, before end: Int? = nil) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { text in
        let last = (end ?? bytes.count) - text.count
        var position = position
        while position <= last {
          if bytes[position] == 0x0D,
            (1..<text.count).allSatisfy({ bytes[position + $0] == text[$0] })
          {
            return position
          }
          position += 1
        }
        return nil
      }
    }
  }
}

// MARK: - Parts

extension MultipartReader {
  /// The field written in `range`, which starts with the line end of a boundary.
  private func field(_ range: Range<Int>) throws(ServiceError) -> FormField {
    guard
      let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: range.lowerBound, before: range.upperBound)
    else { throw Self.mistake("a part has no empty line behind its headers") }
    guard end - range.lowerBound <= Self.headerLimit else {
      throw ServiceError(status: 413, "body: the headers of a part of the form are too long")
    }
    let headers = try headers(bytes[range.lowerBound..<end])
    guard let text = headers["content-disposition"], let disposition = HeaderValue(text),
      disposition.value == "form-data", let name = disposition["name"]
    else { throw Self.mistake("a part has no name") }
    try checkEncoding(headers["content-transfer-encoding"], of: name)
    return FormField(
      name, bytes: Array(bytes[end + 4..<range.upperBound]),
      fileName: disposition["filename"].map(ContentDisposition.lastComponent),
      contentType: headers["content-type"])
  }

  /// The headers written in `bytes`, each behind a line end.
  private func headers(_ bytes: ArraySlice<UInt8>) throws(ServiceError) -> Headers {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.mistake("the headers of a part are no UTF-8")
    }
    var headers = Headers()
    for line in text.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, line.first != " " else {
        throw Self.mistake("a part has the header \(JSONWriter.quoted(String(line.prefix(60))))")
      }
      let value = line[line.index(after: colon)...].trimmingSpaces
      headers.add(String(line[..<colon]), String(value))
    }
    return headers
  }

  /// Refuses an encoding of the part `name` that RFC 7578 has abolished.
  private func checkEncoding(_ encoding: String?, of name: String) throws(ServiceError) {
    guard let encoding, !["7bit", "8bit", "binary"].contains(encoding.lowercased()) else { return }
    throw Self.mistake("the part \(name) has the transfer encoding \(encoding)")
  }
}
