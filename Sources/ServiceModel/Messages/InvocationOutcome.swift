package import JSON

/// How an invocation of a function ends.
package enum InvocationOutcome: Equatable, Sendable {
  /// With an answer.
  case answer(JSONValue)

  /// With a function error.
  case error(type: String, message: String)

  /// What a function error looks like where it is answered: `errorType` and `errorMessage`.
  package var json: JSONValue {
    switch self {
    case .answer(let value): value
    case .error(let type, let message):
      ["errorMessage": .string(message), "errorType": .string(type)]
    }
  }
}
