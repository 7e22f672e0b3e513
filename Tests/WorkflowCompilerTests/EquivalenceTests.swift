import Foundation
import JSON
import StatesLanguage
import Testing

@testable import WorkflowCompiler

@Suite struct `Workflows written at random` {
  /// As many as are tested: a few, or as many as `RANDOM_WORKFLOWS` says.
  static let seeds =
    0..<(ProcessInfo.processInfo.environment["RANDOM_WORKFLOWS"].flatMap(Int.init) ?? 12)

  @Test(arguments: seeds)
  func `end the same with states merged and apart, at once and step by step`(
    seed: Int
  ) async throws {
    let text = RandomWorkflow(seed: UInt64(seed)).text
    let closed = try Compilation.workflow(text)
    let open = try Compilation.workflow(text, isOpen: true)
    #expect(StateMachineCheck.findings(of: closed.machine).isEmpty, "\(text)")
    for input: JSONValue in [["a": 1, "list": [1, "x"]], ["a": [2], "list": []]] {
      let expected = try await FakeServices.run(closed.machine, input: input)
      let whole = try await FakeServices.run(open.machine, input: input)
      #expect(Self.comparable(whole) == Self.comparable(expected), "\(text)")
      guard text.contains("\n  return") else { continue }
      let stepwise = try await FakeServices.runStepwise(open, input: input)
      #expect(Self.comparable(stepwise) == Self.comparable(expected), "\(text)")
    }
  }

  /// `result` without the causes that name states and expressions.
  private static func comparable(_ result: String) -> String {
    let name = "States.QueryEvaluationError"
    return result.contains(name) ? name : result
  }
}
