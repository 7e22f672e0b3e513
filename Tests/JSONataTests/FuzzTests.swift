import Foundation
import JSON
import JSONata
import Testing

@Suite(
  .enabled(
    if: ConformanceData.isAvailable, "needs shared/conformance/jsonata above the package"))
struct FuzzTests {
  /// Changes the expressions of the suite a few hundred times; `JSONATA_FUZZ_COUNT` asks for more,
  /// such as 1000000, and `JSONATA_FUZZ_SEED` for others.
  ///
  /// The expression at work is in the file whose path is printed, for the case of a crash.
  @Test func `no change of an expression makes the engine crash or hang`() throws {
    let variables = ProcessInfo.processInfo.environment
    let count = variables["JSONATA_FUZZ_COUNT"].flatMap { Int($0) } ?? 600
    let seed = variables["JSONATA_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    let log = FileManager.default.temporaryDirectory.appending(path: "jsonata-fuzz-\(seed).txt")
    print("fuzz: seed \(seed), expression at work in \(log.path())")
    var fuzzer = Fuzzer(
      seeds: try ConformanceTests.cases().map { Fuzzer.Seed(source: $0.source, input: $0.input) },
      random: Fuzzer.Random(seed: seed), log: log)
    for _ in 0..<count {
      let next = fuzzer.next()
      if let complaint = fuzzer.complaint(about: next) {
        Issue.record("seed \(seed): \(complaint)\n\(next.source)")
      }
    }
  }
}
