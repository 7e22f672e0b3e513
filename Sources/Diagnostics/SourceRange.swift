/// A half-open range of UTF-8 offsets in the text of a ``SourceFile``.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package var lowerBound: Int

  /// The offset after the last byte.
  package var upperBound: Int

  /// Creates the range from `lowerBound` up to, not including, `upperBound`.
  package init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Creates the range with the bounds of `range`.
  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// Whether the range covers no byte.
  package var isEmpty: Bool { lowerBound == upperBound }

  /// The smallest range that covers this one and `other`.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }

  /// This range moved by `offset` bytes.
  package func shifted(by offset: Int) -> SourceRange {
    SourceRange(lowerBound + offset, upperBound + offset)
  }
}

/// A place in a text as people name it.
package struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  package var line: Int

  /// The column in Unicode scalars, from 1.
  package var column: Int

  /// Creates a position from its line and column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
