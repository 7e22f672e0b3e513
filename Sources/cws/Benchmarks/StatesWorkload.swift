import JSON

/// A state machine whose work grows with a number.
struct StatesWorkload: Sendable {
  /// What it is called.
  let name: String

  /// What there is as many of as the number says.
  let unit: String

  /// The definition for a number.
  let definition: @Sendable (Int) -> String

  /// The input for a number.
  var input: @Sendable (Int) -> JSONValue = { _ in [:] }

  /// The right output for a number.
  let output: @Sendable (Int) -> JSONValue

  /// Whether the history is kept.
  var recordsHistory = false

  /// The most bytes of data; nil for no limit.
  var dataLimit: Int? = 262_144

  /// The parts of the work that are shown.
  var parts: [StatesPart] = [.running]

  /// The same with a history.
  var withHistory: StatesWorkload {
    var copy = self
    copy.recordsHistory = true
    return copy
  }
}

/// A part of what is done with a state machine.
enum StatesPart: String, CaseIterable {
  /// Its text is read and checked.
  case reading
  /// It is made ready to run.
  case compiling
  /// It runs.
  case running
}

extension StatesWorkload {
  /// A counter in a variable of JSONata: a Choice and a Pass in turn.
  static let jsonataLoop = StatesWorkload(
    name: "counting loop, JSONata", unit: "transition",
    definition: { transitions in
      #"""
      {"QueryLanguage": "JSONata", "StartAt": "Start", "States": {
        "Start": {"Type": "Pass", "Assign": {"n": 0}, "Next": "Check"},
        "Check": {"Type": "Choice", "Default": "End", "Choices": [
          {"Condition": "{% $n < \#(transitions / 2) %}", "Next": "Add"}]},
        "Add": {"Type": "Pass", "Assign": {"n": "{% $n + 1 %}"}, "Next": "Check"},
        "End": {"Type": "Succeed", "Output": "{% $n %}"}}}
      """#
    },
    output: { .integer(Int64($0 / 2)) })

  /// A counter in the data of JSONPath: a Choice and a Pass in turn.
  static let pathLoop = StatesWorkload(
    name: "counting loop, JSONPath", unit: "transition",
    definition: { transitions in
      #"""
      {"StartAt": "Check", "States": {
        "Check": {"Type": "Choice", "Default": "End", "Choices": [
          {"Variable": "$.n", "NumericLessThan": \#(transitions / 2), "Next": "Add"}]},
        "Add": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Check"},
        "End": {"Type": "Succeed"}}}
      """#
    },
    input: { _ in ["n": 0] }, output: { ["n": .integer(Int64($0 / 2))] })

  /// A Map that doubles numbers.
  static let map = StatesWorkload(
    name: "Map", unit: "item",
    definition: { _ in
      #"""
      {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {
        "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Double", "States": {
          "Double": {"Type": "Pass", "Output": "{% $states.input * 2 %}", "End": true}}}}}}
      """#
    },
    input: { numbers(below: $0, times: 1) }, output: { numbers(below: $0, times: 2) },
    dataLimit: nil)

  /// A chain of Pass states.
  static let chain = StatesWorkload(
    name: "long workflow", unit: "state",
    definition: { count in
      let states = (1...count).map { number in
        let next = number < count ? #""Next": "S\#(number + 1)""# : #""End": true"#
        return #""S\#(number)": {"Type": "Pass", \#(next)}"#
      }
      return #"{"StartAt": "S1", "States": {\#(states.joined(separator: ",\n"))}}"#
    },
    output: { _ in [:] }, parts: StatesPart.allCases)

  /// A template of 30 expressions in a counting loop.
  static let template = StatesWorkload(
    name: "template of 30 fields", unit: "template",
    definition: { count in
      let fields = (0..<30).map { #""f\#($0)": "{% $states.input.a.b\#($0 % 5) & '-\#($0)' %}""# }
      return #"""
        {"QueryLanguage": "JSONata", "StartAt": "Check", "States": {
          "Check": {"Type": "Choice", "Default": "End", "Choices": [
            {"Condition": "{% $states.input.n < \#(count) %}", "Next": "Fill"}]},
          "Fill": {"Type": "Pass", "Next": "Check", "Output": {
            "n": "{% $states.input.n + 1 %}", "a": "{% $states.input.a %}",
            \#(fields.joined(separator: ",\n"))}},
          "End": {"Type": "Succeed", "Output": "{% [$states.input.n, $states.input.f29] %}"}}}
        """#
    },
    input: { _ in ["n": 0, "a": ["b0": "x", "b1": 1, "b2": 2.5, "b3": true, "b4": "y"]] },
    output: { [.integer(Int64($0)), "y-29"] })

  /// The multiples of `factor`.
  private static func numbers(below count: Int, times factor: Int) -> JSONValue {
    .array((0..<count).map { JSONValue.integer(Int64($0 * factor)) })
  }
}
