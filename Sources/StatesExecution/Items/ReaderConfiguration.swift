package import JSON

/// How the items of a distributed Map are read: an `ItemReader` whose expressions are evaluated.
///
/// Source: `ItemReader (Map)`, Step Functions developer guide.
package struct ReaderConfiguration: Equatable, Sendable {
  /// The kind of data.
  package enum InputType: String, Sendable, CaseIterable {
    case csv = "CSV"
    case json = "JSON"
    case jsonLines = "JSONL"
    case parquet = "PARQUET"
    case manifest = "MANIFEST"
  }

  /// Where the names of the columns of CSV data are.
  package enum HeaderLocation: String, Sendable, CaseIterable {
    case firstRow = "FIRST_ROW"
    case given = "GIVEN"
  }

  /// What separates the columns of CSV data.
  package enum Delimiter: String, Sendable, CaseIterable {
    case comma = "COMMA"
    case pipe = "PIPE"
    case semicolon = "SEMICOLON"
    case space = "SPACE"
    case tab = "TAB"

    /// The byte.
    var byte: UInt8 {
      switch self {
      case .comma: 0x2C
      case .pipe: 0x7C
      case .semicolon: 0x3B
      case .space: 0x20
      case .tab: 0x09
      }
    }
  }

  /// What a manifest lists.
  package enum ManifestType: String, Sendable, CaseIterable {
    case athenaData = "ATHENA_DATA"
    case s3Inventory = "S3_INVENTORY"
  }

  /// The kind of data; nil lists objects.
  package var inputType: InputType?

  /// Where the names of the columns are.
  package var headerLocation = HeaderLocation.firstRow

  /// The names of the columns, if they are given.
  package var headers: [String] = []

  /// What separates the columns.
  package var delimiter = Delimiter.comma

  /// What a manifest lists.
  package var manifestType = ManifestType.s3Inventory

  /// Where in JSON data the items are, as a JSON pointer (RFC 6901); empty for the whole.
  package var itemsPointer = ""

  /// Whether the objects of a list are read and their items put one after the other.
  package var loadsAndFlattens = false

  /// The most items; nil for all.
  package var maxItems: Int?

  /// Creates the configuration of a list of objects.
  package init() {}

  /// Creates the configuration of the evaluated `ReaderConfig`.
  package init(_ json: JSONValue) {
    inputType = json["InputType"]?.stringValue.flatMap(InputType.init(rawValue:))
    headerLocation =
      json["CSVHeaderLocation"]?.stringValue.flatMap(HeaderLocation.init(rawValue:)) ?? .firstRow
    headers = json["CSVHeaders"]?.arrayValue?.compactMap(\.stringValue) ?? []
    delimiter = json["CSVDelimiter"]?.stringValue.flatMap(Delimiter.init(rawValue:)) ?? .comma
    manifestType =
      json["ManifestType"]?.stringValue.flatMap(ManifestType.init(rawValue:)) ?? .s3Inventory
    itemsPointer = json["ItemsPointer"]?.stringValue ?? ""
    loadsAndFlattens = json["Transformation"]?.stringValue == "LOAD_AND_FLATTEN"
  }
}
