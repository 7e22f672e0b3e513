package import JSON
package import StatesLanguage

/// A request of the TestState API.
package struct TestStateRequest: Sendable {
  /// How much the response tells.
  enum InspectionLevel: String, CaseIterable, Sendable {
    case info = "INFO"
    case debug = "DEBUG"
    case trace = "TRACE"
  }

  /// The definition of a state or of a machine.
  var definition: JSONValue

  /// The state of the machine that is tested.
  var stateName: String?

  /// The state's input.
  var input: JSONValue

  /// The role as which it runs.
  var roleARN: String?

  /// How much the response tells.
  var level: InspectionLevel

  /// Whether secrets are shown.
  var revealsSecrets: Bool

  /// The variables, if there are any.
  var variables: JSONObject?

  /// What is answered in the place of a service, if anything is.
  var mock: TestStateMock?

  /// The context object, if it is given.
  var context: JSONValue?

  /// What is assumed of the state.
  var configuration: TestStateConfiguration

  /// Reads the request `json`, in which texts of JSON may also be the values themselves.
  package init(_ json: JSONValue) throws(RequestRefusal) {
    guard json.objectValue != nil else { throw .invalid("The request must be a JSON object.") }
    guard let definition = json["definition"] else {
      throw .invalid(
        "1 validation error detected: Value null at 'definition' failed to satisfy constraint: "
          + "Member must not be null")
    }
    self.definition = try Self.definition(definition)
    stateName = json["stateName"]?.stringValue
    if let stateName { try Self.check(stateName) }
    input = try Self.value(json["input"], "Invalid State Machine Execution Input") ?? [:]
    roleARN = json["roleArn"]?.stringValue
    level = try Self.choice(json["inspectionLevel"], "inspectionLevel") ?? .info
    revealsSecrets = json["revealSecrets"]?.boolValue ?? false
    variables = try Self.value(json["variables"], "Invalid variables")?.objectValue
    mock = try json["mock"].map(TestStateMock.init)
    context = try Self.value(json["context"], "Invalid Context object provided")
    configuration = TestStateConfiguration(json["stateConfiguration"])
  }

  /// Checks the length of the name of a state.
  private static func check(_ name: String) throws(RequestRefusal) {
    guard !(1...80).contains(name.utf16.count) else { return }
    let bound = name.isEmpty ? "greater than or equal to 1" : "less than or equal to 80"
    throw .invalid(
      "1 validation error detected: Value '\(name)' at 'stateName' failed to satisfy constraint: "
        + "Member must have length \(bound)")
  }

  /// The definition in `json`, which may be a text.
  private static func definition(_ json: JSONValue) throws(RequestRefusal) -> JSONValue {
    guard let text = json.stringValue else { return json }
    do throws(JSONSyntaxError) {
      return try JSONReader.read(text)
    } catch {
      throw DefinitionValidation(text).refusal ?? .invalid(error.message)
    }
  }

  /// The value of `json`, which may be a text of JSON; `subject` begins the sentence if it is none.
  private static func value(
    _ json: JSONValue?, _ subject: String
  ) throws(RequestRefusal) -> JSONValue? {
    guard let json, let text = json.stringValue else { return json }
    do throws(JSONSyntaxError) {
      return try JSONReader.read(text)
    } catch {
      throw .invalid("\(subject): \(error.message)")
    }
  }

  /// The choice that `json` names.
  static func choice<T: RawRepresentable<String> & CaseIterable>(
    _ json: JSONValue?, _ field: String
  ) throws(RequestRefusal) -> T? {
    guard let text = json?.stringValue else { return nil }
    guard let choice = T(rawValue: text) else {
      let list = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(
        "1 validation error detected: Value '\(text)' at '\(field)' failed to satisfy constraint: "
          + "Member must satisfy enum value set: [\(list)]")
    }
    return choice
  }
}

/// What a request of the TestState API assumes of the state.
struct TestStateConfiguration: Sendable {
  /// How often the retrier has already tried again that fits the error.
  var retrierRetryCount: Int?

  /// The state inside a Map or a Parallel state that caused the error.
  var errorCausedByState: String?

  /// How many iterations failed.
  var mapIterationFailureCount: Int?

  /// What the ItemReader reads.
  var mapItemReaderData: String?

  /// Reads the member `stateConfiguration` of a request.
  init(_ json: JSONValue?) {
    retrierRetryCount = json?["retrierRetryCount"]?.intValue
    errorCausedByState = json?["errorCausedByState"]?.stringValue
    mapIterationFailureCount = json?["mapIterationFailureCount"]?.intValue
    let data = json?["mapItemReaderData"]
    mapItemReaderData = data?.stringValue ?? data.map(JSONWriter.compact)
  }

  /// The parameters that are given, by their names in messages.
  var names: [String] {
    [
      retrierRetryCount.map { _ in "RetrierRetryCount" },
      errorCausedByState.map { _ in "ErrorCausedByState" },
      mapIterationFailureCount.map { _ in "MapIterationFailureCount" },
      mapItemReaderData.map { _ in "MapItemReaderData" },
    ].compactMap(\.self)
  }
}
