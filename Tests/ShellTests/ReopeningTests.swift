import Testing

/// `edit`: workflows that are opened again.
@Suite struct ReopeningTests {
  @Test func `a closed workflow opens with its steps and results`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      input n:=2
      a = GET inventory/stock/B-2
      b = $a.price * $input.n
      end
      1 + 1
      """)
    await session.expect(
      "edit",
      prints: """
        workflow w
          input n:=2
        ✓ a = GET inventory/stock/B-2
        ✓ b = $a.price * $input.n
        """)
    #expect(await session.prompt == "w> ")
    await session.expect("$b", prints: "10")
    await session.expect("c = $b + 1", prints: "✓ c  11")
    await session.expect("b = 1", prints: "✓ b  redefined  1\n~ c  stale")
    await session.enter("run stale\nend")
    await session.expect("run w", prints: "✓ a\n2")
  }

  @Test func `its cell is changed in its place`() async {
    let files = FakeFiles()
    let session = await TestSession.loaded(files: files, "workflow w\na = 1\nend\n1 + 1\nsave s.md")
    await session.enter("edit w\na = 5\nend\nsave")
    #expect(
      files.text("s.md").contains(
        """
        ```cws
        workflow w
          a = 5
        end
        ```

        ```text output
        ✓ a  5
        ```
        """))
    #expect(files.text("s.md").contains("a = 1") == false)
    #expect(await session.enter("history").split(separator: "\n").count == 3)
  }

  @Test func `one workflow is open at a time, and it must be there`() async {
    let session = await TestSession.loaded()
    await session.expect(
      "edit",
      prints: "error: there is no workflow\n  help: open one with `workflow NAME`")
    let unrun = TestSession(files: FakeFiles(["a.md": "```cws\n1\n```\n"]))
    await unrun.enter("open a.md")
    #expect(await unrun.enter("edit").hasSuffix("`rerun all` runs the cells of the file"))
    await session.enter("workflow order\na = 1\nend")
    await session.expect(
      "edit ordr", prints: "error: there is no workflow `ordr`\n  help: did you mean `order`?")
    await session.expect(
      "edit order\nedit order",
      prints: """
        workflow order
        ✓ a = 1
        error: the workflow `order` is open
          help: enter a step under its name to change it, or close the workflow with `end`
        """)
  }
}
