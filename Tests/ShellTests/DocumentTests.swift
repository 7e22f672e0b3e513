import JSON
import Shell
import Synchronization
import Testing

/// Session files: what is saved, opened and run.
@Suite struct DocumentTests {
  @Test func `a session is saved with its outputs and graphs, and without times`() async {
    let session = await TestSession.loaded(
      """
      $sum([1, 2])
      GET inventory/stock/ZZ
      workflow w
      a = GET inventory/stock/A-1
      run x=1
      expect $a.sku = "A-1"
      end
      save w.md
      """)
    #expect(session.files.text("w.md") == Self.saved)
  }

  @Test func `saving again, and opening and saving, changes no byte`() async {
    let files = FakeFiles(["w.md": Self.saved])
    let session = TestSession(files: files)
    await session.expect(
      "open w.md", prints: "w.md  6 cells; `rerun all` runs them")
    await session.enter("save")
    #expect(files.text("w.md") == Self.saved)
    await session.enter("rerun all\nsave\nhistory\nhelp\nshow w\nsave")
    #expect(files.text("w.md") == Self.saved)
  }

  @Test func `prose survives, and new cells come at the end`() async {
    let files = FakeFiles(["a.md": "# Title\n\n~~~cws\n1 + 1\n~~~\n\nText *here*  \n\n* item"])
    let session = TestSession(files: files)
    await session.enter("open a.md\nrerun 1\n2 + 2\nsave b.md")
    #expect(
      files.text("b.md") == """
        # Title

        ~~~cws
        1 + 1
        ~~~

        ```json output
        2
        ```

        Text *here*  

        * item

        ```cws
        2 + 2
        ```

        ```json output
        4
        ```

        """)
  }

  @Test func `a file with CRLF keeps it`() async {
    let files = FakeFiles(["a.md": "Title\r\n\r\n```cws\r\n1 + 1\r\n```\r\n\r\nEnd\r\n"])
    let session = TestSession(files: files)
    await session.enter("open a.md\nrerun all\nsave")
    #expect(
      files.text("a.md") == "Title\r\n\r\n```cws\r\n1 + 1\r\n```\r\n\r\n"
        + "```json output\r\n2\r\n```\r\n\r\nEnd\r\n")
  }

  @Test func `a disk that refuses keeps the old file and the session`() async {
    let files = FakeFiles(["a.md": "old"])
    let session = TestSession(files: files)
    await session.enter("x = 1")
    files.refusal.withLock { $0 = "no space left on the disk" }
    await session.expect(
      "save a.md",
      prints: "error: cannot write a.md: no space left on the disk; nothing was changed")
    #expect(files.text("a.md") == "old")
    files.refusal.withLock { $0 = nil }
    await session.expect("$x", prints: "1")
    await session.expect("save a.md", prints: "saved a.md")
    #expect(files.text("a.md").hasPrefix("```cws\nx = 1\n```"))
  }

  @Test func `broken fences are shown, and leave the session as it was`() async {
    let session = TestSession(files: FakeFiles(["a.md": "# A\n\n```cws\n1 + 1\n"]))
    await session.enter("x = 1")
    await session.enter("open a.md")
    #expect(
      session.screen == """
        a.md:3:1: error[unclosed-fence]: this cell is never closed
          ```cws
          ^^^^^^
          help: close it with a line of as many of the same marks
        """)
    await session.expect("history", prints: "1  x = 1")
  }

  @Test func `a mistake in a file is shown with its line, one at the prompt without`() async {
    let text = "# A\n\n```cws\nload inventory.swift\n\nx = $nosuch\n```\n"
    let session = TestSession(files: FakeFiles(["a.md": text]))
    #expect(await session.run(file: "a.md").isFine == false)
    #expect(
      session.screen.hasSuffix(
        """
        a.md:6:5: error[undefined-variable]: nothing has the name `$nosuch`
          x = $nosuch
              ^^^^^^^
          help: `vars` lists the names
        """))
    await session.expect(
      "{\n$nosuch: 1}",
      prints: """
        error[undefined-variable]: nothing has the name `$nosuch`
          $nosuch: 1}
          ^^^^^^^
          help: `vars` lists the names
        """)
    #expect(session.screen.hasPrefix("error["))
  }

  @Test func `a block that is open at the end of a file is an error`() async {
    let session = TestSession(files: FakeFiles(["a.md": "```cws\nworkflow w\n```\n"]))
    #expect(await session.run(file: "a.md").isFine == false)
    #expect(
      session.screen == """
        a.md:2:1: error[unclosed-block]: the workflow `w` is never closed
          workflow w
          ^^^^^^^^^^
          help: end it with a line `end`
        """)
    #expect(await session.prompt == "cws> ")
  }

  @Test(arguments: ["open a.md", "save a.md", "rerun all", "quit"])
  func `what is for the prompt is refused in a file`(line: String) async {
    let session = TestSession(files: FakeFiles(["a.md": "```cws\n\(line)\n```\n"]))
    let word = line.prefix { $0 != " " }
    #expect(
      await session.run(file: "a.md")
        == (false, "error: `\(word)` is for the prompt, not for a cell of a file"))
  }

  @Test func `what failed as recorded does not end a run`() async {
    let session = TestSession(files: FakeFiles(["w.md": Self.saved]))
    #expect(await session.run(file: "w.md").isFine)
    await session.expect("$a.price", prints: "19.9")
  }

  @Test func `rerunning asks for cells that there are`() async {
    let session = await TestSession.loaded("1\n2")
    for range in ["9", "2-1", "0", "x", "1-2-3", "1-9"] {
      await session.expect(
        "rerun \(range)",
        prints: "error: `\(range)` is no range of cells\n  help: the cells are 1 to 3")
    }
    await session.expect("rerun 2-3", prints: "[2]\n1\n[3]\n2")
    await session.expect("workflow w\nrerun 1", prints: Self.open)
    await session.expect("save", prints: Self.open)
    await session.expect("open w.md", prints: Self.open)
  }

  @Test func `a workflow of a file runs with another input`() async {
    let text = "```cws\nworkflow w\n  input n:=1\n  return $input\nend\n```\n"
    let session = TestSession(files: FakeFiles(["w.md": text]))
    #expect(await session.session.runFile("w.md", onlyDefinitions: true))
    #expect(await session.session.runWorkflow("w", input: ["m": [1, "x"]]))
    #expect(session.screen.contains(#"{ "n": 1, "m": [1, "x"] }"#))
    #expect(await session.session.runWorkflow("w", input: [7]))
    #expect(await session.session.runWorkflow("v", input: nil) == false)
  }

  @Test func `the input may not end inside a workflow or a block`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nif $a")
    #expect(await session.session.finish() == .failed)
    #expect(
      session.screen.hasSuffix(
        """
        error[unfinished]: the input ends inside `if`
          if $a
          ^^
          help: close it with `end`
        """))
    #expect(await session.session.finish() == .failed)
    #expect(
      session.screen.hasSuffix(
        "error: the input ends inside the workflow `w`\n  help: close it with `end`"))
  }

  private static let open =
    "error: the workflow `w` is still open\n  help: close it with `end`"

  /// The file of the first test.
  private static let saved = """
    ```cws
    load inventory.swift payments.swift
    ```

    ```text output
    inventory  GET /stock/{sku}  GET /slow  GET /nothing
    payments   POST /charge
    ```

    ```cws
    $sum([1, 2])
    ```

    ```json output
    3
    ```

    ```cws
    GET inventory/stock/ZZ
    ```

    ```text output
    404 · Http.404: there is no article ZZ
    ```

    ```cws
    workflow w
      a = GET inventory/stock/A-1
    end
    ```

    ```text output
    ✓ a  { "sku": "A-1", "price": 19.9, "available": 4 }
    ```

    ```mermaid
    flowchart TD
      start_([start]) --> a
      a["a<br/>GET inventory/stock/A-1"]
      a --> end_
      end_([end])
    ```

    ```cws
    run w x=1
    ```

    ```text output
    ✓ a
    { "sku": "A-1", "price": 19.9, "available": 4 }
    ```

    ```cws
    expect $a.sku = "A-1"
    ```

    ```text output
    ✓ expected
    ```

    """
}
