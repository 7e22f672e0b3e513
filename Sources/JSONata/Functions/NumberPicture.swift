import JSON

/// The form of a number as text, such as `#,##0.00` (XPath `format-number`).
struct NumberPicture {
  /// The signs of a picture.
  struct Symbols {
    /// The signs by their names in XPath.
    private var values: [String: String] = [
      "decimal-separator": ".", "grouping-separator": ",", "exponent-separator": "e",
      "infinity": "Infinity", "minus-sign": "-", "NaN": "NaN", "percent": "%",
      "per-mille": "\u{2030}", "zero-digit": "0", "digit": "#", "pattern-separator": ";",
    ]

    /// The usual signs, or those of `options`.
    init(_ options: JSONObject?) {
      for (key, value) in options?.members ?? [] { values[key] = value.stringValue }
    }

    /// The sign called `name`.
    subscript(name: String) -> Scalars { Array((values[name] ?? "").unicodeScalars) }

    /// The digits.
    var digits: Scalars {
      let zero = self["zero-digit"].first?.value ?? 0x30
      return (0..<10).compactMap { Unicode.Scalar(zero + $0) }
    }
  }

  /// The characters of a text.
  typealias Scalars = [Unicode.Scalar]

  private let symbols: Symbols
  private let digits: Scalars
  private let positive: NumberSubpicture
  private let negative: NumberSubpicture

  /// Reads `picture`.
  init(_ picture: String, _ symbols: Symbols) throws(JSONataError) {
    self.symbols = symbols
    digits = symbols.digits
    let parts = Self.split(Array(picture.unicodeScalars), symbols["pattern-separator"])
    guard parts.count <= 2 else { throw JSONataError("D3080") }
    var subpictures: [NumberSubpicture] = []
    for part in parts { subpictures.append(try NumberSubpicture(part, symbols)) }
    positive = subpictures[0]
    if subpictures.count > 1 {
      negative = subpictures[1]
    } else {
      var signed = subpictures[0]
      signed.prefix = symbols["minus-sign"] + signed.prefix
      negative = signed
    }
  }

  /// The parts of `text` between separators.
  private static func split(_ text: Scalars, _ separator: Scalars) -> [Scalars] {
    guard let sign = separator.first else { return [text] }
    return text.split(separator: sign, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// `number` as text.
  func text(of number: Double) -> String {
    let picture = number >= 0 ? positive : negative
    var mantissa = number * picture.factor
    var exponent: Int?
    if picture.minimumExponentSize > 0 { exponent = picture.scale(&mantissa) }
    let places = picture.maximumFractionSize
    var text = fixed(NumericFunctions.round(mantissa, precision: Double(places)), places)
    let point = symbols["decimal-separator"].first ?? "."
    if !text.contains(point) { text.append(point) }
    trim(&text)
    pad(&text, picture, point)
    group(&text, picture, point)
    if !picture.hasPoint || text.last == point { text.removeLast() }
    if let exponent { text += self.exponent(exponent, picture) }
    return String(String.UnicodeScalarView(picture.prefix + text + picture.suffix))
  }

  /// The magnitude of `number` with `places` digits after the point, in the picture's digits.
  private func fixed(_ number: Double, _ places: Int) -> Scalars {
    let text =
      number.isFinite && number.magnitude < 1e21
      ? Decimal(exactly: number).fixed(places) : JSONNumber.text(of: number.magnitude)
    let point = symbols["decimal-separator"].first ?? "."
    return text.unicodeScalars.map { scalar in
      if scalar == "." { return point }
      guard (0x30...0x39).contains(scalar.value), digits.count == 10 else { return scalar }
      return digits[Int(scalar.value - 0x30)]
    }
  }

  /// Takes zeros off both ends.
  private func trim(_ text: inout Scalars) {
    guard let zero = digits.first else { return }
    text.removeFirst(text.prefix { $0 == zero }.count)
    while text.last == zero { text.removeLast() }
  }

  /// Fills up with zeros.
  private func pad(_ text: inout Scalars, _ picture: NumberSubpicture, _ point: Unicode.Scalar) {
    guard let zero = digits.first, let position = text.firstIndex(of: point) else { return }
    let right = picture.minimumFractionSize - (text.count - position - 1)
    if right > 0 { text += Array(repeating: zero, count: right) }
    let left = picture.minimumIntegerSize - position
    if left > 0 { text.insert(contentsOf: Array(repeating: zero, count: left), at: 0) }
  }

  /// Puts separators between groups of digits.
  private func group(_ text: inout Scalars, _ picture: NumberSubpicture, _ point: Unicode.Scalar) {
    let separator = symbols["grouping-separator"]
    guard var position = text.firstIndex(of: point) else { return }
    if picture.regularGrouping > 0 {
      for index in stride(from: 1, through: (position - 1) / picture.regularGrouping, by: 1) {
        text.insert(contentsOf: separator, at: position - index * picture.regularGrouping)
      }
    } else {
      for distance in picture.integerGroupings {
        text.insert(contentsOf: separator, at: max(0, position - distance))
        position += 1
      }
    }
    guard let end = text.firstIndex(of: point) else { return }
    for distance in picture.fractionGroupings {
      text.insert(contentsOf: separator, at: min(text.count, end + distance + 1))
    }
  }

  /// The exponent with its separator.
  private func exponent(_ exponent: Int, _ picture: NumberSubpicture) -> Scalars {
    var text = fixed(Double(exponent), 0)
    let missing = picture.minimumExponentSize - text.count
    if missing > 0, let zero = digits.first {
      text = Array(repeating: zero, count: missing) + text
    }
    return symbols["exponent-separator"] + (exponent < 0 ? symbols["minus-sign"] : []) + text
  }
}
