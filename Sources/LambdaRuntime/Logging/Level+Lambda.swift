package import Logging

extension Logger.Level {
  /// The level below which nothing is logged: `AWS_LAMBDA_LOG_LEVEL`, which Lambda sets for
  /// functions with JSON logs, else `LOG_LEVEL`, else `info`.
  package static var ofEnvironment: Logger.Level {
    let names = [ProcessEnvironment["AWS_LAMBDA_LOG_LEVEL"], ProcessEnvironment["LOG_LEVEL"]]
    return names.lazy.compactMap { $0.flatMap(Self.init(name:)) }.first ?? .info
  }

  /// The level that Lambda or swift-log calls `name`, in either case.
  package init?(name: String) {
    let name = name.lowercased()
    switch name {
    case "warn": self = .warning
    case "fatal": self = .critical
    default: self.init(rawValue: name)
    }
  }

  /// What Lambda calls the level.
  var lambdaName: String {
    switch self {
    case .trace: "TRACE"
    case .debug: "DEBUG"
    case .info, .notice: "INFO"
    case .warning: "WARN"
    case .error: "ERROR"
    case .critical: "FATAL"
    }
  }
}
