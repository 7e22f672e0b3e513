import Testing

/// Answers in the place of services.
@Suite struct MockTests {
  @Test func `a step, or a route, is answered by an expression`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/A-1\nb = GET inventory/stock/B-2")
    await session.enter("mock a => {\"price\": 1}\nmock GET inventory/stock/* => {\"path\": path}")
    await session.expect(
      "mock", prints: "a => {\"price\": 1}\nGET inventory/stock/* => {\"path\": path}")
    await session.enter("mock a => {\"price\": 2}")
    await session.expect("run until a", prints: "✓ a  { \"price\": 2 }")
    await session.enter("unmock a\nunmock GET inventory/stock/*")
    await session.expect("mock", prints: "there is no mock")
    await session.expect("unmock a", prints: "error: `a` has no mock")
    await session.expect("unmock", prints: "error: there is no mock")
  }

  @Test func `the newest of two mocks of a route answers`() async {
    let session = await TestSession.loaded("workflow w")
    await session.enter("mock GET inventory/stock/* => 1\nmock GET inventory/stock/{sku} => 2")
    await session.expect("a = GET inventory/stock/A-1", prints: "✓ a  2")
  }

  @Test func `an error is given as often as is said`() async {
    let session = await TestSession.loaded("workflow w")
    await session.enter("a = GET inventory/stock/A-1\nmock a fail Http.503 \"try later\" x 2")
    await session.expect("run", prints: "✗ a  Http.503: try later")
    await session.expect("mock", prints: "a fail Http.503 \"try later\" x 2")
    await session.expect("run", prints: "✗ a  Http.503: try later")
    await session.expect("mock", prints: "a fail Http.503 \"try later\" x 2  (used up)")
    await session.expect(
      "run", prints: "✓ a  { \"sku\": \"A-1\", \"price\": 19.9, \"available\": 4 }")
  }

  @Test func `a retry sees the mock's error`() async {
    let session = await TestSession.loaded("workflow w\nmock GET inventory/stock/* fail Busy x 2")
    await session.expect(
      "a = GET inventory/stock/B-2 retry 2 times on Busy",
      prints: "✓ a  { \"sku\": \"B-2\", \"price\": 5, \"available\": 10 }")
  }

  @Test func `only what is there can be mocked`() async {
    let session = await TestSession.loaded("workflow w\na = 1")
    await session.expect(
      "mock a => 1",
      prints: """
        error: no step called `a` calls a service
          help: name a step, or a route: `mock GET SERVICE/PATH => EXPR`
        """)
    await session.expect(
      "mock GET nosuch/x => 1",
      prints: """
        error: no service `nosuch` is loaded
          help: load it with `load`; see `services`
        """)
    await session.expect(
      "mock GET inventory/stock/* => $nosuch",
      prints: """
        error[undefined-variable]: nothing has the name `$nosuch`
          mock GET inventory/stock/* => $nosuch
                                        ^^^^^^^
          help: `vars` lists the names
        """)
  }
}
