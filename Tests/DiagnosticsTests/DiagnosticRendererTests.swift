import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  @Test func `draws the line with carets under the range`() {
    let file = SourceFile(name: "a.md", text: "first\nsay ünïcode 漢字 bad here\n")
    let start = "first\nsay ünïcode 漢字 ".utf8.count
    let diagnostic = Diagnostic(
      code: "some-code", "unknown word", at: SourceRange(start, start + 3), help: "say good")
    let text = DiagnosticRenderer().render(diagnostic, in: file)
    #expect(
      text == """
        a.md:2:16: error[some-code]: unknown word
          say ünïcode 漢字 bad here
                           ^^^
          help: say good

        """)
  }

  @Test func `a long line is shown around the mark`() {
    let text = String(repeating: "a", count: 5_000) + "X" + String(repeating: "b", count: 5_000)
    let drawn = DiagnosticRenderer(showsPosition: false).render(
      Diagnostic(code: "c", "m", at: SourceRange(5_000, 5_001)),
      in: SourceFile(name: "", text: text))
    #expect(drawn.split(separator: "\n").allSatisfy { $0.count < 230 })
  }

  @Test func `a mark at the end of the text is a single caret`() {
    let file = SourceFile(name: "", text: "abc")
    let drawn = DiagnosticRenderer(showsPosition: false).render(
      Diagnostic(code: "c", "m", at: SourceRange(3, 3)), in: file)
    #expect(drawn.hasSuffix("  abc\n     ^\n"))
  }

  @Test func `a mark at a line end of two characters is a single caret`() {
    let file = SourceFile(name: "", text: "abc\r\ndef")
    let drawn = DiagnosticRenderer(showsPosition: false).render(
      Diagnostic(code: "c", "m", at: SourceRange(4, 5)), in: file)
    #expect(drawn.hasSuffix("  abc\n     ^\n"))
  }

  @Test func `many remarks on a long line are drawn, and kept once, in little time`() {
    let file = SourceFile(name: "", text: String(repeating: "a", count: 1_000_000))
    let places = Array(0..<100_000)
    let set = DiagnosticSet(
      (places + places).map { Diagnostic(code: "c", "m", at: SourceRange($0, $0 + 1)) })
    #expect(set.elements.count == 100_000)
    #expect(set == DiagnosticSet(set.elements))
    let first = DiagnosticSet(Array(set.elements.prefix(100)))
    #expect(DiagnosticRenderer().render(first, in: file).contains(":1:100: error[c]: m\n"))
  }

  @Test func `nothing is near a very long name`() {
    let names = ["a", "b"].map { String(repeating: "x", count: 500_000) + $0 }
    #expect(nearestName(to: names[0], among: [names[1], "x"]) == nil)
    #expect(nearestName(to: "charg", among: names + ["charge"]) == "charge")
  }

  @Test(arguments: [
    ("inventroy", "inventory"), ("pay", nil), ("Charge", "charge"), ("retrun", "return"),
  ])
  func `the nearest name is within two edits`(name: String, expected: String?) {
    #expect(
      nearestName(to: name, among: ["inventory", "payments", "charge", "return"]) == expected)
  }

  @Test(arguments: [("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("\u{1B}", 0)])
  func `counts terminal cells`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
