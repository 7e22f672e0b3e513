import LambdaRuntime
import ServiceModel

/// The function and the invocation that serves a call, without anything secret.
struct AdminContext: Codable {
  /// The function.
  struct Function: Codable {
    /// Its name.
    var name: String?

    /// Its version.
    var version: String?

    /// Its memory in megabytes.
    var memorySize: Int?

    /// The region in which it runs.
    var region: String?
  }

  /// The name of the service.
  var service: String

  /// The function.
  var function: Function

  /// The id of the invocation.
  var requestID: String

  /// The trace to which it belongs.
  var traceID: String?

  /// How much of the function's time is left, in milliseconds.
  var remainingMilliseconds: Int64?

  /// The stage of the API through which the call came.
  var stage: String?

  /// Who calls.
  var caller: String

  /// The context of `call`.
  init(_ call: ServiceCall) {
    service = call.service.name
    function = Function(
      name: ProcessEnvironment["AWS_LAMBDA_FUNCTION_NAME"],
      version: ProcessEnvironment["AWS_LAMBDA_FUNCTION_VERSION"],
      memorySize: ProcessEnvironment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"].flatMap { Int($0) },
      region: ProcessEnvironment["AWS_REGION"])
    requestID = call.context.requestID
    traceID = call.context.traceID
    remainingMilliseconds = Invocation.current?.remainingTime
      .flatMap { Int64(exactly: ($0 / .milliseconds(1)).rounded(.down)) }
    stage = call.request.stage
    caller = call.request.caller.words
  }
}

extension ServiceRequest.Caller {
  /// Who calls, in words.
  fileprivate var words: String {
    switch self {
    case .anonymous: "anonymous"
    case .iam(let arn): arn
    case .authorized(let principalID, _): principalID ?? "authorized"
    case .workflow: "workflow"
    }
  }
}
