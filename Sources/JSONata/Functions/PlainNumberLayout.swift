import JSON

/// How a picture of the common form lays out a number of at most 15 digits.
///
/// Such numbers need no exact arithmetic and such pictures no look at every character: whole
/// numbers do. Everything else is left to `NumberPicture`.
final class PlainNumberLayout: Sendable {
  private let prefix: FixedText
  private let suffix: FixedText
  private let point: FixedText
  private let separator: FixedText
  private let picture: NumberSubpicture
  private let fractionUnit: UInt64

  /// Lays out numbers for `picture`; nil if it is of another form.
  init?(_ picture: NumberSubpicture, _ symbols: NumberPicture.Symbols) {
    let places = picture.maximumFractionSize
    guard picture.minimumExponentSize == 0, picture.fractionGroupings.isEmpty,
      picture.regularGrouping > 0 || picture.integerGroupings.isEmpty,
      places <= DecimalPlaces.limit, picture.minimumFractionSize <= places,
      picture.hasPoint || places == 0, symbols.digits.first == "0",
      symbols.point.count == 1, symbols.separator.count <= 1,
      picture.minimumIntegerSize <= DecimalPlaces.limit, !symbols.digits.contains(symbols.point[0])
    else { return nil }
    self.picture = picture
    fractionUnit = DecimalPlaces.powers[places]
    prefix = Self.text(picture.prefix)
    suffix = Self.text(picture.suffix)
    point = Self.text(symbols.point)
    separator = Self.text(symbols.separator)
  }

  /// `scalars` as text.
  private static func text(_ scalars: NumberPicture.Scalars) -> FixedText {
    FixedText(String(String.UnicodeScalarView(scalars)))
  }

  /// Adds `number`, whose sign the picture takes care of, to `output`; false if it has more digits.
  func append(_ number: Double, to output: inout [UInt8]) -> Bool {
    let magnitude = (number * picture.factor).magnitude
    guard
      let units = DecimalPlaces.units(of: magnitude, places: picture.maximumFractionSize)
    else { return false }
    prefix.append(to: &output)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.capacity) { buffer in
      var start = buffer.count
      writeFraction(units % fractionUnit, to: buffer, before: &start)
      writeWhole(units / fractionUnit, to: buffer, before: &start)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
    suffix.append(to: &output)
    return true
  }

  /// Room for all digits, and for a point and separators of four bytes.
  private static let capacity = DecimalPlaces.limit * 6 + 4

  /// Writes the digits before the point, in groups; 0 has none of its own.
  @inline(__always)
  private func writeWhole(
    _ number: UInt64, to buffer: UnsafeMutableBufferPointer<UInt8>, before start: inout Int
  ) {
    var rest = number
    var count = 0
    var room = picture.regularGrouping
    while rest > 0 || count < picture.minimumIntegerSize {
      if room == 0, picture.regularGrouping > 0 {
        separator.write(to: buffer, before: &start)
        room = picture.regularGrouping
      }
      start -= 1
      buffer[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
      room -= 1
    }
  }

  /// Writes the point and the digits after it, without zeros that the picture does not want.
  @inline(__always)
  private func writeFraction(
    _ number: UInt64, to buffer: UnsafeMutableBufferPointer<UInt8>, before start: inout Int
  ) {
    var count = picture.maximumFractionSize
    var rest = number
    while count > picture.minimumFractionSize, rest.isMultiple(of: 10) {
      rest /= 10
      count -= 1
    }
    guard count > 0 else { return }
    for _ in 0..<count {
      start -= 1
      buffer[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    point.write(to: buffer, before: &start)
  }
}
