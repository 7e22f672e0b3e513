import JSON
import StatesExecution

extension StateError {
  /// What happened: the message of a function's error, whose cause is JSON, else the cause itself.
  var decodedCause: String? { Self.decoded(cause) }

  /// The message in a function's error, which is what `$error.Cause` is in a workflow.
  static func decoded(_ cause: String?) -> String? {
    guard let cause, cause.hasPrefix("{\"error"), let value = try? JSONReader.read(cause),
      let message = value["errorMessage"]?.stringValue
    else { return cause }
    return message
  }
}
