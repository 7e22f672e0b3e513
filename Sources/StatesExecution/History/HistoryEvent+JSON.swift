package import JSON
import StatesLanguage

extension HistoryEvent {
  /// The entry as GetExecutionHistory shows it.
  package var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("timestamp", .string(time.description)), ("type", .string(type.rawValue)),
      ("id", .integer(Int64(id))), ("previousEventId", .integer(Int64(previousID))),
    ]
    if let (key, value) = detailsMember { members.append((key, value)) }
    return .object(members)
  }

  /// The member with the details, and its name.
  private var detailsMember: (String, JSONValue)? {
    switch details {
    case .none: nil
    case .started(let input, let role):
      (name, object(payload("input", input) + [("roleArn", .string(role))]))
    case .output(let output): (name, object(payload("output", output)))
    case .failure(let error, let cause): (name, object(failure(error, cause)))
    case .entered(let state, let input):
      ("stateEnteredEventDetails", object([("name", .string(state))] + payload("input", input)))
    case .exited(let state, let output, let assigned):
      ("stateExitedEventDetails", exited(state, output, assigned))
    case .evaluation(let state, let location, let error, let cause):
      (
        name,
        object(
          failure(error, cause) + text("location", location) + [("state", .string(state))])
      )
    case .length(let length): (name, ["length": .integer(Int64(length))])
    case .iteration(let state, let index):
      (name, ["name": .string(state), "index": .integer(Int64(index))])
    case .mapRun(let arn): (name, ["mapRunArn": .string(arn)])
    case .scheduled(let schedule): (name, scheduled(schedule))
    case .task(let resource): (name, object(reference(resource)))
    case .taskOutput(let resource, let output):
      (name, object(reference(resource) + payload("output", output)))
    case .taskFailure(let resource, let error, let cause):
      (name, object(reference(resource) + failure(error, cause)))
    }
  }

  private typealias Members = [(key: String, value: JSONValue)]

  /// The name of the member that holds the details: the type's name with a small first letter.
  private var name: String {
    let text = type.rawValue
    return text.prefix(1).lowercased() + text.dropFirst() + "EventDetails"
  }

  /// An object of `members`.
  private func object(_ members: Members) -> JSONValue { .object(members) }

  /// A payload as text, and that it is whole.
  private func payload(_ name: String, _ value: JSONValue) -> Members {
    [
      (name, .string(JSONWriter.compact(value))), ("\(name)Details", ["truncated": false]),
    ]
  }

  /// A text, if there is one.
  private func text(_ name: String, _ text: String?) -> Members {
    text.map { [(name, .string($0))] } ?? []
  }

  /// An error and its cause, as far as they are there.
  private func failure(_ error: String?, _ cause: String?) -> Members {
    text("error", error) + text("cause", cause)
  }

  /// What is called.
  private func reference(_ resource: TaskResource) -> Members {
    [("resourceType", .string(resource.type)), ("resource", .string(resource.name))]
  }

  /// The details of leaving a state.
  private func exited(_ name: String, _ output: JSONValue, _ assigned: JSONObject?) -> JSONValue {
    var members: Members = [("name", .string(name))] + payload("output", output)
    if let assigned {
      let texts = assigned.members.map {
        (key: $0.key, value: JSONValue.string(JSONWriter.compact($0.value)))
      }
      members.append(("assignedVariables", .object(texts)))
      members.append(("assignedVariablesDetails", ["truncated": false]))
    }
    return .object(members)
  }

  /// The details of a scheduled task.
  private func scheduled(_ schedule: TaskSchedule) -> JSONValue {
    var members: Members
    if schedule.resource.family == .service {
      members = reference(schedule.resource)
      members.append(("region", .string(schedule.region)))
      members.append(("parameters", .string(JSONWriter.compact(schedule.parameters))))
    } else {
      members =
        [("resource", .string(schedule.resource.arn))] + payload("input", schedule.parameters)
    }
    if let seconds = schedule.timeout {
      members.append(("timeoutInSeconds", .integer(Int64(seconds))))
    }
    if let seconds = schedule.heartbeat {
      members.append(("heartbeatInSeconds", .integer(Int64(seconds))))
    }
    if let role = schedule.credentials?["RoleArn"] {
      members.append(("taskCredentials", ["roleArn": role]))
    }
    return .object(members)
  }
}
