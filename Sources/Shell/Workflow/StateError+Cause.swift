import JSON
import StatesExecution

extension StateError {
  /// What happened, as people want to read it.
  var decodedCause: String? { Self.decoded(cause) }

  /// What the cause of an error says: the message in a function's error, which is JSON, and what
  /// Step Functions says of an expression, without the state and the event that it starts with.
  static func decoded(_ cause: String?) -> String? {
    guard let cause else { return nil }
    if cause.hasPrefix("{\"error"), let value = try? JSONReader.read(cause),
      let message = value["errorMessage"]?.stringValue
    {
      return message
    }
    let opening = "An error occurred while executing the state '"
    guard cause.hasPrefix(opening), let end = cause.firstRange(of: "). ") else { return cause }
    return String(cause[end.upperBound...])
  }
}
