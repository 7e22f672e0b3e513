import JSON
import StatesLanguage

/// Turns the content of an object into the items of a Map.
struct ItemDecoding {
  /// How it is read.
  let configuration: ReaderConfiguration

  /// The most items.
  private var limit: Int { configuration.maxItems ?? .max }

  /// The items in `content`, which is data of the kind `type`.
  func items(
    in content: [UInt8], as type: ReaderConfiguration.InputType
  ) throws(StateError) -> [JSONValue] {
    switch type {
    case .csv: try rows(of: content)
    case .json: try elements(of: content)
    case .jsonLines: try lines(of: content)
    case .parquet:
      throw StateError(
        ErrorName.itemReaderFailed,
        cause: "Parquet data cannot be read here: convert it to CSV or JSONL for a local run.")
    case .manifest:
      throw StateError(ErrorName.itemReaderFailed, cause: "A manifest cannot list manifests.")
    }
  }

  /// The rows of delimited text, each an object with a member for every column.
  private func rows(of content: [UInt8]) throws(StateError) -> [JSONValue] {
    var rows = CSVRows(content, delimiter: configuration.delimiter.byte)
    let headers =
      switch configuration.headerLocation {
      case .firstRow: rows.next() ?? []
      case .given: configuration.headers
      }
    let shape = try shape(of: headers)
    var items: [JSONValue] = []
    while items.count < limit, let row = rows.next() {
      let values = headers.indices.map { JSONValue.string($0 < row.count ? row[$0] : "") }
      items.append(.object(JSONObject(shape: shape, values: values)))
    }
    return items
  }

  /// The shape of the objects of rows with `headers`.
  private func shape(of headers: [String]) throws(StateError) -> JSONShape {
    guard Set(headers.map { Array($0.utf8) }).count == headers.count else {
      throw StateError(
        ErrorName.itemReaderFailed, cause: "The CSV headers must be unique: \(headers)")
    }
    return JSONShape(uniqueKeys: headers)
  }

  /// The elements of a JSON array, or pairs for the members of an object that a pointer leads to.
  private func elements(of content: [UInt8]) throws(StateError) -> [JSONValue] {
    let root = try read(content, line: nil)
    let value = JSONPointer(configuration.itemsPointer).value(in: root)
    guard let elements = value?.arrayValue else {
      throw StateError(
        ErrorName.itemReaderFailed, cause: "Attempting to map over non-iterable node.")
    }
    return Array(elements.prefix(limit))
  }

  /// The values of the lines of JSON Lines.
  private func lines(of content: [UInt8]) throws(StateError) -> [JSONValue] {
    var items: [JSONValue] = []
    for (index, line) in content.split(separator: 0x0A).enumerated() where items.count < limit {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      items.append(try read(Array(line), line: index + 1))
    }
    return items
  }

  /// The JSON value of `content`.
  private func read(_ content: [UInt8], line: Int?) throws(StateError) -> JSONValue {
    do {
      return try JSONReader.read(utf8: content)
    } catch {
      let place = line.map { " in line \($0)" } ?? ""
      throw StateError(
        ErrorName.itemReaderFailed, cause: "The content is not valid JSON\(place): \(error)")
    }
  }
}

/// A JSON pointer (RFC 6901).
struct JSONPointer {
  /// The names and positions that it goes through.
  let tokens: [String]

  /// Creates the pointer of `text`.
  init(_ text: String) {
    tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      $0.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
        .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }
  }

  /// The value in `root` to which it leads.
  func value(in root: JSONValue) -> JSONValue? {
    tokens.reduce(root as JSONValue?) { value, token in
      switch value {
      case .object(let object): object[token]
      case .array: Int(token).flatMap { value?[$0] }
      default: nil
      }
    }
  }
}
