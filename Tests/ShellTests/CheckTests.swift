import Shell
import Testing

/// Checking that files print what they say.
@Suite struct CheckTests {
  /// The report on a file with `text`.
  private func check(_ text: String) async -> String {
    let session = TestSession(files: FakeFiles(["a.md": text]))
    return await session.session.check("a.md").text.plain
  }

  @Test func `a saved session passes`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = GET inventory/stock/A-1
      b = $a.price
      run until a
      a = GET inventory/stock/B-2
      expect $a.sku = "B-2"
      mock a => {"price": 3}
      run
      expect $b = 3
      run x=1
      unmock a
      run x=1
      c = 1
      fail Over "and out"
      run x=1
      run
      end
      GET inventory/stock/A-1 | sku
      GET inventory/stock/ZZ
      expect 1 < 2
      save w.md
      """)
    let report = await session.session.check("w.md")
    #expect(report.text.plain == "✓ w.md  13 of 13 cells as the file says")
  }

  @Test func `an expectation that is not met is never as the file says`() async {
    let session = await TestSession.loaded("expect 1 = 2\nsave w.md")
    let report = await session.session.check("w.md")
    #expect(!report.isPassed)
  }

  @Test func `what is stale or was mocked at the end is left open`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = 1
      b = $a
      a = 2
      mock GET inventory/stock/* => 5
      c = GET inventory/stock/A-1
      end
      """)
    await session.expect(
      "show 2",
      prints: """
        workflow w
          a = 2
          b = $a
          c = GET inventory/stock/A-1
        end
        ✓ a  2
        ...
        ...
        """)
  }

  @Test func `a changed output is shown as a difference at its line`() async {
    #expect(
      await check("# A\n\n```cws\n1 + 1\n```\n\n```json output\n3\n```\n\n```cws\n5\n```\n") == """
        ✗ a.md  1 of 2 cells as the file says
        a.md:4: cell 1  1 + 1
          - 3
          + 2
        """)
  }

  @Test func `a workflow is compared step by step`() async {
    #expect(
      await check(
        "```cws\nworkflow w\n  a = 1\n  b = 2\nend\n```\n\n```text output\n✓ a  1\n✓ b  3\n```\n")
          == """
          ✗ a.md  0 of 1 cells as the file says
          a.md:2: cell 1  workflow w
              ✓ a  1
            - ✓ b  3
            + ✓ b  2
          """)
  }

  @Test func `an error that the file expects is no failure`() async {
    let text = """
      ```cws
      $nosuch
      ```

      ```text output
      error[undefined-variable]: nothing has the name `$nosuch`
        ...
      ```

      ```cws
      1
      ```

      """
    #expect(await check(text) == "✓ a.md  2 of 2 cells as the file says")
  }

  @Test func `after an error that it does not expect the rest is not run`() async {
    #expect(
      await check("```cws\n$nosuch\n```\n\n```cws\n1\n```\n") == """
        ✗ a.md  0 of 2 cells as the file says
        a.md:2: cell 1  $nosuch
          error[undefined-variable]: nothing has the name `$nosuch`
            $nosuch
            ^^^^^^^
            help: `vars` lists the names
          1 cells after it were not run
        """)
  }

  @Test func `a file that cannot be read is a failure`() async {
    let report = await TestSession().session.check("nosuch.md")
    #expect(report.isPassed == false)
    #expect(
      report.text.plain == """
        ✗ nosuch.md  0 of 1 cells as the file says
        nosuch.md:1: cell 1  the file
          error: cannot read nosuch.md: there is no such file
        """)
  }
}
