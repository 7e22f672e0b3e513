package import JSON

/// Answers in the place of services, in the format of Step Functions Local's MockConfigFile.
///
/// `StateMachines` names, for each test case of a machine, the mocked response of each Task state;
/// `MockedResponses` has the answers of each response, by the number of the call.
package struct MockConfiguration: Sendable {
  /// The responses of states, by machine, case and state.
  private let machines: [String: [String: [String: String]]]

  /// The answers, by response.
  private let responses: [String: MockedResponse]

  /// Reads the content of a MockConfigFile.
  package init(_ json: JSONValue) throws(MockMistake) {
    guard let object = json.objectValue else { throw MockMistake("the mocks are no JSON object") }
    var responses: [String: MockedResponse] = [:]
    for (name, value) in object["MockedResponses"]?.objectValue?.members ?? [] {
      responses[name] = try MockedResponse(value, name: name)
    }
    self.responses = responses
    var machines: [String: [String: [String: String]]] = [:]
    for (machine, value) in object["StateMachines"]?.objectValue?.members ?? [] {
      machines[machine] = try Self.cases(value, of: machine, responses)
    }
    self.machines = machines
  }

  /// The cases of `machine` in `json`, whose responses must be there.
  private static func cases(
    _ json: JSONValue, of machine: String, _ responses: [String: MockedResponse]
  ) throws(MockMistake) -> [String: [String: String]] {
    var cases: [String: [String: String]] = [:]
    for (name, states) in json["TestCases"]?.objectValue?.members ?? [] {
      for (state, value) in states.objectValue?.members ?? [] {
        guard let response = value.stringValue, responses[response] != nil else {
          throw MockMistake(
            "the case \(machine)#\(name) gives the state '\(state)' the response "
              + "\(JSONWriter.compact(value)), which is not among MockedResponses")
        }
        cases[name, default: [:]][state] = response
      }
      cases[name] = cases[name] ?? [:]
    }
    return cases
  }

  /// The answers of the case `selector`, which is `MACHINE#CASE`; nil chooses the only one.
  package func responses(
    for selector: String?
  ) throws(MockMistake) -> [String: MockedResponse] {
    let names = machines.flatMap { machine, cases in cases.keys.map { "\(machine)#\($0)" } }
      .sorted()
    guard let name = selector ?? (names.count == 1 ? names.first : nil) else {
      throw MockMistake("choose one of the cases with --case: \(names.joined(separator: ", "))")
    }
    let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let states = machines[parts[0]]?[parts[1]] else {
      let known = names.isEmpty ? "none" : names.joined(separator: ", ")
      throw MockMistake("there is no case `\(name)` among the mocks; there is \(known)")
    }
    return states.compactMapValues { responses[$0] }
  }
}

/// What is wrong with mocks.
package struct MockMistake: Error, Hashable, Sendable {
  /// The mistake, as one lower-case sentence.
  package var message: String

  /// Creates a mistake.
  package init(_ message: String) {
    self.message = message
  }
}
