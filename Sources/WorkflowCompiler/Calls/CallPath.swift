import ServiceModel
import SessionLanguage

/// The path of a call, in which expressions stand for texts that are only known at run time.
///
/// To match it with routes, each expression is replaced by a character that no path has.
struct CallPath {
  /// The route of a path, and what stands for each parameter.
  struct Match {
    /// The route.
    var route: Route

    /// The pieces that stand for each parameter of the path.
    var parameters: [String: InterpolatedText]
  }

  /// The path without its query.
  let text: InterpolatedText

  /// What follows `?` in the path, as items of the query.
  let query: [(name: String, text: InterpolatedText)]

  /// The expressions in the path, in the order of their placeholders.
  private let expressions: [Expression]

  /// The path with a placeholder for each expression.
  private let probe: String

  /// The placeholder of the first expression; the next ones follow.
  private static let firstPlaceholder: UInt32 = 0xE000

  /// Takes `path` apart.
  init(_ path: InterpolatedText) {
    let parts = path.split(separator: "?", maxSplits: 1)
    text = parts[0]
    query = parts.count == 2 ? Self.items(of: parts[1]) : []
    expressions = text.expressions
    var count: UInt32 = 0
    probe = text.segments.reduce(into: "") { probe, segment in
      switch segment {
      case .literal(let text): probe += text
      case .expression:
        probe.unicodeScalars.append(Self.placeholder(count))
        count += 1
      }
    }
  }

  /// The path as a reader writes it.
  var description: String {
    text.segments.reduce(into: "") { description, segment in
      switch segment {
      case .literal(let text): description += text
      case .expression(let expression): description += "{\(expression.source)}"
      }
    }
  }

  /// The route of `service` that takes the path.
  func route(of service: ServiceDescription, _ method: HTTPMethod) -> Match? {
    guard let (route, texts) = service.route(method, probe) else { return nil }
    return Match(route: route, parameters: texts.mapValues(interpolated))
  }

  /// The methods that `service` takes at the path.
  func methods(of service: ServiceDescription) -> [HTTPMethod] { service.methods(of: probe) }

  /// `text` with its placeholders replaced by their expressions.
  private func interpolated(_ text: String) -> InterpolatedText {
    var segments: [InterpolatedText.Segment] = []
    var literal = ""
    for scalar in text.unicodeScalars {
      guard let expression = expression(for: scalar) else {
        literal.unicodeScalars.append(scalar)
        continue
      }
      if !literal.isEmpty { segments.append(.literal(literal)) }
      literal = ""
      segments.append(.expression(expression))
    }
    if !literal.isEmpty { segments.append(.literal(literal)) }
    return InterpolatedText(segments, range: self.text.range)
  }

  /// The expression that `scalar` stands for.
  private func expression(for scalar: Unicode.Scalar) -> Expression? {
    guard scalar.value >= Self.firstPlaceholder else { return nil }
    let index = Int(scalar.value - Self.firstPlaceholder)
    return expressions.indices.contains(index) ? expressions[index] : nil
  }

  /// The placeholder of the expression at `index`.
  private static func placeholder(_ index: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(firstPlaceholder + min(index, 0x18FF)) ?? "\u{F8FF}"
  }

  /// The items of a query such as `city=Lyon&limit=3`.
  private static func items(of text: InterpolatedText) -> [(String, InterpolatedText)] {
    text.split(separator: "&", maxSplits: .max).compactMap { item in
      let sides = item.split(separator: "=", maxSplits: 1)
      guard let name = sides[0].literal, !name.isEmpty else { return nil }
      return (name, sides.count == 2 ? sides[1] : InterpolatedText([], range: text.range))
    }
  }
}

extension InterpolatedText {
  /// The parts between the separators in the plain pieces of the text; at least one.
  fileprivate func split(separator: Character, maxSplits: Int) -> [InterpolatedText] {
    var parts: [[Segment]] = [[]]
    for segment in segments {
      guard case .literal(let text) = segment else {
        parts[parts.count - 1].append(segment)
        continue
      }
      let limit = maxSplits == .max ? Int.max : maxSplits - (parts.count - 1)
      let pieces = text.split(
        separator: separator, maxSplits: limit, omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { parts.append([]) }
        if !piece.isEmpty { parts[parts.count - 1].append(.literal(String(piece))) }
      }
    }
    return parts.map { InterpolatedText($0, range: range) }
  }
}
