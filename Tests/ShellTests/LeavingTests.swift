import Shell
import Testing

/// What is not saved is not dropped without a question.
@Suite struct LeavingTests {
  /// A session that a person types into, after `lines`.
  private static func session(_ lines: String) async -> TestSession {
    let session = TestSession(files: FakeFiles(["a.md": "```cws\n1\n```\n"]), isInteractive: true)
    await session.loadServices()
    await session.enter(lines)
    return session
  }

  @Test(arguments: ["x = 1", "workflow w\na = 1\nend", "workflow w\na = 1"])
  func `quit is to be entered twice where work would be lost`(lines: String) async {
    let session = await Self.session(lines)
    #expect(await session.session.enter("quit") == .failed)
    #expect(
      session.screen.hasSuffix("again leaves without it")
        || session.screen.hasSuffix("without them"))
    #expect(await session.session.enter("quit") == .quit)
  }

  @Test func `something entered in between asks again, and Ctrl-D counts as quit`() async {
    let session = await Self.session("x = 1\nquit\n2")
    #expect(await session.session.mayEnd() == false)
    #expect(await session.session.mayEnd())
  }

  @Test(arguments: ["GET inventory/stock/A-1\n1 + 1\nvars", "x = 1\nsave b.md", "open a.md"])
  func `looks and what is saved are not asked about`(lines: String) async {
    let session = await Self.session(lines)
    #expect(await session.session.enter("quit") == .quit)
  }

  @Test func `open asks too, and then drops`() async {
    let session = await Self.session("x = 1")
    await session.expect(
      "open a.md",
      prints: """
        error: 2 cells are not saved
          help: `save FILE` keeps them; `open` again drops them
        """)
    await session.expect("open a.md", prints: "a.md  1 cell; `rerun all` runs them")
  }

  @Test func `any new cell counts where there is a file, and a cell that is run again does not`()
    async
  {
    let session = await Self.session("open a.md\nrerun 1")
    #expect(await session.session.mayEnd())
    await session.enter("1 + 1")
    await session.expect(
      "quit",
      prints: """
        error: a cell is not saved
          help: `save` keeps it in a.md; `quit` again leaves without it
        """)
  }

  @Test func `a script is never asked`() async {
    let session = await TestSession.loaded("x = 1")
    #expect(await session.session.enter("quit") == .quit)
  }
}
