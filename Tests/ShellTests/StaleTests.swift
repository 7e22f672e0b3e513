import ServiceHost
import Synchronization
import Testing

/// Marks of results that something has changed under.
@Suite struct StaleTests {
  @Test func `marks go on through the steps that read stale ones`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = $a\nc = $b\nd = 4\ne = $d")
    await session.expect(
      "a = 2",
      prints: """
        ✓ a  redefined  2
        ~ b  stale
        ~ c  stale
        """)
    await session.expect("run stale", prints: "✓ b  2\n✓ c  2")
    await session.expect("run stale", prints: "nothing is stale")
  }

  @Test func `new steps and the prompt see the new value of a redefined step`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = 5")
    await session.enter("a = 2")
    await session.expect("c = $a + $b", prints: "✓ c  7")
    await session.expect("$a", prints: "2")
  }

  @Test func `a redefinition that fails takes nothing from the steps around it`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = 2\nc = 3")
    await session.enter("b = 1 + \"x\"")
    await session.expect("$a + $c", prints: "4")
    await session.expect("b = $a + 1", prints: "✓ b  redefined  2")
    await session.expect("d = $a + $b + $c", prints: "✓ d  6")
  }

  @Test func `a step inside a block makes the block stale, and what reads it`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = 1
      list = for i in [1, 2]
        x = $i + $a
      end
      total = $sum($list)
      """)
    await session.expect("a = 10", prints: "✓ a  redefined  10\n~ list  stale\n~ total  stale")
    await session.expect("run stale", prints: "✓ list  2 items  [11, 12]\n✓ total  23")
  }

  @Test func `a new sample input marks what reads it`() async {
    let session = await TestSession.loaded(
      "workflow w\ninput n:=1\ninput rush: n:=9\na = $input.n\nb = 2\nc = $a")
    await session.expect("input rush: n:=10", prints: "")
    await session.expect("input n:=3", prints: "~ a  stale\n~ c  stale")
    await session.expect("d = $input.n", prints: "✓ d  3")
    await session.expect("run stale", prints: "✓ a  3\n✓ c  3")
  }

  @Test func `what could not be reached is due once the step before it succeeds`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/ZZ\nb = $a.price\nc = 1")
    await session.expect(
      "show",
      prints: """
        workflow w
        ✗ a = GET inventory/stock/ZZ
        · b = $a.price
        · c = 1
        """)
    await session.expect(
      "a = GET inventory/stock/B-2",
      prints: """
        ✓ a  redefined  { "sku": "B-2", "price": 5, "available": 10 }
        ~ b  stale
        ~ c  stale
        """)
    await session.expect("run stale", prints: "✓ b  5\n✓ c  1")
  }

  @Test func `a loaded service makes the steps that call it stale`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/B-2\nb = $a.price\nc = 1")
    await session.expect(
      "reload inventory",
      prints: """
        inventory  GET /stock/{sku}  GET /slow  GET /nothing
        ~ a  stale
        ~ b  stale
        """)
  }

  @Test func `results of the prompt know the services that they come from`() async {
    let session = await TestSession.loaded(
      """
      a = GET inventory/stock/B-2
      b = $a.price * 2
      c = POST payments/charge amount=1 card=x
      d = $_.id
      workflow w
      e = GET inventory/stock/A-1
      f = 1
      end
      """)
    await session.expect(
      "reload inventory",
      prints: """
        inventory  GET /stock/{sku}  GET /slow  GET /nothing
        ~ $a  stale
        ~ $b  stale
        ~ w  stale
        """)
    await session.expect(
      "vars",
      prints: """
        $a  stale  { "sku": "B-2", "price": 5, "available": 10 }
        $b  stale  10
        $c  { "id": "ch_1", "amount": 1, "status": "paid" }
        $d  "ch_1"
        $e  stale  { "sku": "A-1", "price": 19.9, "available": 4 }
        $f  1
        $input  {}
        """)
    await session.enter("a = GET inventory/stock/B-2\ng = $b")
    let listed = await session.enter("vars")
    #expect(listed.contains("$a  {") && listed.contains("$g  stale  10"))
    let cells = await session.enter("history").split(separator: "\n")
    let stale = cells.filter { $0.contains("~") }
    #expect(
      stale == [
        " 2~ a = GET inventory/stock/B-2", " 3~ b = $a.price * 2", " 6~ workflow w …", " 9~ g = $b",
      ])
    await session.enter("rerun 2-3")
    await session.expect("$b", prints: "10")
    #expect(await session.enter("vars").contains("$b  10"))
    await session.enter("run w")
    #expect(await session.enter("vars").contains("$e  {"))
    #expect(await session.enter("reload inventory").hasSuffix("~ w  stale"))
  }

  @Test func `what cannot be loaded again keeps its results fresh`() async {
    let session = await TestSession.loaded("a = GET inventory/stock/B-2")
    session.services.loadFailure.withLock { $0 = .init(.compilation, "it does not compile") }
    await session.expect("reload inventory", prints: "error: it does not compile")
    #expect(await session.enter("vars").hasPrefix("$a  {"))
  }

  @Test func `running a part marks the rest if results have changed`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/B-2\nb = $a.price\nc = 1")
    await session.expect(
      "run until a",
      prints: """
        ✓ a  { "sku": "B-2", "price": 5, "available": 10 }
        """)
    await session.enter("mock a => {\"price\": 7}")
    await session.expect("run until a", prints: "✓ a  { \"price\": 7 }\n~ b  stale")
    await session.expect("run from b", prints: "✓ b  7\n✓ c  1")
  }
}
