public import Coworks
import JSON
import ServiceModel

/// What a service answered in a test.
public struct TestAnswer: Sendable {
  /// The HTTP status; nil in a workflow, which has none.
  public let status: Int?

  /// The headers, with the content type.
  public let headers: Headers

  /// What the answer carries; of a workflow's call its JSON.
  public let body: Body

  /// The name of the error that the answer reports, as a workflow catches it, such as
  /// `Inventory.OutOfStock` or `Http.404`; nil if it reports none.
  public let error: String?

  /// What the answer says of its error; nil if it reports none.
  public let message: String?

  /// What the service logged during the call: `LEVEL LABEL: MESSAGE NAME=VALUE…` of its loggers.
  public let logs: [String]

  /// The value of `type` that the answer's JSON stands for.
  ///
  /// - Parameter type: The type.
  /// - Returns: The value.
  /// - Throws: A `DecodingError` that says what does not fit.
  public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
    try body.decode(type)
  }

  /// The answer as a text; nil if it is none.
  public var text: String? { body.text }

  /// The answer that `outcome` is to `call`.
  init(_ outcome: InvocationOutcome, to call: TestCall, logs: [String]) {
    self.logs = logs
    switch outcome {
    case .answer(let value) where call.kind == .http:
      var response = ServiceResponse(httpAnswer: value)
      status = response.status
      if let type = response.body.contentType, response.headers["content-type"] == nil {
        response.headers["Content-Type"] = type
      }
      headers = response.headers
      body = Body(content: response.body)
      let failure = ServiceError(response)
      error = failure?.name
      message = failure?.message
    case .answer(let value):
      status = nil
      headers = [:]
      body = Body(content: value.isNull ? .none : .json(value))
      error = nil
      message = nil
    case .error(let type, let text):
      status = nil
      headers = [:]
      body = .none
      error = type
      message = text
    }
  }
}
