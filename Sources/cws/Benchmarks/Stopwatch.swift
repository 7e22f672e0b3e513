import Foundation
import JSON
import JSONata

/// Measures one operation as `bench_py.py` does, which measures the other engines.
struct Stopwatch {
  /// Whether the operation has the expected result.
  let isRight: Bool

  private let operation: () throws(JSONataError) -> JSONValue?

  /// How often a round repeats the operation.
  private let repetitions: Int

  /// The nanoseconds of the warm-up.
  private static let warmUp = 3e8

  /// The nanoseconds of a round.
  private static let round = 2e8

  /// Runs the operation of `item` until it is warm.
  init(_ item: BenchmarkSuite.Item) throws(JSONataError) {
    operation = item.operation
    isRight = Self.isEqual(try operation(), item.expected)
    let start = Self.now
    var count = 0.0
    repeat {
      _ = try operation()
      count += 1
    } while Self.now - start < Self.warmUp
    repetitions = max(1, Int((Self.round * count / (Self.now - start)).rounded()))
  }

  /// The nanoseconds of one operation in each of `count` rounds.
  func rounds(_ count: Int) throws(JSONataError) -> [Double] {
    var times: [Double] = []
    for _ in 0..<count {
      let start = Self.now
      for _ in 0..<repetitions { _ = try operation() }
      times.append((Self.now - start) / Double(repetitions))
    }
    return times
  }

  /// The nanoseconds of a clock that never goes back.
  private static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) }

  /// Whether `value` is `expected`, but for rounding in the last digits of numbers.
  private static func isEqual(_ value: JSONValue?, _ expected: JSONValue?) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    if let a = value.doubleValue, let b = expected.doubleValue {
      return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    }
    if let a = value.arrayValue, let b = expected.arrayValue {
      return a.count == b.count && zip(a, b).allSatisfy { isEqual($0, $1) }
    }
    if let a = value.objectValue, let b = expected.objectValue {
      return a.count == b.count && a.keys.allSatisfy { isEqual(a[$0], b[$0]) }
    }
    return value == expected
  }
}
