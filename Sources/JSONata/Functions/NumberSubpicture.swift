import JSON

/// One of the at most two parts of a number's picture.
struct NumberSubpicture {
  /// The characters of a text.
  typealias Scalars = NumberPicture.Scalars

  /// What stands before the number.
  var prefix: NumberPicture.Scalars

  /// What stands after the number.
  private(set) var suffix: NumberPicture.Scalars

  /// The distances of separators from the point, if they are not regular.
  private(set) var integerGroupings: [Int] = []

  /// The distances of separators in the fraction from the point.
  private(set) var fractionGroupings: [Int] = []

  /// The distance of regular separators, or 0.
  private(set) var regularGrouping = 0

  /// The least number of digits before the point.
  private(set) var minimumIntegerSize = 0

  /// The least number of digits after the point.
  private(set) var minimumFractionSize = 0

  /// The most digits after the point.
  private(set) var maximumFractionSize = 0

  /// The least number of digits of the exponent; 0 without one.
  private(set) var minimumExponentSize = 0

  /// What the number is multiplied by: 100 for percent, 1,000 for per mille.
  private(set) var factor = 1.0

  /// Whether it has a point.
  private(set) var hasPoint: Bool

  private var scalingFactor = 0

  /// Reads `text`.
  init(_ text: NumberPicture.Scalars, _ symbols: NumberPicture.Symbols) throws(JSONataError) {
    let parts = Parts(text, symbols)
    try parts.validate()
    (prefix, suffix) = (parts.prefix, parts.suffix)
    hasPoint = parts.text.contains { [$0] == symbols.point }
    if parts.occurrences(of: symbols.percent) > 0 {
      factor = 100
    } else if parts.occurrences(of: symbols.perMille) > 0 {
      factor = 1_000
    }
    analyse(parts)
  }

  /// Finds the sizes and the separators.
  private mutating func analyse(_ parts: Parts) {
    integerGroupings = parts.groupings(of: parts.integer, fromLeft: false)
    fractionGroupings = parts.groupings(of: parts.fraction, fromLeft: true)
    regularGrouping = IntegerPicture.Grouping.regularDistance(of: integerGroupings)
    minimumIntegerSize = parts.integer.count(where: parts.isDigit)
    scalingFactor = minimumIntegerSize
    minimumFractionSize = parts.fraction.count(where: parts.isDigit)
    maximumFractionSize = parts.fraction.count { parts.isDigit($0) || parts.isOptionalDigit($0) }
    minimumExponentSize = parts.exponent?.count(where: parts.isDigit) ?? 0
    if minimumIntegerSize == 0, maximumFractionSize == 0 {
      if parts.exponent != nil {
        (minimumFractionSize, maximumFractionSize) = (1, 1)
      } else {
        minimumIntegerSize = 1
      }
    }
    if parts.exponent != nil, minimumIntegerSize == 0,
      parts.integer.contains(where: parts.isOptionalDigit)
    {
      minimumIntegerSize = 1
    }
    if minimumIntegerSize == 0, minimumFractionSize == 0 { minimumFractionSize = 1 }
  }

  /// Brings `mantissa` to the size that the picture wants, and returns the exponent.
  func scale(_ mantissa: inout Double) -> Int {
    var exponent = 0
    guard mantissa != 0, mantissa.isFinite else { return 0 }
    let upper = NumberText.powerOfTen(scalingFactor)
    let lower = NumberText.powerOfTen(scalingFactor - 1)
    while mantissa.magnitude < lower {
      mantissa *= 10
      exponent -= 1
    }
    while mantissa.magnitude > upper {
      mantissa /= 10
      exponent += 1
    }
    return exponent
  }
}

extension NumberSubpicture {
  /// The text of a subpicture, taken apart.
  fileprivate struct Parts {
    let text: Scalars
    let prefix: Scalars
    let suffix: Scalars
    let active: Scalars
    let mantissa: Scalars
    let exponent: Scalars?
    let integer: Scalars
    let fraction: Scalars
    private let symbols: NumberPicture.Symbols
    private let digits: Scalars
    private let optionalDigit: Unicode.Scalar?
    private let marks: Set<Unicode.Scalar>

    /// Takes `text` apart.
    init(_ text: Scalars, _ symbols: NumberPicture.Symbols) {
      self.text = text
      self.symbols = symbols
      digits = symbols.digits
      optionalDigit = symbols.optionalDigit.count == 1 ? symbols.optionalDigit[0] : nil
      marks = Set(
        digits
          + [
            symbols.point, symbols.separator, symbols.optionalDigit, symbols.pictureSeparator,
          ].compactMap(\.first))
      let first = text.firstIndex(where: marks.contains)
      let last = text.lastIndex(where: marks.contains)
      prefix = first.map { Array(text[..<$0]) } ?? []
      suffix = last.map { Array(text[($0 + 1)...]) } ?? []
      active = Array(text[prefix.count..<max(prefix.count, text.count - suffix.count)])
      let separator = symbols.exponent.first
      let position = text[prefix.count...].firstIndex { $0 == separator }
      if let position, position <= text.count - suffix.count {
        mantissa = Array(active.prefix(position))
        exponent = Array(active.dropFirst(position + 1))
      } else {
        (mantissa, exponent) = (active, nil)
      }
      let point = symbols.point.first
      if let position = mantissa.firstIndex(where: { $0 == point }) {
        (integer, fraction) = (Array(mantissa[..<position]), Array(mantissa[(position + 1)...]))
      } else {
        (integer, fraction) = (mantissa, suffix)
      }
    }

    /// Whether `scalar` is a digit.
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { digits.contains(scalar) }

    /// Whether `scalar` stands for a digit that may be left out.
    func isOptionalDigit(_ scalar: Unicode.Scalar) -> Bool { scalar == optionalDigit }

    /// How often `sign` occurs.
    func occurrences(of sign: Scalars) -> Int {
      guard let first = sign.first, text.count >= sign.count else { return 0 }
      return (0...text.count - sign.count).count { place in
        text[place] == first && (sign.count == 1 || text[place...].starts(with: sign))
      }
    }

    /// The number of digits between each separator of `part` and the point.
    func groupings(of part: Scalars, fromLeft: Bool) -> [Int] {
      guard let separator = symbols.separator.first else { return [] }
      var before = [0]
      for scalar in part {
        before.append(
          before[before.count - 1] + (isDigit(scalar) || isOptionalDigit(scalar) ? 1 : 0))
      }
      guard let first = part.firstIndex(of: separator) else { return [] }
      let others = integer.indices.dropFirst(first + 1).filter { integer[$0] == separator }
      return ([first] + others).map { position in
        let count = before[min(position, part.count)]
        return fromLeft ? count : before[part.count] - count
      }
    }

    /// Checks the rules of XPath; of several mistakes the last counts.
    func validate() throws(JSONataError) {
      var code = signMistake()
      if !mantissa.contains(where: { isDigit($0) || isOptionalDigit($0) }) { code = "D3085" }
      if active.contains(where: { !isActive($0) }) { code = "D3086" }
      code = separatorMistake() ?? code
      code = digitMistake() ?? code
      if let exponent {
        let hasFactor =
          occurrences(of: symbols.percent) + occurrences(of: symbols.perMille) > 0
        if !exponent.isEmpty, hasFactor { code = "D3092" }
        if exponent.isEmpty || !exponent.allSatisfy(isDigit) { code = "D3093" }
      }
      if let code { throw JSONataError(code) }
    }

    /// Whether `scalar` has a meaning in a picture.
    private func isActive(_ scalar: Unicode.Scalar) -> Bool {
      marks.contains(scalar) || [scalar] == symbols.exponent
    }

    /// A mistake in the number of points, percent and per-mille signs.
    private func signMistake() -> String? {
      let percents = occurrences(of: symbols.percent)
      let perMilles = occurrences(of: symbols.perMille)
      var code: String?
      if occurrences(of: symbols.point) > 1 { code = "D3081" }
      if percents > 1 { code = "D3082" }
      if perMilles > 1 { code = "D3083" }
      if percents > 0, perMilles > 0 { code = "D3084" }
      return code
    }

    /// A mistake in the places of separators.
    private func separatorMistake() -> String? {
      let separator = symbols.separator
      var code: String?
      if let point = text.firstIndex(where: { [$0] == symbols.point }) {
        let neighbours = [point - 1, point + 1].filter(text.indices.contains)
        if neighbours.contains(where: { [text[$0]] == separator }) { code = "D3087" }
      } else if integer.suffix(1) == separator[...] {
        code = "D3088"
      }
      if occurrences(of: separator + separator) > 0 { code = "D3089" }
      return code
    }

    /// A mistake in the order of digits.
    private func digitMistake() -> String? {
      var code: String?
      if let first = integer.firstIndex(where: isOptionalDigit),
        integer[..<first].contains(where: isDigit)
      {
        code = "D3090"
      }
      if let last = fraction.lastIndex(where: isOptionalDigit),
        fraction[last...].contains(where: isDigit)
      {
        code = "D3091"
      }
      return code
    }
  }
}
