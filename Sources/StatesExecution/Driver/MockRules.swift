package import JSON
import JSONata
import StatesLanguage
import Synchronization

/// Answers given in a service's place; calls for which there is none go to another handler.
package struct MockRules: Sendable {
  /// An answer, and when it is given.
  package struct Rule: Sendable {
    /// Whether it is meant for a call.
    package var applies: @Sendable (TaskRequest) -> Bool

    /// What is answered.
    package var answer: Answer

    /// How often it is given; nil for always.
    package var limit: Int?

    /// How long the call takes.
    package var duration: Duration

    /// Creates a rule for the calls that `applies` picks.
    package init(
      _ answer: Answer, times limit: Int? = nil, duration: Duration = .zero,
      where applies: @escaping @Sendable (TaskRequest) -> Bool
    ) {
      self.applies = applies
      self.answer = answer
      self.limit = limit
      self.duration = duration
    }

    /// Creates a rule for the state called `state`.
    package init(
      state: String, _ answer: Answer, times limit: Int? = nil, duration: Duration = .zero
    ) {
      self.init(answer, times: limit, duration: duration) { $0.state == state }
    }
  }

  /// What is answered to a call.
  package enum Answer: Sendable {
    /// A constant.
    case value(JSONValue)
    /// A template, whose expressions read the call's arguments as `$states.input`.
    case template(TemplateEvaluation)
    /// An error.
    case error(String?, cause: String?)
  }

  /// The rules; of those that apply the first that is not used up answers.
  package var rules: [Rule]

  /// Creates rules.
  package init(_ rules: [Rule] = []) { self.rules = rules }

  /// A handler that answers by the rules, and asks `next` where there is none.
  package func handler(before next: any TaskHandler) -> some TaskHandler {
    MockTaskHandler(rules: rules, next: next)
  }
}

/// Answers by rules; counts how often each has been used.
private final class MockTaskHandler: TaskHandler {
  private let rules: [MockRules.Rule]
  private let next: any TaskHandler
  private let uses: Mutex<[Int]>

  init(rules: [MockRules.Rule], next: any TaskHandler) {
    self.rules = rules
    self.next = next
    uses = Mutex(Array(repeating: 0, count: rules.count))
  }

  func perform(_ request: TaskRequest) async -> TaskOutcome {
    guard let rule = takeRule(for: request) else { return await next.perform(request) }
    switch rule.answer {
    case .value(let value): return .success(value, duration: rule.duration)
    case .error(let error, let cause):
      return .failure(error, cause: cause, duration: rule.duration)
    case .template(let template):
      return TaskOutcome(template.result(for: request), duration: rule.duration)
    }
  }

  /// The rule that answers `request`, counted as used.
  private func takeRule(for request: TaskRequest) -> MockRules.Rule? {
    uses.withLock { uses in
      for (index, rule) in rules.enumerated() where rule.applies(request) {
        guard uses[index] < rule.limit ?? .max else { continue }
        uses[index] += 1
        return rule
      }
      return nil
    }
  }
}
