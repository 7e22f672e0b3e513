import JSON

/// Reads the picture of a time.
struct DatePictureReader {
  /// A part of the picture.
  private typealias Marker = DatePicture.Marker

  /// The parts in order.
  private(set) var parts: [DatePicture.Part] = []

  private static let integerComponents = Set("YMDdFWwXxHhmsf")

  private static let defaults: [Character: String] = [
    "Y": "1", "M": "1", "D": "1", "d": "1", "F": "n", "W": "1", "w": "1", "X": "1", "x": "1",
    "H": "1", "h": "1", "P": "n", "m": "01", "s": "01", "f": "1", "Z": "01:01", "z": "01:01",
    "C": "n", "E": "n",
  ]

  /// Reads `picture`.
  init(_ picture: Substring) throws(JSONataError) {
    var rest = picture
    while let bracket = rest.firstIndex(of: "[") {
      addLiteral(rest[..<bracket])
      rest = rest[bracket...].dropFirst()
      if rest.first == "[" {
        parts.append(.literal("["))
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.firstIndex(of: "]") else { throw JSONataError("D3135") }
      try addMarker(String(rest[..<end].filter { !$0.isWhitespace }))
      rest = rest[end...].dropFirst()
    }
    addLiteral(rest)
  }

  /// Adds text in which `]]` stands for `]`.
  private mutating func addLiteral(_ text: Substring) {
    guard !text.isEmpty else { return }
    let parts = text.split(separator: "]]", omittingEmptySubsequences: false)
    self.parts.append(.literal(parts.joined(separator: "]")))
  }

  /// Adds the marker `text`, which stands between brackets.
  private mutating func addMarker(_ text: String) throws(JSONataError) {
    let component = text.first ?? " "
    var marker = Marker(component: component)
    var presentation = text.dropFirst()
    var minimum: Int?
    if let comma = text.lastIndex(of: ",") {
      presentation = text[..<comma].dropFirst()
      (minimum, marker.maximumWidth) = Self.widths(text[text.index(after: comma)...])
    }
    if presentation.count > 1, let last = presentation.last, "atco".contains(last) {
      marker.modifier = last
      presentation = presentation.dropLast()
    }
    guard let form = presentation.isEmpty ? Self.defaults[component] : String(presentation) else {
      throw JSONataError("D3132", value: .string(text.isEmpty ? "" : String(component)))
    }
    try read(form, minimum: minimum, into: &marker)
    parts.append(.marker(marker))
  }

  /// The largest width that counts; no number is as long.
  private static let longestWidth = 1_000

  /// The least and the most characters.
  private static func widths(_ text: Substring) -> (Int?, Int?) {
    let bounds = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let width = { (text: Substring) in
      Int(exactly: IntegerPicture.leadingNumber(text)).map { min($0, longestWidth) }
    }
    return (bounds.first.flatMap(width), bounds.count > 1 ? width(bounds[1]) : nil)
  }

  /// Reads the form of a part.
  private mutating func read(
    _ form: String, minimum: Int?, into marker: inout Marker
  ) throws(JSONataError) {
    if form.first == "n" {
      marker.names = .lower
    } else if form.first == "N" {
      marker.names = form.dropFirst().first == "n" ? .title : .upper
    } else if Self.integerComponents.contains(marker.component) {
      try readInteger(form, minimum: minimum, into: &marker)
    }
    if marker.component == "Z" || marker.component == "z" {
      marker.integer = try IntegerPicture(form)
    }
  }

  /// Reads the form of a number.
  private mutating func readInteger(
    _ form: String, minimum: Int?, into marker: inout Marker
  ) throws(JSONataError) {
    var integer = try IntegerPicture(marker.modifier.map { "\(form);\($0)" } ?? form)
    if let minimum, let digits = integer.mandatoryDigits, digits < minimum {
      integer.mandatoryDigits = minimum
    }
    if marker.component == "Y" {
      if let maximum = marker.maximumWidth {
        marker.yearDigits = maximum
        integer.mandatoryDigits = maximum
      } else if let digits = integer.mandatoryDigits, digits + integer.optionalDigits >= 2 {
        marker.yearDigits = digits + integer.optionalDigits
      }
    }
    marker.integer = integer
    guard case .marker(var previous) = parts.last, var before = previous.integer else { return }
    before.parseWidth = before.mandatoryDigits
    previous.integer = before
    parts[parts.count - 1] = .marker(previous)
  }
}
