import Diagnostics
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

  /// The path as it was written.
  let text: InterpolatedText

  /// The expressions in the path, in the order of their placeholders.
  private let expressions: [Expression]

  /// The path with a placeholder for each expression.
  private let probe: String

  /// The placeholder of the first expression; the next ones follow.
  private static let firstPlaceholder: UInt32 = 0xE000

  /// Takes `path` apart.
  init(_ path: InterpolatedText) {
    text = path
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
    return InterpolatedText(segments, range: range(of: text))
  }

  /// Where the plain text `part` of the path stands; the whole path, if that is not known.
  private func range(of part: String) -> SourceRange {
    guard let path = text.literal, path.utf8.count == text.range.upperBound - text.range.lowerBound
    else { return text.range }
    let bytes = Array(path.utf8)
    let wanted = Array("/\(part)".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
      return text.range
    }
    return SourceRange(start + 1, start + wanted.count).shifted(by: text.range.lowerBound)
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
}
