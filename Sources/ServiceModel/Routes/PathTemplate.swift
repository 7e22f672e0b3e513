import JSON

/// A path in which `{name}` stands for any one segment, such as `/stock/{sku}`.
package struct PathTemplate: Hashable, Sendable {
  /// A part of the path between two slashes.
  package enum Segment: Hashable, Sendable {
    /// A text that stands for itself.
    case literal(String)

    /// A parameter that stands for one segment.
    case parameter(String)

    /// A parameter that stands for the whole rest, `{name+}`.
    case rest(String)
  }

  /// The parts in order.
  package let segments: [Segment]

  /// The path as it is written, starting with a slash; calls are compared with it.
  package let description: String

  /// Creates a path of `segments`.
  package init(segments: [Segment]) {
    self.segments = segments
    description = "/" + segments.map(\.description).joined(separator: "/")
  }

  /// Reads `text`; slashes at its start and end do not count.
  package init(_ text: String) {
    self.init(segments: text.split(separator: "/").map { Segment(text: String($0)) })
  }

  /// The names of the parameters in order.
  package var parameterNames: [String] { segments.compactMap(\.parameterName) }

  /// The values of the parameters in `path`, percent-decoded, if the path fits.
  package func match(_ path: String) -> [String: String]? {
    let parts = Self.parts(of: path)
    return fits(parts) ? values(in: parts) : nil
  }

  /// What stands between the slashes of `path`, percent-decoded.
  static func parts(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { PercentCoding.decode(Substring($0)) }
  }

  /// Whether a path of these `parts` fits.
  func fits(_ parts: [String]) -> Bool {
    var count = 0
    for segment in segments {
      guard count < parts.count else { return false }
      switch segment {
      case .literal(let text):
        guard haveEqualBytes(text, parts[count]) else { return false }
        count += 1
      case .parameter: count += 1
      case .rest: count = parts.count
      }
    }
    return count == parts.count
  }

  /// The values of the parameters in a path of these `parts`, which fits.
  func values(in parts: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for (segment, part) in zip(segments, parts.indices) {
      switch segment {
      case .literal: break
      case .parameter(let name): values[name] = parts[part]
      case .rest(let name): values[name] = parts[part...].joined(separator: "/")
      }
    }
    return values
  }

  /// The path with the parameters replaced by `values`, percent-encoded; nil if one is missing.
  package func path(with values: [String: String]) -> String? {
    var parts: [String] = []
    for segment in segments {
      switch segment {
      case .literal(let text): parts.append(text)
      case .parameter(let name), .rest(let name):
        guard let value = values[name] else { return nil }
        parts.append(PercentCoding.encode(value))
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether this path is to be tried before `other`: literal segments come before parameters.
  package func precedes(_ other: PathTemplate) -> Bool {
    segments.map(\.rank).lexicographicallyPrecedes(other.segments.map(\.rank))
  }

  /// Whether both paths match the same texts, whatever their parameters are called.
  package func isEquivalent(to other: PathTemplate) -> Bool {
    segments.count == other.segments.count
      && zip(segments, other.segments).allSatisfy { a, b in
        a == b || (a.parameterName != nil && a.rank == b.rank)
      }
  }
}

extension PathTemplate: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

extension PathTemplate: CustomStringConvertible {}

extension PathTemplate.Segment: CustomStringConvertible {
  /// Reads one segment.
  init(text: String) {
    guard text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count > 2 else {
      self = .literal(text)
      return
    }
    let name = String(text.dropFirst().dropLast())
    self = name.hasSuffix("+") ? .rest(String(name.dropLast())) : .parameter(name)
  }

  /// The name of the parameter, if it is one.
  package var parameterName: String? {
    switch self {
    case .literal: nil
    case .parameter(let name), .rest(let name): name
    }
  }

  /// The segment as it is written.
  package var description: String {
    switch self {
    case .literal(let text): text
    case .parameter(let name): "{\(name)}"
    case .rest(let name): "{\(name)+}"
    }
  }

  /// How late the segment is tried.
  fileprivate var rank: Int {
    switch self {
    case .literal: 0
    case .parameter: 1
    case .rest: 2
    }
  }
}
