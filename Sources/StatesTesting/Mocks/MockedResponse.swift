import JSON
package import StatesExecution

/// The answers to the calls of one state, one after the other.
package struct MockedResponse: Sendable {
  /// An answer, and the calls to which it is given.
  private struct Answer: Sendable {
    var calls: ClosedRange<Int>
    var outcome: TaskOutcome
  }

  /// The answers in the order of the calls.
  private let answers: [Answer]

  /// Reads the answers of the response `name`: `{"0": {"Return": …}, "1-2": {"Throw": …}}`.
  init(_ json: JSONValue, name: String) throws(MockMistake) {
    guard let object = json.objectValue, !object.isEmpty else {
      throw MockMistake("the response '\(name)' has no answers")
    }
    var answers: [Answer] = []
    for (key, value) in object.members {
      guard let calls = Self.calls(key) else {
        throw MockMistake(
          "the response '\(name)' has the member '\(key)', which is no number of a call like 0 and "
            + "no range like 1-2")
      }
      guard let outcome = Self.outcome(value) else {
        throw MockMistake(
          "the answer '\(key)' of the response '\(name)' needs a member Return, or Throw with Error"
        )
      }
      answers.append(Answer(calls: calls, outcome: outcome))
    }
    self.answers = answers.sorted { $0.calls.lowerBound < $1.calls.lowerBound }
  }

  /// The calls that `text` names.
  private static func calls(_ text: String) -> ClosedRange<Int>? {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch numbers.count {
    case 1: return numbers[0].map { $0...$0 }
    case 2:
      guard let first = numbers[0], let last = numbers[1], first <= last else { return nil }
      return first...last
    default: return nil
    }
  }

  /// What `json` answers.
  private static func outcome(_ json: JSONValue) -> TaskOutcome? {
    if let value = json["Return"] { return .success(value) }
    guard let error = json["Throw"]?.objectValue else { return nil }
    return .failure(error["Error"]?.stringValue, cause: error["Cause"]?.stringValue)
  }

  /// The answer to the call `number`, counted from 0; after the last one that one again.
  package func outcome(ofCall number: Int) -> TaskOutcome? {
    if let answer = answers.first(where: { $0.calls.contains(number) }) { return answer.outcome }
    guard let last = answers.last, number > last.calls.upperBound else { return nil }
    return last.outcome
  }
}
