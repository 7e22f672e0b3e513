/// The lines of a text whose start belongs to a quoted text, so that white space there means
/// something.
package struct QuotedLines: Sendable {
  /// The numbers of the lines, from 0.
  private let numbers: Set<Int>

  /// Finds them in `text`.
  package init(in text: String) {
    var splitter = LineSplitter(text)
    splitter.split()
    let bytes = splitter.bytes
    numbers = splitter.quotes.reduce(into: []) { numbers, quote in
      let first = bytes[..<quote.lowerBound].count { $0 == UInt8(ascii: "\n") }
      let count = bytes[quote].count { $0 == UInt8(ascii: "\n") }
      numbers.formUnion((first..<(first + count)).map { $0 + 1 })
    }
  }

  /// Whether line `number`, from 0, starts inside a quoted text.
  package func contains(_ number: Int) -> Bool { numbers.contains(number) }
}
