import Testing

/// Changing a workflow that is open.
@Suite struct EditingTests {
  @Test func `a step that is entered again keeps its place, its clauses and its comment`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = 1
      # what it costs
      b = GET inventory/stock/A-1
      timeout 5s
      c = 3
      """)
    await session.expect(
      "b = GET inventory/stock/B-2",
      prints: """
        ✓ b  redefined, clauses kept  { "sku": "B-2", "price": 5, "available": 10 }
        """)
    await session.enter("end")
    #expect(
      await session.cell(2) == """
        workflow w
          a = 1
          # what it costs
          b = GET inventory/stock/B-2
          timeout 5s
          c = 3
        end
        """)
  }

  @Test func `clauses that are entered with the step replace those it had`() async {
    let session = await TestSession.loaded("workflow w\nb = GET inventory/stock/A-1 timeout 5s")
    await session.expect(
      "b = GET inventory/stock/A-1 retry 2 times",
      prints: """
        ✓ b  redefined  { "sku": "A-1", "price": 19.9, "available": 4 }
        """)
    await session.expect(
      "show",
      prints: """
        workflow w
        ✓ b = GET inventory/stock/A-1
          retry 2 times
        """)
  }

  @Test func `a clause replaces one of its kind`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      b = GET inventory/stock/A-1
      label "one"
      label "two"
      timeout 5s
      timeout 6s
      retry 2 times on A
      retry 3 times on B
      retry 4 times on A
      catch A
        x = 1
      end
      catch A
        x = 2
      end
      """)
    await session.expect(
      "show",
      prints: """
        workflow w
        ✓ b = GET inventory/stock/A-1
          label "two"
          timeout 6s
          retry 4 times on A
          retry 3 times on B
          catch A
            x = 2
          end
        """)
  }

  @Test func `a second return takes the place of the first`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nreturn $a")
    await session.expect("return $a + 1", prints: "✓ return  redefined  2")
    await session.expect("fail Bad \"no\"", prints: "✗ fail  redefined  Bad: no")
    await session.expect(
      "show",
      prints: """
        workflow w
        ✓ a = 1
        ✗ fail Bad "no"
        """)
  }

  @Test func `a step that is wrong changes nothing`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = $a + 1")
    let before = await session.enter("show")
    await session.expect(
      "a = $nosuch",
      prints: """
        error[unknown-variable]: there is no variable `$nosuch`
            a = $nosuch
                ^^^^^^^
        """)
    await session.expect(
      "c = POST payments/charge amount=1",
      prints: """
        error[missing-parameter]: `card` is missing
            c = POST payments/charge amount=1
                ^^^^^^^^^^^^^^^^^^^^
          help: POST payments/charge(amount: integer, card: string)
        """)
    await session.expect(
      "timeout 5s",
      prints: """
        error[misplaced-clause]: a value takes no `timeout`
            timeout 5s
            ^^^^^^^^^^
          help: `retry` and `catch` belong to a call, a `for` or a `parallel`; time limits to a call
        """)
    await session.expect("show", prints: before)
    await session.expect("c = $b", prints: "✓ c  2")
  }

  @Test func `a sample input that is wrong changes nothing`() async {
    let session = await TestSession.loaded("workflow w\ninput n:=1\na = $input.n")
    await session.expect(
      "input n:=$nosuch",
      prints: """
        error[undefined-variable]: nothing has the name `$nosuch`
            input n:=$nosuch
                     ^^^^^^^
          help: `vars` lists the names
        """)
    await session.expect("show", prints: "workflow w\n  input n:=1\n✓ a = $input.n")
  }

  @Test func `a step that others read cannot be dropped`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = $a\nc = $a + $b")
    await session.expect(
      "drop a",
      prints: """
        error: `a` cannot be dropped: `b`, `c` read it
          help: change or drop those first
        """)
    await session.expect("drop c\ndrop b\ndrop a\nshow", prints: "workflow w")
  }

  @Test func `a step is dropped by its label where its word names several`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      wait 1s
      wait 2s
      label Second
      """)
    await session.expect(
      "drop wait",
      prints: """
        error: `w` has 2 steps `wait`
          help: tell them apart by a clause `label "…"`
        """)
    await session.expect("drop Second\nshow", prints: "workflow w\n✓ wait 1s")
    await session.expect(
      "drop nosuch",
      prints: """
        error: `w` has no step `nosuch`
          help: its steps: wait
        """)
  }

  @Test func `undo and redo bring back source, results and marks`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = $a + 1")
    await session.enter("a = 5")
    let changed = await session.enter("show")
    #expect(changed == "workflow w\n✓ a = 5\n~ b = $a + 1")
    await session.expect("undo", prints: "workflow w\n✓ a = 1\n✓ b = $a + 1")
    await session.expect("c = $a", prints: "✓ c  1")
    await session.expect("redo", prints: "error: there is nothing to redo")
    await session.enter("undo")
    await session.expect("redo", prints: "workflow w\n✓ a = 1\n✓ b = $a + 1\n✓ c = $a")
    await session.enter("drop c")
    await session.expect("undo", prints: "workflow w\n✓ a = 1\n✓ b = $a + 1\n✓ c = $a")
  }

  @Test func `after an undo clauses go where they went before`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = GET inventory/stock/A-1
      b = GET inventory/stock/B-2
      a = GET inventory/stock/A-1
      c = 3
      undo
      timeout 5s
      """)
    await session.expect(
      "show",
      prints: """
        workflow w
        ✓ a = GET inventory/stock/A-1
          timeout 5s
        ✓ b = GET inventory/stock/B-2
        """)
  }

  @Test func `there is nothing to undo in a new workflow, and outside of one`() async {
    let session = await TestSession.loaded()
    await session.expect(
      "undo", prints: "error: no workflow is open\n  help: open one with `workflow NAME`")
    await session.expect("workflow w\nundo", prints: "error: there is nothing to undo")
  }

  @Test func `the head keeps one about, one timeout and one input of each case`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      timeout 5m
      input n:=1
      a = $input.n
      return $a
      timeout 1h
      about First
      about Second
      input rush: n:=5
      input rush: n:=6
      """)
    await session.expect(
      "show",
      prints: """
        workflow w
          timeout 1h
          input n:=1
          about Second
          input rush: n:=6
        ✓ a = $input.n
        ✓ return $a
        """)
  }

  @Test func `a catch after an empty line or a return covers the workflow`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = GET inventory/stock/A-1

      # for all
      catch
        fail Broken
      end
      """)
    await session.expect(
      "show",
      prints: """
        workflow w
        ✓ a = GET inventory/stock/A-1
          # for all
          catch
            fail Broken
          end
        """)
  }

  @Test func `a workflow without steps can be closed and run`() async {
    let session = await TestSession.loaded()
    await session.expect("workflow empty\nend", prints: "")
    await session.expect("run", prints: "✓ value\n{}")
  }

  @Test func `a workflow of the same name takes the place of the first`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nend\nworkflow w\nb = 2\nend")
    await session.expect("show w", prints: "workflow w\n✓ b = 2")
    await session.expect("run", prints: "✓ b\n2")
  }

  @Test func `a workflow cannot be opened inside another`() async {
    let session = await TestSession.loaded("workflow w\na = 1")
    await session.expect(
      "workflow inner",
      prints: """
        error[nested-workflow]: a workflow is open already
          workflow inner
          ^^^^^^^^
          help: close it first with `end`
        """)
    #expect(await session.prompt == "w> ")
  }
}
