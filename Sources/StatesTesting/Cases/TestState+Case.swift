import JSON
import StatesLanguage

extension CaseRunner {
  /// The answer to a case of the TestState API.
  func answerTestState(_ one: RecordedCase) async -> JSONValue {
    one.answer([:])
  }
}
