import Testing

/// Steps of each kind, run as they are entered.
@Suite struct BlockTests {
  @Test(arguments: [
    (6, "✓ if  taken: 6 > 5", "true"), (2, "✓ if  taken: 2 > 1", "2"),
    (0, "✓ if  taken: else", "\"small\""),
  ])
  func `the branch that holds is taken`(n: Int, report: String, value: String) async {
    let session = await TestSession.loaded("workflow w\ninput n:=\(n)")
    let printed = await session.enter(
      """
      if $input.n > 5
        x = true
      else if $input.n > 1
        x = $input.n
      else
        x = "small"
      end
      """)
    #expect(printed == report)
    await session.expect("$x", prints: value)
  }

  @Test func `no branch may be taken, and a branch may return`() async {
    let session = await TestSession.loaded("workflow w\na = 1")
    await session.expect(
      "if $a > 5\n  return 5\nelse if $a = 2\n  fail Two\nend",
      prints: "– if  not taken: 1 > 5, 1 = 2")
    await session.expect(
      "if $a = 1\n  return {\"a\": $a}\nend", prints: "✓ if  taken: 1 = 1  → return  { \"a\": 1 }")
    await session.expect("b = 2", prints: "· b  not reached: the run ended at if")
  }

  @Test func `branches run side by side`() async {
    let session = await TestSession.loaded("workflow w\ninput n:=3")
    let printed = await session.enter(
      """
      both = parallel
        branch price
          x = GET inventory/stock/A-1
          yield $x.price
        branch double
          yield $input.n * 2
      end
      """)
    #expect(printed == "✓ both  { \"price\": 19.9, \"double\": 6 }")
  }

  @Test func `loops nest`() async {
    let session = await TestSession.loaded("workflow w")
    let printed = await session.enter(
      """
      grid = for i in [1, 2]
        row = for j in [1, 2, 3]
          cell = $i * $j
        end
      end
      """)
    #expect(printed == "✓ grid  2 items  [[1, 2, 3], [2, 4, 6]]")
  }

  @Test(arguments: [("90s", "1m30s"), ("1h", "1h"), ("2h5s", "2h5s")])
  func `waits pass at once`(time: String, shown: String) async {
    let session = await TestSession.loaded("workflow w")
    await session.expect("wait \(time)", prints: "✓ wait  \(shown)")
  }

  @Test func `retries are counted`() async {
    let session = await TestSession.loaded("workflow w")
    await session.expect(
      "a = POST payments/charge amount:=1 card=tok_busy retry 5 times",
      prints: "✓ a  { \"id\": \"ch_3\", \"amount\": 1, \"status\": \"paid\" }")
    let shown = await session.enter("show a")
    #expect(shown.contains("a  3 attempts\n"))
    #expect(shown.contains("  error     Payments.Busy: try later\n"))
  }

  @Test func `a step's own catch goes on after it`() async {
    let session = await TestSession.loaded(
      "workflow w\na = POST payments/charge amount:=1 card=tok_declined")
    await session.expect("catch Payments.Declined\n  why = $error.Cause\nend", prints: "~ a  stale")
    await session.expect("run stale", prints: "✗ a  Payments.Declined: insufficient funds → catch")
    await session.expect("$why", prints: "\"insufficient funds\"")
    await session.expect("b = 1", prints: "✓ b  1")
  }

  @Test func `the workflow's catch ends it`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      a = GET inventory/stock/ZZ
      b = $a.price
      return $b
      """)
    await session.expect("catch\n  return {\"caught\": $error.Error}\nend", prints: "~ a  stale")
    await session.expect(
      "run stale",
      prints: """
        ✗ a  Http.404: there is no article ZZ → catch  → return  { "caught": "Http.404" }
        · b  not reached: the run ended at a
        · return  not reached: the run ended at a
        """)
    await session.expect(
      "end\nrun",
      prints: """
        ✗ a  Http.404: there is no article ZZ → catch → return
        { "caught": "Http.404" }
        """)
  }

  @Test func `a return without a value gives the last result`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nb = 2")
    await session.expect("return", prints: "✓ return  2")
    await session.expect("end\nrun", prints: "✓ a\n2")
  }

  @Test func `an expression that fails is told with its reason`() async {
    let session = await TestSession.loaded("workflow w")
    await session.expect(
      "a = 1 + \"x\"",
      prints: """
        ✗ a  States.QueryEvaluationError
        error[T2002]: The right side of the "+" operator must evaluate to a number
            a = 1 + "x"
                  ^
        """)
    await session.expect("b = $a", prints: "· b  not reached: the run ended at a")
  }
}
