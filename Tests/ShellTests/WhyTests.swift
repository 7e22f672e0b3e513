import SessionLanguage
import Testing

@testable import Shell

/// `why`, and what is said of expressions that end a run.
@Suite struct WhyTests {
  @Test func `why takes the expressions of a step apart`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      input n:=2 lines:=[{"sku": "A-1", "qty": 2}, {"sku": "B-2", "qty": 1}]
      total = $sum($input.lines[qty > 1].(qty * 10)) + $input.n
      """)
    await session.expect(
      "why",
      prints: """
        total = $sum($input.lines[qty > 1].(qty * 10)) + $input.n  22
          $sum($input.lines[qty > 1].(qty * 10))                   20
            $input.lines[qty > 1].(qty * 10)                       20
              $input                                               { "n": 2, "lines": [{ "sku": "A-1", "qty…
              $input.lines                                         [{ "sku": "A-1", "qty": 2 }, { "sku": "B…
              qty > 1                                              true · false  2 times
                qty                                                2 · 1  2 times
              $input.lines[qty > 1]                                { "sku": "A-1", "qty": 2 }
              qty * 10                                             20
                qty                                                2
          $input.n                                                 2
            $input                                                 { "n": 2, "lines": [{ "sku": "A-1", "qty…
        ✓ total  22
        """)
  }

  @Test func `why shows what is undefined and what is not evaluated`() async {
    let session = await TestSession.loaded("workflow w\ninput n:=2")
    await session.enter("a = $input.n > 5 ? $input.n.x : $exists($input.name)")
    await session.expect(
      "why a",
      prints: """
        a = $input.n > 5 ? $input.n.x : $exists($input.name)  false
          $input.n > 5                                        false
            $input.n                                          2
              $input                                          { "n": 2 }
          $input.n.x                                          not evaluated
          $exists($input.name)                                false
            $input.name                                       nothing
              $input                                          { "n": 2 }
        ✓ a  false
        """)
  }

  @Test func `why goes into calls, conditions and loops`() async {
    let session = await TestSession.loaded(
      """
      workflow w
      input lines:=["A-1", "B-2"]
      quoted = for sku in $input.lines
        stock = GET inventory/stock/{$sku} | price
        yield {"sku": $sku, "price": $stock}
      end
      if $count($quoted) > 5
        x = 1
      else
        x = $quoted[0].price
      end
      """)
    await session.expect(
      "why quoted",
      prints: """
        quoted = for sku in $input.lines  ["A-1", "B-2"]
          $input                          { "lines": ["A-1", "B-2"] }
          with sku 1 of 2
          stock = GET inventory/stock/{$sku} | price
            {$sku}  "A-1"
            | price  19.9
          yield {"sku": $sku, "price": $stock}  { "sku": "A-1", "price": 19.9 }
            $sku                                "A-1"
            $stock                              19.9
        ✓ quoted  2 items
         sku  price
         A-1   19.9
         B-2    5.0
        """)
    await session.expect(
      "why if",
      prints: """
        if $count($quoted) > 5  false
          $count($quoted)       2
            $quoted             [{ "sku": "A-1", "price": 19.9 }, { "sku": "B-2", "price": 5 }]
        else
          x = $quoted[0].price  19.9
            $quoted[0]          { "sku": "A-1", "price": 19.9 }
              $quoted           [{ "sku": "A-1", "price": 19.9 }, { "sku": "B-2", "price": 5 }]
        ✓ if  taken: else
        """)
  }

  @Test func `why takes an expression at the prompt apart`() async {
    let session = await TestSession.loaded("n = 2")
    await session.expect("why $n * 2", prints: "$n * 2  4\n  $n    2")
    await session.expect(
      "why $n + 'x'",
      prints: """
        $n + 'x'  ✗ T2002: The right side of the "+" operator must evaluate to a number
          $n      2
        error[T2002]: The right side of the "+" operator must evaluate to a number
          why $n + 'x'
                 ^
        """)
    await session.expect(
      "why", prints: "error: there is no step to explain\n  help: `why EXPR` explains an expression"
    )
  }

  @Test func `a step that fails is told with the text that was entered`() async {
    let session = await TestSession.loaded("workflow w\ninput n:=2")
    await session.expect(
      "bad = $input.nix.sku",
      prints: """
        ✗ bad  States.QueryEvaluationError
        error[undefined]: the expression gives nothing (undefined)
            bad = $input.nix.sku
                  ^^^^^^^^^^^^^^
        """)
    await session.expect(
      "why",
      prints: """
        bad = $input.nix.sku  nothing
          $input              { "n": 2 }
          $input.nix          nothing
        ✗ bad  States.QueryEvaluationError
        error[undefined]: the expression gives nothing (undefined)
            bad = $input.nix.sku
                  ^^^^^^^^^^^^^^
        """)
  }

  @Test func `a run blames the step whose expression failed, though it shares a state`() async {
    let session = await TestSession.loaded(
      "workflow w\na = GET inventory/stock/A-1\nb = $a.price + $a.sku\nend")
    await session.expect(
      "run",
      prints: """
        ✓ a  ✗ b  States.QueryEvaluationError
        error[T2002]: The right side of the "+" operator must evaluate to a number
            b = $a.price + $a.sku
                         ^
        """)
    await session.expect(
      "why b",
      prints: """
        b = $a.price + $a.sku  ✗ T2002: The right side of the "+" operator must evaluate to a number
          $a.price             19.9
            $a                 { "sku": "A-1", "price": 19.9, "available": 4 }
          $a.sku               "A-1"
            $a                 { "sku": "A-1", "price": 19.9, "available": 4 }
        ✗ b  States.QueryEvaluationError
        error[T2002]: The right side of the "+" operator must evaluate to a number
            b = $a.price + $a.sku
                         ^
        """)
  }
}
