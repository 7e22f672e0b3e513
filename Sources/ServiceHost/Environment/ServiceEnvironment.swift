import ServiceModel

/// The variables of a service process: Lambda's, and what is set; nothing is inherited.
struct ServiceEnvironment {
  /// The service's name.
  var service: String

  /// The AWS region.
  var region: String

  /// The folder of the program.
  var taskRoot: String

  /// The address of the Lambda Runtime API, as `host:port`.
  var runtimeAPI: String

  /// The name of the socket that leads to it too.
  var runtimeSocket: String?

  /// The memory that the service may use, in MB.
  var memory = FunctionConfiguration().memoryMegabytes

  /// What is set besides.
  var extra: [String: String] = [:]

  /// The variables by name.
  var variables: [String: String] {
    let own = [
      "AWS_DEFAULT_REGION": region,
      "AWS_EXECUTION_ENV": "AWS_Lambda_provided.al2023",
      "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": String(memory),
      "AWS_LAMBDA_FUNCTION_NAME": service,
      "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
      "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
      "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/\(service)",
      "AWS_LAMBDA_LOG_STREAM_NAME": "local/[$LATEST]\(service)",
      "AWS_LAMBDA_RUNTIME_API": runtimeAPI,
      "AWS_REGION": region,
      "LAMBDA_RUNTIME_DIR": taskRoot,
      "LAMBDA_TASK_ROOT": taskRoot,
      "LANG": "C.UTF-8",
      "PATH": "/usr/local/bin:/usr/bin:/bin",
      "TZ": ":UTC",
      "_HANDLER": service,
    ]
    var local = ["SWIFT_BACKTRACE": Self.crashReport]
    local["CWS_RUNTIME_SOCKET"] = runtimeSocket
    return own.merging(local) { $1 }.merging(extra) { $1 }
  }

  /// What Swift's runtime reports of a crash: where it was, without registers and images
  /// (https://github.com/swiftlang/swift/blob/main/docs/Backtracing.rst).
  private static let crashReport = "threads=crashed,registers=none,images=none,limit=16"

  /// Whether `name` is one that the configuration of a function on Lambda cannot set and that a
  /// service depends on; the level of its log is set by Lambda too, but as one wishes.
  static func isReserved(_ name: String) -> Bool {
    if name.hasPrefix("AWS_LAMBDA_") { return name != "AWS_LAMBDA_LOG_LEVEL" }
    return ["AWS_EXECUTION_ENV", "LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT", "_HANDLER"]
      .contains(name)
  }

  /// The name of `service` as a resource of AWS in `region`.
  static func functionARN(_ service: String, region: String) -> String {
    "arn:aws:lambda:\(region):000000000000:function:\(service)"
  }
}
