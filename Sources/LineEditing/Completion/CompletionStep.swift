/// What a Tab does.
enum CompletionStep: Equatable {
  /// There is no candidate.
  case nothing

  /// A text takes the place of the UTF-8 offsets.
  case replace(Range<Int>, with: String)

  /// There are several candidates that have no more in common than what is typed.
  case ambiguous

  /// Chooses the step for the candidates of a line.
  init(_ candidates: [Completion], for line: EditedLine) {
    guard let first = candidates.first else {
      self = .nothing
      return
    }
    self =
      candidates.count == 1
      ? Self.only(first, for: line) : Self.common(of: candidates, first, for: line)
  }

  // MARK: - Steps

  /// The step for a single candidate.
  private static func only(_ candidate: Completion, for line: EditedLine) -> CompletionStep {
    let range = candidate.range.clamped(to: 0..<line.text.utf8.count)
    let tail = line.text.utf8.dropFirst(range.upperBound)
    let wantsSpace = candidate.isFollowedBySpace && tail.first != UInt8(ascii: " ")
    let text = candidate.replacement + (wantsSpace ? " " : "")
    return text == typed(range, in: line) ? .ambiguous : .replace(range, with: text)
  }

  /// The step for several candidates, which replace the same range or have nothing in common.
  private static func common(
    of candidates: [Completion], _ first: Completion, for line: EditedLine
  ) -> CompletionStep {
    guard candidates.allSatisfy({ $0.range == first.range }) else { return .ambiguous }
    let range = first.range.clamped(to: 0..<line.text.utf8.count)
    let typed = typed(range, in: line)
    let prefix = candidates.dropFirst().reduce(first.replacement) {
      String(zip($0, $1.replacement).prefix { $0 == $1 }.map(\.0))
    }
    let isProgress = prefix.count > typed.count || (prefix.count == typed.count && prefix != typed)
    return isProgress ? .replace(range, with: prefix) : .ambiguous
  }

  /// The text in the range.
  private static func typed(_ range: Range<Int>, in line: EditedLine) -> String {
    String(decoding: line.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
