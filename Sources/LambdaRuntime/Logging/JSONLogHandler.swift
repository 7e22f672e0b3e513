import JSON
package import Logging
import ServiceModel

/// Writes each log message as one line of JSON to standard error, in Lambda's JSON log format.
///
/// See [JSON log
/// format](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html):
/// `timestamp`, `level` and `message` are what Lambda filters and CloudWatch Logs Insights asks by.
package struct JSONLogHandler: LogHandler {
  /// The name of the logger.
  private let label: String

  package var logLevel: Logger.Level

  package var metadata: Logger.Metadata = [:]

  package var metadataProvider: Logger.MetadataProvider?

  /// Creates the handler of the logger named `label`.
  package init(
    label: String, level: Logger.Level = .ofEnvironment,
    metadataProvider: Logger.MetadataProvider? = nil
  ) {
    self.label = label
    self.metadataProvider = metadataProvider
    logLevel = level
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    Log.write(JSONWriter.compact(line(of: event, at: WallClock.now)))
  }

  /// The members of the line of `event`, `time` nanoseconds after the start of 1970.
  func line(of event: LogEvent, at time: Int64) -> JSONValue {
    var line = JSONObject.Builder()
    line["timestamp"] = .string(WallClock.timestamp(time))
    line["level"] = .string(event.level.lambdaName)
    line["message"] = .string(event.message.description)
    line["requestId"] = Invocation.current.map { .string($0.requestID) }
    line["logger"] = .string(label)
    if let error = event.error {
      line["errorType"] = .string(String(describing: type(of: error)))
      line["errorMessage"] = .string(String(describing: error))
    }
    for (name, value) in members(of: event) {
      line[line[name] == nil ? name : "metadata.\(name)"] = value.json
    }
    return .object(line.build())
  }

  /// The metadata of `event`, of the provider and of the logger; the more particular wins.
  private func members(of event: LogEvent) -> [(String, Logger.MetadataValue)] {
    var members = metadata
    if let metadataProvider { members.merge(metadataProvider.get()) { $1 } }
    if let more = event.metadata { members.merge(more) { $1 } }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Logger.MetadataValue {
  /// The value in JSON; numbers and truth values stay what they are.
  fileprivate var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .stringConvertible(let value): Self.json(of: value)
    case .array(let values): .array(values.map(\.json))
    case .dictionary(let members):
      .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
    }
  }

  /// `value` in JSON.
  private static func json(of value: any CustomStringConvertible) -> JSONValue {
    switch value {
    case let value as Bool: .bool(value)
    case let value as any BinaryInteger:
      Int64(exactly: value).map { .integer($0) } ?? .string(value.description)
    case let value as Double where value.isFinite: .number(value)
    default: .string(value.description)
    }
  }
}
