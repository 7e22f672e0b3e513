import Diagnostics
import SessionLanguage
import Testing

@Suite struct ParserTests {
  @Test(
    arguments: ["calls.cws", "workflows.cws", "commands.cws", "mistakes.cws"].flatMap(Chunk.all))
  func `fixtures give the expected trees and diagnostics`(chunk: Chunk) {
    let result = chunk.result
    let file = SourceFile(name: chunk.place, text: chunk.text)
    var found = result.diagnostics.sorted.map { diagnostic in
      (line: file.position(at: diagnostic.range.lowerBound).line, diagnostic: diagnostic)
    }
    for expected in chunk.expectations {
      let index = found.firstIndex {
        $0.line == expected.line && $0.diagnostic.severity.rawValue == expected.severity
          && "\($0.diagnostic.message) \($0.diagnostic.help ?? "")".contains(expected.message)
      }
      if let index {
        found.remove(at: index)
      } else {
        Issue.record("line \(expected.line) lacks \(expected.severity): \(expected.message)")
      }
    }
    let renderer = DiagnosticRenderer()
    for extra in found { Issue.record("\(renderer.render(extra.diagnostic, in: file))") }
    guard let tree = chunk.tree else { return }
    #expect(TreeDump.dump(result.statements) == tree.trimmingNewlines + "\n")
  }

  @Test func `every prefix of a session parses`() {
    for text in [Samples.order, Samples.tour] {
      var prefix = ""
      for character in text {
        prefix.append(character)
        _ = Parser.parse(prefix)
        _ = Parser.parse(prefix, context: .workflow, isComplete: true)
      }
    }
  }

  @Test(arguments: [
    ("(", 4_000), ("[{\"a\": ", 2_000), ("\"{$", 4_000), ("x = (\n", 1_000), ("'", 4_001),
    ("if $a\n", 1_000), ("for x in $y\n", 2_000), ("/(", 4_000), ("a\\\n", 2_000),
    ("\"{$\" ", 500), ("catch\n", 1_000), ("GET a/{", 2_000), ("{$a}", 2_000), ("€", 2_000),
  ])
  func `strange texts take no long time and no deep stack`(piece: String, count: Int) {
    let text = String(repeating: piece, count: count)
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = Parser.parse(text)
      _ = Parser.parse("workflow a\n" + text, isComplete: true)
      _ = Parser.parse("x = GET a/b n=" + text, context: .workflow, isComplete: true)
      _ = Parser.parse("x = " + text, isComplete: true)
    }
    #expect(time < .seconds(20))
  }

  @Test(arguments: [
    ("workflow order", "workflow order", false),
    ("workflow order\nif $x\n", "workflow order, if if", false),
    ("x = [1,", "", true), ("x = 'a", "", true), ("x = 1 + \\", "", true), ("x = 1", "", false),
    ("workflow a\nx = for y in $z\nif $b\nelse\n", "workflow a, for for, if if", false),
    ("workflow a\nx = parallel\nbranch b\n", "workflow a, parallel parallel, branch branch", false),
    ("workflow a\nx = GET b/c\ncatch\n", "workflow a, catch catch", false),
    ("workflow a\nif $x\nend\nend", "", false), ("if $x", "", false),
    ("workflow a\nx = (", "workflow a", true),
  ])
  func `what is open is told`(text: String, blocks: String, isInsideLine: Bool) {
    let result = Parser.parse(text)
    #expect(
      result.openBlocks.map { "\($0.kind.rawValue) \($0.title)" }.joined(separator: ", ") == blocks)
    #expect(result.isInsideLine == isInsideLine)
  }

  @Test func `ranges count from the base offset and cover the text`() {
    let text = "# é\nx = GET a/b n:=$c retry 2 times\n"
    let statements = Parser.parse(text, baseOffset: 100).statements
    let file = SourceFile(name: "", text: String(repeating: " ", count: 100) + text)
    #expect(statements.map { file.slice($0.range) } == ["x = GET a/b n:=$c retry 2 times"])
    guard case .step(let step)? = statements.first?.kind, case .call(let call) = step.kind else {
      Issue.record("no call")
      return
    }
    #expect(file.slice(call.range) == "GET a/b n:=$c")
    #expect(file.slice(call.items[0].valueRange) == "$c")
    #expect(file.slice(step.clauses[0].range) == "retry 2 times")
  }
}

extension String {
  /// The text without line ends around it.
  var trimmingNewlines: String {
    String(drop { $0.isNewline }.reversed().drop { $0.isNewline }.reversed())
  }
}
