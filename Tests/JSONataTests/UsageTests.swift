import Foundation
import JSON
import JSONata
import Synchronization
import Testing

/// The target as it is used on its own.
@Suite struct UsageTests {
  @Test func `the example of the documentation gives what it says`() throws {
    let total = try JSONataExpression("$sum(order.lines.(price * qty)) * $rate")
    let order = try JSONReader.read(#"{"order": {"lines": [{"price": 2.5, "qty": 4}]}}"#)
    let price = try total.evaluate(order, bindings: ["rate": 2])

    #expect(price == 20)
  }

  @Test func `the example of a host function gives what it says`() throws {
    var environment = EvaluationEnvironment()
    environment.hostFunctions["greet"] = HostFunction(arity: 1, signature: "<s:s>") { call in
      .string("Hello \(call.arguments[0]?.stringValue ?? "")")
    }
    let greeting = try JSONataExpression("$greet(name)")
    let text = try greeting.evaluate(["name": "Ada"], environment: environment)

    #expect(text == "Hello Ada")
  }

  @Test(arguments: ["JSONataExpression.swift", "EvaluationEnvironment.swift"])
  func `the examples of the documentation are those that are tested`(_ name: String) throws {
    let tests = URL(filePath: #filePath)
    let package = tests.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let source = try String(
      contentsOf: package.appending(path: "Sources/JSONata/\(name)"), encoding: .utf8)
    let tested = try lines(of: String(contentsOf: tests, encoding: .utf8))
    let example = lines(of: source).split(separator: "/// ```swift").dropFirst().first?
      .prefix { $0 != "/// ```" }.map { lines(of: String($0.dropFirst(4)))[0] }
    try #require(example?.isEmpty == false)
    #expect(tested.contains(try #require(example)))
  }

  /// The lines of `text` without the white space around them.
  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `many threads evaluate one expression at once`() throws {
    let expression = try JSONataExpression(
      """
      ($twice := function($n) { $n * 2 }; $double := $map([1..n], $twice);
       {"n": n, "sum": $sum($double), "words": $split(text, /,\\s*/)})
      """)
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let n = Int64(number) + 2
      let input: JSONValue = ["n": .integer(n), "text": .string("a, b\(n)")]
      let expected: JSONValue = [
        "n": .integer(n), "sum": .integer(n * (n + 1)), "words": ["a", .string("b\(n)")],
      ]
      for _ in 0..<20 {
        let value = try? expression.evaluate(input)
        if value != expected {
          failures.withLock { $0.append("\(n): \(String(describing: value))") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
  }

  @Test func `a host function may call back, and may fail`() throws {
    var environment = EvaluationEnvironment()
    environment.hostFunctions["twice"] = HostFunction(arity: 2) { call throws(JSONataError) in
      try call.apply(
        call.arguments[0], to: [try call.apply(call.arguments[0], to: [call.arguments[1]])])
    }
    environment.hostFunctions["fail"] = HostFunction(arity: 0) { _ throws(JSONataError) in
      throw JSONataError("host", message: "no connection")
    }
    let expression = try JSONataExpression("$twice(function($x) { $x & '!' }, 'a')")
    #expect(try expression.evaluate(nil, environment: environment) == "a!!")
    let failing = try JSONataExpression("1 + $fail()")
    let error = #expect(throws: JSONataError.self) {
      try failing.evaluate(nil, environment: environment)
    }
    #expect(error?.code == "host")
    #expect(error?.message == "no connection")
  }

  @Test(arguments: [
    "($f := function() { $f() }; $f())", "[1..10000].($ & '')",
    "$map([1..10000], function($n) { $n })",
    #"$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /(a+)+$/)"#,
  ])
  func `an evaluation ends soon after it is cancelled`(_ source: String) throws {
    let asked = Mutex(0)
    var environment = EvaluationEnvironment()
    environment.isCancelled = {
      asked.withLock { count in
        count += 1
        return count > 2
      }
    }
    let expression = try JSONataExpression(source, dialect: .jsonata)
    let error = #expect(throws: JSONataError.self) {
      try expression.evaluate(nil, environment: environment)
    }
    #expect(error?.code == "cancelled")
    #expect(asked.withLock { $0 } == 3)
  }
}
