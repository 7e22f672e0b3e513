import Diagnostics
package import JSON

extension DefinitionValidation {
  /// The most diagnostics of a response.
  private static let maximumResults = 100

  /// The response of ValidateStateMachineDefinition to a request for errors, and for warnings too
  /// if they are wanted.
  package func response(withWarnings: Bool = false) -> JSONValue {
    let shown = findings.filter { withWarnings || $0.severity == .error }
    return [
      "result": .string(isValid ? "OK" : "FAIL"),
      "diagnostics": .array(shown.prefix(Self.maximumResults).map(\.response)),
      "truncated": .bool(shown.count > Self.maximumResults),
    ]
  }

  /// Why CreateStateMachine refuses the definition; nil if it does not.
  package var refusal: RequestRefusal? {
    let errors = findings.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    switch first.code {
    case .invalidRequest: return RequestRefusal(code: first.code.rawValue, message: first.message)
    case .invalidLabel where first.message.hasPrefix(MapLabel.invalidCharacterSentence):
      return .invalidLabel(first.message, definition: text)
    default:
      let list = errors.map(\.sentenceInRefusal).joined(separator: ", ")
      return RequestRefusal(
        code: "InvalidDefinition", message: "Invalid State Machine Definition: '\(list)'")
    }
  }
}

/// Why the service refuses a request.
package struct RequestRefusal: Error, Hashable, Sendable {
  /// The kind of the error: `InvalidDefinition`, `ValidationException`.
  package var code: String

  /// The sentence.
  package var message: String

  /// Creates a refusal.
  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  /// The refusal of a request that makes no sense.
  package static func invalid(_ message: String) -> RequestRefusal {
    RequestRefusal(code: "ValidationException", message: message)
  }

  /// The refusal of a Map's label, which was recorded in this form.
  static func invalidLabel(_ message: String, definition: String) -> RequestRefusal {
    let arguments = PythonText.quoted(message)
    return RequestRefusal(
      code: "InvalidDefinition",
      message: "Error=ValueError Args=[\(arguments)] in definition '\(definition)'.")
  }
}

extension DefinitionFinding {
  /// The finding in a refusal: `SCHEMA_VALIDATION_FAILED: … at /States/X`.
  fileprivate var sentenceInRefusal: String {
    "\(code.rawValue): \(message.trimmingTrailingSpaces) at \(location ?? "null")"
  }

  /// The finding in a response.
  fileprivate var response: JSONValue {
    var object = JSONObject.Builder()
    object["severity"] = .string(severity.rawValue.uppercased())
    object["code"] = .string(code.rawValue)
    object["message"] = .string(message)
    object["location"] = location.map { .string($0) }
    return .object(object.build())
  }
}
