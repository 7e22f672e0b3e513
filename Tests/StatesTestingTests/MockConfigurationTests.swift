import JSON
import StatesExecution
import StatesTesting
import Testing

@Suite struct MockConfigurationTests {
  /// The mocks in `text`.
  private func mocks(_ text: String) throws -> MockConfiguration {
    try MockConfiguration(try JSONReader.read(text))
  }

  private let order = #"""
    {"StateMachines": {"Order": {"TestCases": {"Happy": {"Charge": "OK"}, "Sad": {"Charge": "No"}}}},
     "MockedResponses": {"OK": {"0": {"Return": 1}, "1-2": {"Return": 2}, "3": {"Return": 3}},
                         "No": {"0": {"Throw": {"Error": "E", "Cause": "c"}}}}}
    """#

  @Test(arguments: [(0, 1), (1, 2), (2, 2), (3, 3), (4, 3), (99, 3)])
  func `answers by the number of the call, and repeats the last`(call: Int, value: Int) throws {
    let outcome = try mocks(order).responses(for: "Order#Happy")["Charge"]?.outcome(ofCall: call)
    #expect(try outcome?.result.get() == .integer(Int64(value)))
  }

  @Test func `throws errors`() throws {
    let outcome = try mocks(order).responses(for: "Order#Sad")["Charge"]?.outcome(ofCall: 7)
    guard case .failure(let error)? = outcome?.result else {
      Issue.record("no error")
      return
    }
    #expect(error.error == "E")
    #expect(error.cause == "c")
  }

  @Test(arguments: [
    (nil, "choose one of the cases with --case: Order#Happy, Order#Sad"),
    (
      "Order#Glad", "there is no case `Order#Glad` among the mocks; there is Order#Happy, Order#Sad"
    ),
  ])
  func `names the cases that there are`(selector: String?, message: String) throws {
    let mocks = try mocks(order)
    let mistake = #expect(throws: MockMistake.self) { try mocks.responses(for: selector) }
    #expect(mistake?.message == message)
  }

  @Test(arguments: [
    (#"[]"#, "the mocks are no JSON object"),
    (
      #"{"MockedResponses": {"A": {"x": {"Return": 1}}}}"#,
      "the response 'A' has the member 'x', which is no number of a call like 0 and no range like 1-2"
    ),
    (
      #"{"MockedResponses": {"A": {"0": {"Retrun": 1}}}}"#,
      "the answer '0' of the response 'A' needs a member Return, or Throw with Error"
    ),
    (
      #"{"StateMachines": {"M": {"TestCases": {"C": {"S": "A"}}}}}"#,
      "the case M#C gives the state 'S' the response \"A\", which is not among MockedResponses"
    ),
  ])
  func `says what is wrong`(text: String, message: String) {
    let mistake = #expect(throws: MockMistake.self) { try mocks(text) }
    #expect(mistake?.message == message)
  }
}
