/// The diagnostics of one text, each once.
package struct DiagnosticSet: Error, Sendable {
  /// The diagnostics in the order in which they were found.
  package private(set) var elements: [Diagnostic] = []

  /// The same, to be found quickly.
  private var known: Set<Diagnostic> = []

  /// Creates a set of `elements`.
  package init(_ elements: [Diagnostic] = []) {
    for element in elements { insert(element) }
  }

  /// Whether there is none.
  package var isEmpty: Bool { elements.isEmpty }

  /// Whether one of them is an error.
  package var containsError: Bool { elements.contains { $0.severity == .error } }

  /// The diagnostics by their place in the text.
  package var sorted: [Diagnostic] {
    elements.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// Adds `diagnostic` unless it is there.
  package mutating func insert(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { elements.append(diagnostic) }
  }

  /// Adds those of `other` that are not there.
  package mutating func formUnion(_ other: DiagnosticSet) {
    for diagnostic in other.elements { insert(diagnostic) }
  }

  /// Throws the set if it holds an error.
  package func throwOnError() throws(DiagnosticSet) {
    if containsError { throw self }
  }
}

extension DiagnosticSet: Hashable {
  package static func == (a: DiagnosticSet, b: DiagnosticSet) -> Bool { a.elements == b.elements }

  package func hash(into hasher: inout Hasher) { hasher.combine(elements) }
}
