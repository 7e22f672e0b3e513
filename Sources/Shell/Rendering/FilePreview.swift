import JSON
import ServiceModel

/// What is shown of a file in place of its content: type, size and name.
struct FilePreview {
  /// The text, such as `‹image/png, 12.3 kB› photo.png`.
  let text: StyledText

  /// Looks at `value`; nil if it is no file.
  init?(_ value: JSONValue) {
    guard value["content"]?.stringValue != nil, let type = value["contentType"]?.stringValue,
      let file = File(json: value)
    else { return nil }
    var text = StyledText("‹\(type), \(Self.size(file.bytes.count))›", .keyword)
    if let name = file.name { text.append(" \(name)") }
    self.text = text
  }

  /// A number of bytes for reading.
  static func size(_ count: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB"]
    var size = Double(count)
    var unit = 0
    while size >= 999.5, unit < units.count - 1 {
      size /= 1_000
      unit += 1
    }
    if unit == 0 { return count == 1 ? "1 byte" : "\(count) bytes" }
    return size < 10
      ? "\((size * 10).rounded() / 10) \(units[unit])" : "\(Int(size.rounded())) \(units[unit])"
  }
}
