import Foundation
import JSON
import JSONata
import Testing

@Suite struct SmallStackTests {
  /// What `body` gives on a thread with a stack of 512 kB, which threads other than the first have
  /// on some systems.
  private func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
  }

  @Test(arguments: [
    ("[", "]"), ("(", ")"), ("{'a':", "}"), ("-(", ")"), ("a[", "]"), ("a.(", ")"),
    ("$string(", ")"),
    ("function(){", "}()"), ("true ? ", ""), ("1-(", ")"), ("a^(", ")"), ("a@$v.(", ")"),
    ("a ?: ", ""), ("a ?? ", ""), ("$x := ", ""), ("1 ~> $string ~> ", "$string"), ("1 & ", "1"),
  ])
  func `hostile nesting ends in a value or an error on a small stack`(
    _ open: String, _ close: String
  ) {
    onSmallStack {
      for depth in [50, 150, 400, 20_000] {
        let source =
          String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        _ = try? JSONataExpression.recovering(source, dialect: .jsonata)
        guard let expression = try? JSONataExpression(source, dialect: .jsonata) else { continue }
        _ = (expression.freeVariables, expression.resultType(), expression.literal)
        _ = try? expression.evaluate(["a": [["a": 1]]])
      }
    }
  }
}
