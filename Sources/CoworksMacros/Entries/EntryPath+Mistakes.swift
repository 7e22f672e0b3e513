import SwiftSyntax

extension EntryPath {
  /// What is wrong with the path alone.
  var mistakes: [EntryMistake] {
    var mistakes: [EntryMistake] = text.hasPrefix("/") ? [] : [.pathWithoutSlash(self)]
    if let index = text.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      return mistakes + [.pathWithQuery(self, at: index)]
    }
    var names: Set<String> = []
    let segments = segments
    for (index, segment) in segments.enumerated() {
      if let mistake = mistake(of: segment) {
        mistakes.append(mistake)
      } else if let name = segment.parameterName, !names.insert(name).inserted {
        mistakes.append(.repeatedSegment(segment, name, self))
      } else if segment.isRest, index + 1 < segments.count {
        mistakes.append(.restNotLast(segment, self))
      }
    }
    return mistakes
  }

  /// What is wrong with the form of `segment`.
  private func mistake(of segment: Segment) -> EntryMistake? {
    if segment.text.isEmpty { return .emptySegment(self) }
    if let name = segment.parameterName { return name.isName ? nil : .badSegment(segment, self) }
    let isForeign = segment.text.hasPrefix(":") || segment.text.contains(where: "{}<>".contains)
    return isForeign ? .badSegment(segment, self) : nil
  }
}

extension EntryPath.Segment {
  /// The parameter that the segment was meant to be: `:id`, `<int:id>` and `{id` are `{id}`.
  var meant: String? {
    let name = text.filter { !"{}<>".contains($0) }.split(separator: ":").last.map(String.init)
    let isWhole = !text.dropFirst().contains { "{<".contains($0) }
    guard let name, isWhole, text.first.map("{<:".contains) ?? false, name.isName else {
      return nil
    }
    return "{\(name)}"
  }
}

extension String {
  /// Whether the text can be the name of a parameter.
  var isName: Bool {
    let isStart = first.map { $0.isLetter || $0 == "_" } ?? false
    return isStart && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}
