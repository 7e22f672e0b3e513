import JSON

/// The form of a number as text, such as `#,##0.00` (XPath `format-number`).
final class NumberPicture: Sendable {
  /// The signs of a picture.
  struct Symbols {
    /// The sign between whole digits and fraction.
    private(set) var point: Scalars = ["."]

    /// The sign between groups of digits.
    private(set) var separator: Scalars = [","]

    /// The sign before the exponent.
    private(set) var exponent: Scalars = ["e"]

    /// The sign before negative numbers.
    private(set) var minus: Scalars = ["-"]

    /// The sign that multiplies by 100.
    private(set) var percent: Scalars = ["%"]

    /// The sign that multiplies by 1,000.
    private(set) var perMille: Scalars = ["\u{2030}"]

    /// The sign for a digit that may be left out.
    private(set) var optionalDigit: Scalars = ["#"]

    /// The sign between the pictures of positive and negative numbers.
    private(set) var pictureSeparator: Scalars = [";"]

    /// The digits, from 0.
    private(set) var digits: Scalars = Self.digits(from: "0")

    /// The usual signs, or those of `options` by their names in XPath.
    init(_ options: JSONObject?) {
      for (key, value) in options?.members ?? [] {
        let sign = Array((value.stringValue ?? "").unicodeScalars)
        switch key {
        case "decimal-separator": point = sign
        case "grouping-separator": separator = sign
        case "exponent-separator": exponent = sign
        case "minus-sign": minus = sign
        case "percent": percent = sign
        case "per-mille": perMille = sign
        case "digit": optionalDigit = sign
        case "pattern-separator": pictureSeparator = sign
        case "zero-digit": digits = Self.digits(from: sign.first ?? "0")
        default: break
        }
      }
    }

    /// The ten digits from `zero` on.
    private static func digits(from zero: Unicode.Scalar) -> Scalars {
      (0..<10).compactMap { Unicode.Scalar(zero.value + $0) }
    }
  }

  /// The characters of a text.
  typealias Scalars = [Unicode.Scalar]

  private let symbols: Symbols
  private let digits: Scalars
  private let positive: NumberSubpicture
  private let negative: NumberSubpicture
  private let plainPositive: PlainNumberLayout?
  private let plainNegative: PlainNumberLayout?

  /// Reads `picture`.
  init(_ picture: String, _ symbols: Symbols) throws(JSONataError) {
    self.symbols = symbols
    digits = symbols.digits
    let parts = Self.split(Array(picture.unicodeScalars), symbols.pictureSeparator)
    guard parts.count <= 2 else { throw JSONataError("D3080") }
    var subpictures: [NumberSubpicture] = []
    for part in parts { subpictures.append(try NumberSubpicture(part, symbols)) }
    positive = subpictures[0]
    var signed = subpictures[subpictures.count - 1]
    if subpictures.count == 1 { signed.prefix = symbols.minus + signed.prefix }
    negative = signed
    plainPositive = PlainNumberLayout(positive, symbols)
    plainNegative = PlainNumberLayout(negative, symbols)
  }

  /// The most decimals to which `$round` can round; so many no number has that is not tiny.
  private static let roundedPlaces = 100

  /// The parts of `text` between separators.
  private static func split(_ text: Scalars, _ separator: Scalars) -> [Scalars] {
    guard let sign = separator.first else { return [text] }
    return text.split(separator: sign, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// `number` as text.
  func text(of number: Double) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(48)
    append(number, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds `number` as text to `output`.
  func append(_ number: Double, to output: inout [UInt8]) {
    let plain = number >= 0 ? plainPositive : plainNegative
    if let plain, plain.append(number, to: &output) { return }
    output += anyText(of: number).utf8
  }

  /// `number` as text, whatever the number and the picture.
  private func anyText(of number: Double) -> String {
    let picture = number >= 0 ? positive : negative
    var mantissa = number * picture.factor
    var exponent: Int?
    if picture.minimumExponentSize > 0 { exponent = picture.scale(&mantissa) }
    let places = picture.maximumFractionSize
    if places <= Self.roundedPlaces {
      mantissa = NumericFunctions.round(mantissa, precision: Double(places))
    }
    var text = fixed(mantissa, places)
    let point = symbols.point.first ?? "."
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
    let point = symbols.point.first ?? "."
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
    guard let position = text.firstIndex(of: point) else { return }
    let distance = picture.regularGrouping
    var places =
      distance > 0
      ? Array(stride(from: (position - 1) / distance * distance, to: 0, by: -distance))
      : picture.integerGroupings
    places = places.map { max(0, position - $0) }
    for (index, distance) in picture.fractionGroupings.enumerated() {
      places.append(min(text.count, position + distance + 1 - index))
    }
    if !places.isEmpty { insertSeparators(in: &text, at: places) }
  }

  /// Puts separators at `places`, which are in order.
  private func insertSeparators(in text: inout Scalars, at places: [Int]) {
    var result: Scalars = []
    result.reserveCapacity(text.count + places.count * symbols.separator.count)
    var start = 0
    for place in places where place >= start {
      result += text[start..<place]
      result += symbols.separator
      start = place
    }
    text = result + text[start...]
  }

  /// The exponent with its separator.
  private func exponent(_ exponent: Int, _ picture: NumberSubpicture) -> Scalars {
    var text = fixed(Double(exponent), 0)
    let missing = picture.minimumExponentSize - text.count
    if missing > 0, let zero = digits.first {
      text = Array(repeating: zero, count: missing) + text
    }
    return symbols.exponent + (exponent < 0 ? symbols.minus : []) + text
  }
}
