import Testing

/// Running workflows, whole and in part.
@Suite struct RunningTests {
  @Test func `items and cases choose the input of a run`() async {
    let session = await TestSession.loaded(
      "workflow w\ninput n:=1 m:=2\ninput rush: n:=9\nreturn $input\nend")
    await session.expect("run", prints: "✓ return\n{ \"n\": 1, \"m\": 2 }")
    await session.expect("run m:=5", prints: "✓ return\n{ \"n\": 1, \"m\": 5 }")
    await session.expect("run rush", prints: "✓ return\n{ \"n\": 9 }")
    await session.expect("run w rush m=x", prints: "✓ return\n{ \"n\": 9, \"m\": \"x\" }")
    await session.expect("run {\"k\": 0}", prints: "✓ return\n{ \"n\": 1, \"m\": 2, \"k\": 0 }")
    await session.expect(
      "run rsh",
      prints: """
        error: `w` has no input case `rsh`
          help: did you mean `rush`?
        """)
  }

  @Test func `a part of an open workflow reuses what came before`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = POST payments/charge amount:=1 card=x
      b = POST payments/charge amount:=2 card=x
      c = POST payments/charge amount:=3 card=x
      """)
    await session.expect(
      "run from b until b",
      prints: """
        ✓ b  { "id": "ch_4", "amount": 2, "status": "paid" }
        """)
    await session.expect("run from c until a", prints: "error: `from` comes after `until`")
    await session.expect(
      "run w card=x from b",
      prints: """
        error: `from` and `until` work in an open workflow, on its own input
          help: leave them out to run the whole of `w`
        """)
  }

  @Test func `a run that fails says at which step and why`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/ZZ\nb = $a.price\nreturn $b\nend")
    await session.expect(
      "run",
      prints: """
        ✗ a  Http.404: there is no article ZZ
        error: the run failed: Http.404
        """)
  }

  @Test func `one of several workflows has to be named`() async {
    let session = await TestSession.loaded("workflow v\na = 1\nend\nworkflow w\na = 2\nend")
    await session.expect(
      "run", prints: "error: there are several workflows\n  help: name one of v, w")
    await session.expect("run v", prints: "✓ a\n1")
    await session.expect("run x", prints: "error: there is no workflow `x`")
    #expect(
      await TestSession().enter("run")
        == "error: there is no workflow\n  help: open one with `workflow NAME`")
  }

  @Test func `the results of the workflow that was closed last can be read`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = $a + 1\nend")
    await session.expect("$b", prints: "2")
    await session.expect("b = 10\n$b", prints: "10\n10")
  }

  @Test func `a text where the sample has a number earns a hint`() async {
    let session = await TestSession.loaded(
      "workflow w\ninput n:=1 ok:=true name=a\nreturn $input\nend")
    await session.expect(
      "run w n=5",
      prints: """
        warning[text-for-value]: this gives the text "5", but `n` of the sample is 1
          run w n=5
                ^^^
          help: write `n:=5`
        ✓ return
        { "n": "5", "ok": true, "name": "a" }
        """)
    #expect(await session.enter("run ok=false").contains("write `ok:=false`"))
    for line in ["run n:=5", "run n=many", "run name=5", "run other=5"] {
      #expect(await session.enter(line).hasPrefix("✓ return"))
    }
  }

  @Test func `a list can be the whole input`() async {
    let session = await TestSession.loaded("workflow w\ninput [1]\nreturn $count($input)\nend")
    await session.expect("run w [1, 2, 3]", prints: "✓ return\n3")
  }

  @Test func `attempts and the time of waits are told in the line of a run`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = POST payments/charge amount:=1 card=tok_busy
      retry 3 times on Payments.Busy every 2s
      wait 1h
      end
      """)
    await session.enter("run")
    #expect(session.screen.contains("✓ a  2 attempts  ✓ wait  "))
    #expect(session.screen.contains("s, 1h2s with waits and pauses"))
    let fresh = await TestSession.loaded("workflow w")
    await fresh.enter(
      "a = POST payments/charge amount:=1 card=tok_busy retry 3 times on Payments.Busy every 2s")
    #expect(fresh.screen.hasPrefix("✓ a  3 attempts  {"))
  }

  @Test func `after a plain run of a closed workflow its results are those of the run`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/A-1\nb = $a.price\nreturn $b\nend")
    await session.enter("mock a => {\"price\": 7}")
    await session.expect("$b", prints: "19.9")
    await session.expect("run w", prints: "✓ a\n7")
    await session.expect("$a.price + $b", prints: "14")
  }

  @Test func `a cancelled run leaves the workflow usable`() async {
    let session = await TestSession.loaded("workflow w\na = 1")
    let work = Task { await session.enter("b = GET inventory/slow\nc = 2") }
    await session.services.following.wait(for: "slow")
    work.cancel()
    #expect(await work.value == "✗ b  cancelled\n· c  not reached: the run ended at b")
    await session.expect("b = $a + 1", prints: "✓ b  redefined  2\n~ c  stale")
    await session.expect("run stale", prints: "✓ c  2")
    await session.expect("end\nrun", prints: "✓ a\n2")
  }

  @Test func `a whole run can be cancelled`() async {
    let session = await TestSession.loaded("workflow w\nmock GET inventory/slow => 1")
    await session.enter("a = GET inventory/slow\nend\nunmock")
    let work = Task { await session.enter("run") }
    await session.services.following.wait(for: "slow")
    work.cancel()
    #expect(await work.value.hasSuffix("error: the run was cancelled"))
    await session.expect("GET inventory/stock/A-1 | sku", prints: "200 · 0.3 ms\n\"A-1\"")
  }
}
