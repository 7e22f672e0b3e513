import Testing

/// The session of the design's second chapter, on services inside the process.
@Suite struct FirstSessionTests {
  /// A session in which the workflow has been entered up to its first return.
  private func order() async -> TestSession {
    let session = TestSession()
    await session.loadServices()
    await session.enter("workflow order")
    await session.enter(Self.input)
    await session.enter(Self.quoted)
    await session.enter(Self.check)
    await session.enter(Self.charge)
    await session.enter("retry 2 times on Payments.Busy every 1s backoff 2")
    await session.enter(
      "catch Payments.Declined\n  return {\"status\": \"declined\", \"reason\": $error.Cause}\nend")
    await session.enter(#"return {"status": "ok", "charge": $charge.id}"#)
    return session
  }

  @Test func `calls and expressions give their values`() async {
    let session = TestSession()
    await session.expect(
      "load inventory.swift payments.swift",
      prints: "inventory  GET /stock/{sku}  GET /slow  GET /nothing\npayments   POST /charge")
    await session.expect(
      "GET inventory/stock/A-1",
      prints: "200 · 0.3 ms\n{ \"sku\": \"A-1\", \"price\": 19.9, \"available\": 4 }")
    await session.expect("$_.available * $_.price", prints: "79.6")
  }

  @Test func `a mistyped parameter is shown with the route's signature`() async {
    let session = TestSession()
    await session.loadServices()
    let printed = await session.enter("POST payments/charge amount=52.30 card=tok_ok")
    #expect(printed.contains("                              ^^^^^"))
    #expect(printed.contains("integer"))
    #expect(printed.contains("POST payments/charge(amount: integer, card: string)"))
  }

  @Test func `a block runs when it is closed, and shows its table`() async {
    let session = TestSession()
    await session.loadServices()
    await session.enter("workflow order")
    await session.enter(Self.input)
    let printed = await session.enter(Self.quoted)
    #expect(
      printed == """
        ✓ quoted  2 items
         sku  qty  price  missing
         A-1    2   19.9       -2
         B-2    1    5.0       -9
        """)
    await session.expect(Self.check, prints: "– if  not taken: 0 > 0")
    await session.expect(
      Self.charge, prints: "✓ charge  { \"id\": \"ch_1\", \"amount\": 2490, \"status\": \"paid\" }")
  }

  @Test func `entering a name again replaces the step and marks its readers`() async {
    let session = await order()
    let again = Self.charge.replacing("$sum($quoted.price)", with: "$sum($quoted.(qty*price))")
    await session.expect(
      again,
      prints: """
        ✓ charge  redefined, clauses kept  { "id": "ch_2", "amount": 4480, "status": "paid" }
        ~ return  stale
        """)
    await session.expect(
      "run stale", prints: "✓ return  { \"status\": \"ok\", \"charge\": \"ch_2\" }")
  }

  @Test func `a run with another input takes the catch`() async {
    let session = await order()
    let printed = await session.enter("run card=tok_declined")
    #expect(
      printed == """
        ✓ quoted  ✗ charge  Payments.Declined: insufficient funds → catch → return
        { "status": "declined", "reason": "insufficient funds" }
        """)
  }

  @Test func `a busy service is tried again`() async {
    let session = await order()
    let printed = await session.enter("run card=tok_busy")
    #expect(printed.contains("\"status\": \"ok\", \"charge\": \"ch_3\""))
  }

  static let input =
    #"input card=tok_ok lines:=[{"sku": "A-1", "qty": 2}, {"sku": "B-2", "qty": 1}]"#

  static let quoted = """
    quoted = for line in $input.lines max 5 at once
      stock = GET inventory/stock/{$line.sku}
      yield {"sku": $line.sku, "qty": $line.qty, "price": $stock.price, "missing": $line.qty - $stock.available}
    end
    """

  static let check = """
    if $count($quoted[missing > 0]) > 0
      fail OutOfStock "missing {$join($quoted[missing > 0].sku, ', ')}"
    end
    """

  static let charge =
    "charge = POST payments/charge amount:=$round($sum($quoted.price)*100) card:=$input.card"
}
