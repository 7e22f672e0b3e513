import JSON

/// How a picture of the common form lays out a number of at most 15 digits.
///
/// Such numbers need no exact arithmetic and such pictures no look at every character: whole
/// numbers do. Everything else is left to `NumberPicture`.
final class PlainNumberLayout: Sendable {
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  private let point: [UInt8]
  private let separator: [UInt8]
  private let picture: NumberSubpicture
  private let fractionUnit: UInt64

  /// Lays out numbers for `picture`; nil if it is of another form.
  init?(_ picture: NumberSubpicture, _ symbols: NumberPicture.Symbols) {
    let places = picture.maximumFractionSize
    guard picture.minimumExponentSize == 0, picture.fractionGroupings.isEmpty,
      picture.regularGrouping > 0 || picture.integerGroupings.isEmpty,
      places <= DecimalPlaces.limit, picture.minimumFractionSize <= places,
      picture.hasPoint || places == 0, symbols.digits.first == "0",
      symbols.point.count == 1, !symbols.digits.contains(symbols.point[0])
    else { return nil }
    self.picture = picture
    fractionUnit = DecimalPlaces.powers[places]
    prefix = Self.bytes(picture.prefix)
    suffix = Self.bytes(picture.suffix)
    point = Self.bytes(symbols.point)
    separator = Self.bytes(symbols.separator)
  }

  /// `scalars` in UTF-8.
  private static func bytes(_ scalars: NumberPicture.Scalars) -> [UInt8] {
    Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// Adds `number`, whose sign the picture takes care of, to `output`; false if it has more digits.
  func append(_ number: Double, to output: inout [UInt8]) -> Bool {
    let magnitude = (number * picture.factor).magnitude
    guard
      let units = DecimalPlaces.units(of: magnitude, places: picture.maximumFractionSize)
    else { return false }
    output += prefix
    appendWhole(units / fractionUnit, to: &output)
    appendFraction(units % fractionUnit, to: &output)
    output += suffix
    return true
  }

  /// Adds the digits before the point, in groups; 0 has none of its own.
  private func appendWhole(_ number: UInt64, to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      var start = buffer.count
      var rest = number
      while rest > 0 {
        start -= 1
        buffer[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      let zeros = max(0, picture.minimumIntegerSize - (buffer.count - start))
      let count = buffer.count - start + zeros
      for index in 0..<count {
        if picture.regularGrouping > 0, index > 0,
          (count - index).isMultiple(of: picture.regularGrouping)
        {
          output += separator
        }
        output.append(index < zeros ? 0x30 : buffer[start + index - zeros])
      }
    }
  }

  /// Adds the point and the digits after it, without zeros that the picture does not want.
  private func appendFraction(_ number: UInt64, to output: inout [UInt8]) {
    var count = picture.maximumFractionSize
    var rest = number
    while count > picture.minimumFractionSize, rest.isMultiple(of: 10) {
      rest /= 10
      count -= 1
    }
    guard count > 0 else { return }
    output += point
    var unit = DecimalPlaces.powers[count - 1]
    for _ in 0..<count {
      output.append(0x30 + UInt8(truncatingIfNeeded: rest / unit % 10))
      unit = max(1, unit / 10)
    }
  }
}
