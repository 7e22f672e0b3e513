import Shell
import Testing

/// What Tab offers.
@Suite struct CompletionTests {
  @Test(arguments: [
    ("open ", ["a.md", "my\\ files/"]), ("open my", ["my\\ files/"]),
    ("open my\\ files/", ["my\\ files/an\\ order.md"]), ("open \"my", ["my files/"]),
    ("open \"my files/a", ["my files/an order.md"]),
  ])
  func `names of files are escaped outside of quotes`(line: String, names: [String]) async {
    let files = FakeFiles(["a.md": "", "my files/an order.md": ""])
    let session = await TestSession.loaded(files: files)
    let index = await session.session.completionIndex
    #expect(index.candidates(in: line, at: line.utf8.count).map(\.text) == names)
  }
}
