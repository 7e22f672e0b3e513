import Foundation
import JSON
import Testing

@testable import JSONata

@Suite struct StackTests {
  @Test(arguments: [
    "($f := function($n) { 1 + $f($n + 1) }; $f(1))",
    "($f := function($n) { [$n, $f($n + 1)] }; $f(1))",
    "($f := function($n) { $map([$n], function($v) { $f($v + 1) })[0] }; $f(1))",
    "($f := function($n) { $n.{'a': $f($n + 1)} }; $f(1))",
    "($f := function($n) { $reduce([1, 2], function($a, $b) { $f($a + $b) }) }; $f(1))",
    "($f := function($n) { $sort([2, 1], function($a, $b) { $f($a) > $b }) }; $f(1))",
    "($f := function($n) { $n ~> $f ~> $string }; $f(1))",
    "($f := function($n) { $replace('a', /a/, function($m) { $f($n + 1) }) }; $f(1))",
    "($f := function($n)<n:n> { 1 + $f($n + 1) }; $f(1))",
    "($f := function($n) { [1][$f($n + 1) > 0] }; $f(1))",
    "($f := function($n) { [3, 1]^($f($n + 1)) }; $f(1))",
    "($f := function($n) { ({'a': $n} ~> |$|{'b': $f($n + 1)}|) }; $f(1))",
    "($f := function($n) { $eval('$f($n + 1) + 1') }; $f(1))",
  ])
  func `recursion without end is an error before the stack of any thread ends`(
    _ source: String
  ) throws {
    for stackSize in [512 << 10, 2 << 20] {
      let outcome = Outcome()
      let thread = Thread { outcome.finish(Self.code(of: source)) }
      thread.stackSize = stackSize
      thread.start()
      #expect(outcome.wait() == "D1011", "\(stackSize)")
    }
  }

  /// The code of the error that `source` fails with.
  private static func code(of source: String) -> String? {
    var environment = EvaluationEnvironment()
    environment.limits = .init(depth: 1_000_000)
    do throws(JSONataError) {
      let expression = try JSONataExpression(source, dialect: .jsonata)
      _ = try expression.evaluate(nil, environment: environment)
      return nil
    } catch {
      return error.code
    }
  }

  /// What a thread came to.
  ///
  /// `@unchecked Sendable`: the code is written before the semaphore is signalled, and read after.
  private final class Outcome: @unchecked Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private var code: String?

    func finish(_ code: String?) {
      self.code = code
      semaphore.signal()
    }

    func wait() -> String? {
      semaphore.wait(timeout: .now() + 60) == .success ? code : "no end"
    }
  }
}
