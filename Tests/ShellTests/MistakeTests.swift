import Shell
import Testing

/// What is entered wrongly: a clear message, and a session that goes on.
@Suite struct MistakeTests {
  @Test(arguments: [
    (
      "GET inventry/stock/A-1",
      """
      error[unknown-service]: there is no service `inventry`
        GET inventry/stock/A-1
            ^^^^^^^^
        help: did you mean `inventory`?
      """
    ),
    (
      "GET payments/nosuch",
      """
      error[unknown-route]: `payments` has no route `GET /nosuch`
        GET payments/nosuch
            ^^^^^^^^^^^^^^^
        help: payments has POST payments/charge(amount: integer, card: string)
      """
    ),
    (
      "GET payments/charge",
      """
      error[unknown-route]: `payments/charge` takes no `GET`
        GET payments/charge
        ^^^
        help: it takes POST
      """
    ),
    (
      "POST payments/charge amount=1 crd=x",
      """
      error[unknown-parameter]: `POST /charge` has no parameter `crd`
        POST payments/charge amount=1 crd=x
                                      ^^^
        help: did you mean `card`?  POST payments/charge(amount: integer, card: string)
      """
    ),
    (
      "POST payments/charge amount=52.30 card=tok_ok",
      """
      error[mistyped-parameter]: expected an integer
        POST payments/charge amount=52.30 card=tok_ok
                                    ^^^^^
        help: POST payments/charge(amount: integer, card: string)
      """
    ),
    (
      "GET inventory/stock/{$x.nosuch}",
      """
      error[undefined]: the expression gives nothing (undefined)
        GET inventory/stock/{$x.nosuch}
                             ^^^^^^^^^
      """
    ),
    (
      "y = $x.price +",
      """
      error[S0207]: unexpected end of expression
        y = $x.price +
                      ^
      """
    ),
    (
      "$prise",
      """
      error[undefined-variable]: nothing has the name `$prise`
        $prise
        ^^^^^^
        help: did you mean `$price`?
      """
    ),
    (
      "y = $sum",
      """
      error[function-value]: this gives a function, not a value
        y = $sum
            ^^^^
      """
    ),
    (
      "laod template",
      """
      error[unknown-word]: `laod` is no command, no verb and no word of the language
        laod template
        ^^^^
        help: did you mean `load`?
      """
    ),
    (
      "secret TOKEN",
      """
      error[not-yet]: `secret` is not part of the language in this version
        secret TOKEN
        ^^^^^^
      """
    ),
    (
      "wait 5s",
      """
      error[only-in-workflow]: `wait` is for workflows only
        wait 5s
        ^^^^
        help: open one with `workflow NAME`
      """
    ),
    (
      "end",
      """
      error[stray-end]: `end` closes nothing: no block is open
        end
        ^^^
      """
    ),
    ("GET inventory/stock/ZZ", "404 · Http.404: there is no article ZZ"),
    (
      "y = GET inventory/nothing | nosuch",
      "204 · 0.3 ms\nundefined\nerror: the call gave nothing, so `y` gets no value"
    ),
    (
      "$_1",
      """
      error[undefined-variable]: cell 1 has no result
        $_1
        ^^^
        help: `history` lists the cells
      """
    ),
    (
      "$_99",
      """
      error[undefined-variable]: there is no cell 99
        $_99
        ^^^^
        help: `history` lists the cells
      """
    ),
    (
      "mock GET payments/charge => 1",
      """
      error: `payments` has no route `GET /charge`
        help: see `routes payments`
      """
    ),
  ])
  func `is told with its place and with what to do`(line: String, message: String) async {
    let session = await TestSession.loaded("x = GET inventory/stock/A-1\nprice = 5")
    await session.expect(line, prints: message)
    await session.expect("$x.sku", prints: "\"A-1\"")
    await session.expect(
      "vars", prints: "$x  { \"sku\": \"A-1\", \"price\": 19.9, \"available\": 4 }\n$price  5")
    #expect(await session.prompt == "cws> ")
  }

  @Test(arguments: [
    ("while $a < 3\nb = 2\nend", "not-yet", "while"),
    ("x = while $a < 3\nif $a = 1\nb = 2\nend\nend", "not-yet", "while"),
    ("repeat\nb = 2\nuntil $b = 2", "not-yet", "repeat"),
    ("x = if $a = 1\nb = 2\nend", "no-result", "if"),
  ])
  func `a block that is refused is refused to its end`(
    lines: String, code: String, word: String
  ) async {
    let session = await TestSession.loaded("workflow w\na = 1")
    let printed = await session.enter(lines)
    #expect(printed.hasPrefix("error[\(code)]: `\(word)`"))
    #expect(printed.split(separator: "error[", omittingEmptySubsequences: false).count == 2)
    #expect(await session.prompt == "w> ")
    await session.expect("c = $a + 1", prints: "✓ c  2")
  }

  @Test func `a call without an answer gives null, as in a workflow`() async {
    let session = await TestSession.loaded("y = GET inventory/nothing")
    await session.expect("$y", prints: "null")
    await session.enter("workflow w")
    await session.expect("y = GET inventory/nothing", prints: "✓ y  null")
  }

  @Test func `a name that is no workflow is told from a case`() async {
    let session = await TestSession.loaded("workflow w\na = 1\nend")
    await session.expect(
      "run zz",
      prints: """
        error: there is no workflow `zz`, and `w` has no input case `zz`
          help: it has no named inputs
        """)
  }

  @Test func `an unfinished statement can be dropped`() async {
    let session = await TestSession.loaded("x = {\"a\": 1,")
    #expect(await session.prompt == "cws … ")
    await session.session.discardPending()
    #expect(await session.prompt == "cws> ")
    await session.expect("2", prints: "2")
  }
}
