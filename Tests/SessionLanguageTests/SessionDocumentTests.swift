import Diagnostics
import SessionLanguage
import Testing

@Suite struct SessionDocumentTests {
  @Test(arguments: [
    "", "only prose\n", "no end", "# A\r\n\r\n```cws\r\nGET a/b\r\n```\r\n\r\nprose\r\n",
    "~~~~cws\na\n~~~\n~~~~\ntext", "```cws\nnot closed\n", "```swift\n```cws\n```\n",
    "- item\n  ```cws\n  GET a/b\n  ```\n\n  ```json output\n  {}\n  ```\n",
    "```cws\na\n```\n\n\n```text output\nx\n```\n```mermaid\ng\n```\n\n```json\n{}\n```\n",
    "```cws\n```", "````cws\n```\n````\n",
  ])
  func `a document that is not changed keeps every byte`(text: String) {
    #expect(SessionDocument.parse(text).document.text == text)
  }

  @Test func `a cell has its source, its outputs and its graph`() throws {
    let text = """
      # Title

      ```cws
      workflow a
      end
      ```

      ```text output
      done
      ```

      ```mermaid
      flowchart
      ```

      prose
      """
    let cells = SessionDocument.parse(text).document.cells
    let cell = try #require(cells.first)
    #expect(cells.count == 1)
    #expect(cell.source == "workflow a\nend")
    #expect(cell.outputs == [CellOutput(isJSON: false, text: "done")])
    #expect(cell.graph == "flowchart")
    #expect(text.utf8.dropFirst(cell.offset).starts(with: "workflow a".utf8))
  }

  @Test func `outputs are replaced and all else stays`() {
    var document = SessionDocument.parse(
      "before\n\n```cws\n1\n```\n\n```json output\n1\n```\nafter\n"
    ).document
    document.replace(cell: 0, outputs: [CellOutput(isJSON: true, text: "2")], graph: nil)
    #expect(document.text == "before\n\n```cws\n1\n```\n\n```json output\n2\n```\nafter\n")
    document.replace(cell: 0, outputs: [], graph: nil)
    #expect(document.text == "before\n\n```cws\n1\n```\nafter\n")
  }

  @Test func `the same outputs leave the file as it is`() {
    let text = "```cws\n1\n```\n\n\n```json output\n1\n```\n"
    var document = SessionDocument.parse(text).document
    document.replace(cell: 0, outputs: [CellOutput(isJSON: true, text: "1")], graph: nil)
    #expect(document.text == text)
  }

  @Test func `a new cell stands after a blank line, in marks longer than its own`() {
    var document = SessionDocument.parse("prose").document
    document.append(
      source: "$x", outputs: [CellOutput(isJSON: false, text: "```\nfence")], graph: nil)
    #expect(
      document.text == "prose\n\n```cws\n$x\n```\n\n````text output\n```\nfence\n````\n")
    #expect(SessionDocument.parse(document.text).document.text == document.text)
    #expect(SessionDocument.parse(document.text).document.cells.count == 1)
  }

  @Test func `a cell that is not closed is diagnosed`() {
    let (document, diagnostics) = SessionDocument.parse("a\n\n```cws\nGET a/b\n")
    #expect(diagnostics.elements.map(\.code) == ["unclosed-fence"])
    #expect(document.cells.isEmpty)
  }

  @Test func `a cell that swallows the next one is diagnosed, and the next one is read`() {
    let text = "```cws\nGET a/b\n\n```cws\nGET c/d\n```\n"
    let (document, diagnostics) = SessionDocument.parse(text)
    #expect(diagnostics.elements.map(\.range.lowerBound) == [0])
    #expect(document.cells.map(\.source) == ["GET c/d"])
    #expect(document.text == text)
  }

  @Test func `a cell in a comment is prose`() {
    let text = "<!-- later:\n```cws\nGET a/b\n```\n-->\n```cws\n1\n```\n"
    let document = SessionDocument.parse(text).document
    #expect(document.cells.map(\.source) == ["1"])
    #expect(document.text == text)
  }

  @Test(arguments: [
    (true, #"{"id": "ch_1", "n": 2}"#, #"{"n":2.0,"id":"ch_1"}"#, true),
    (true, #"{"id": ..., "n": "a ... c"}"#, #"{"n":"a b c","id":[1]}"#, true),
    (true, "[1, 2]", "[2, 1]", false), (false, "a\n...\nz", "a\nb\nc\nz", true),
    (false, "a ... z", "a b z", true), (false, "a", "b", false), (false, "...", "", true),
    (false, "x\n...", "x", true), (false, "a...b...c", "a1b2b3c", true),
  ])
  func `outputs match with wildcards`(isJSON: Bool, expected: String, actual: String, same: Bool) {
    let difference = OutputMatching.difference(
      expected: [CellOutput(isJSON: isJSON, text: expected)],
      actual: [CellOutput(isJSON: isJSON, text: actual)])
    #expect((difference == nil) == same)
  }

  @Test func `a difference shows both sides line by line`() {
    let difference = OutputMatching.difference(
      expected: [CellOutput(isJSON: false, text: "a\nb\nc")],
      actual: [CellOutput(isJSON: false, text: "a\nx\nc")])
    #expect(difference == "  a\n- b\n+ x\n  c")
  }
}
