import Testing

@testable import LineEditing

struct `A line's layout` {
  /// Layouts on ten columns: prompt, line, cursor, its place, the end.
  @Test(arguments: [
    ("> ", "abc", 1, (0, 3), (0, 5)), ("> ", "12345678", 8, (1, 0), (1, 0)),
    ("> ", "1234567日", 7, (0, 9), (1, 2)), ("> ", "ab\ncd", 3, (1, 0), (1, 2)),
    ("> ", "a\tb", 2, (0, 8), (0, 9)), ("", "", 0, (0, 0), (0, 0)),
    ("日本> ", "é", 2, (0, 7), (0, 7)),
  ])
  func `follows libedit`(
    prompt: String, text: String, cursor: Int, place: (Int, Int), end: (Int, Int)
  ) {
    setUnicode()
    let layout = LineLayout(prompt: prompt, line: EditedLine(text, cursor: cursor), columns: 10)
    #expect(layout.cursor == LineLayout.Place(row: place.0, column: place.1))
    #expect(layout.end == LineLayout.Place(row: end.0, column: end.1))
  }
}

struct `A prompt` {
  @Test(arguments: [
    (Prompt("cws>"), "cws> "), (Prompt("cws>   "), "cws> "), (Prompt(""), ""),
    (Prompt("a>", style: .bold), "\u{1}\u{1b}[1m\u{1}a>\u{1}\u{1b}[0m\u{1} "),
    (
      Prompt(parts: [.init("a", style: .bold), .init("b ", style: .red), .init(" ")]),
      "\u{1}\u{1b}[1m\u{1}a\u{1}\u{1b}[0;31m\u{1}b\u{1}\u{1b}[0m\u{1} "
    ),
    (
      Prompt(parts: [.init("a"), .init("b", style: .dim), .init("c")]),
      "a\u{1}\u{1b}[2m\u{1}b\u{1}\u{1b}[0m\u{1}c "
    ),
    (Prompt("a\u{1b}[31m\u{1}\n>"), "a[31m> "),
  ])
  func `has no escape at its end and none beside another`(prompt: Prompt, text: String) {
    #expect(prompt.libeditText == text)
  }
}
