import JSON
import StatesLanguage

/// What is answered in the place of a service, a Map's iterations or branches.
struct TestStateMock: Sendable {
  /// How far an answer is compared with what the service can answer.
  enum ValidationMode: String, CaseIterable, Sendable {
    case strict = "STRICT"
    case present = "PRESENT"
    case none = "NONE"
  }

  /// The result, as text.
  var resultText: String?

  /// The error, if one is answered.
  var error: (error: String, cause: String?)?

  /// How far the result is checked.
  var mode: ValidationMode

  /// Whether there is an error, even one without a name.
  private var hasError: Bool

  /// Reads the member `mock` of a request.
  init(_ json: JSONValue) throws(RequestRefusal) {
    let result = json["result"]
    resultText = result?.stringValue ?? result.map(JSONWriter.compact)
    mode =
      try TestStateRequest.choice(json["fieldValidationMode"], "fieldValidationMode") ?? .strict
    let output = json["errorOutput"]
    hasError = output != nil
    if let name = output?["error"]?.stringValue, !name.isEmpty {
      error = (name, output?["cause"]?.stringValue)
    }
  }

  /// The result; throws unless the mock fits `state`.
  func result(for state: State) throws(RequestRefusal) -> JSONValue? {
    guard (resultText == nil) != !hasError else {
      throw .invalid(
        "A test mock should have only one of the following fields: [result, errorOutput].")
    }
    if hasError, error == nil {
      throw .invalid("An error was not specified in the mocked error output.")
    }
    guard let resultText else { return nil }
    guard let result = try? JSONReader.read(resultText) else {
      throw .invalid("Mocked result must be valid JSON")
    }
    try check(result, for: state)
    return result
  }

  /// Checks that `result` is what `state` can have as result.
  private func check(_ result: JSONValue, for state: State) throws(RequestRefusal) {
    switch state.kind {
    case .map(let map):
      if map.resultWriter == nil {
        guard result.arrayValue != nil else { throw .invalid("Mocked result must be an array.") }
      } else if result.objectValue == nil {
        throw .invalid("Mocked result must be a JSON object.")
      }
    case .parallel(let parallel):
      guard let list = result.arrayValue else { throw .invalid("Mocked result must be an array.") }
      if list.count != parallel.branches.count {
        throw .invalid(
          "Mocked result must contain the same number of items as number of Parallel branches.")
      }
    case .task(let task): try check(result, ofCall: task.resource)
    default: break
    }
  }

  /// Checks that `result` is what the call `resource` can answer.
  private func check(_ result: JSONValue, ofCall resource: String) throws(RequestRefusal) {
    guard mode != .none, let name = TaskResourceName(resource),
      let shape = ServiceShapes.answer(of: name)
    else { return }
    var result = result
    if name.isOptimized, name.service == "lambda", let object = result.objectValue {
      result = .object(object.removing("Payload"))
    }
    if let mistake = shape.mistake(in: result, "result", isStrict: mode == .strict) {
      throw .invalid("Mock result schema validation error: \(mistake)")
    }
  }
}
