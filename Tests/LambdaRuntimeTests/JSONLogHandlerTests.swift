import JSON
import Logging
import ServiceModel
import Testing

@testable import LambdaRuntime

struct JSONLogHandlerTests {
  /// An error to be logged.
  private struct Broken: Error {}

  /// The line of a message.
  private func line(
    _ level: Logger.Level = .info, _ message: Logger.Message = "hello",
    metadata: Logger.Metadata? = nil, error: (any Error)? = nil,
    handler: JSONLogHandler = JSONLogHandler(label: "shop", level: .info)
  ) -> JSONValue {
    let event = LogEvent(
      level: level, message: message, error: error, metadata: metadata, source: nil, file: "",
      function: "", line: 1)
    return handler.line(of: event, at: 1_700_000_000_042_000_000)
  }

  @Test func `A line has the members of Lambda's JSON format`() {
    #expect(
      line().description
        == #"{"timestamp":"2023-11-14T22:13:20.042Z","level":"INFO","message":"hello","#
        + #""logger":"shop"}"#)
  }

  @Test func `Within a call a line has its id`() {
    let invocation = Invocation(ServiceRequest(.get, "/"), InvocationContext(requestID: "r-1"))
    let value = Invocation.$current.withValue(invocation) { line() }
    #expect(value["requestId"] == "r-1")
  }

  @Test(arguments: [
    (Logger.Level.trace, "TRACE"), (.debug, "DEBUG"), (.info, "INFO"), (.notice, "INFO"),
    (.warning, "WARN"), (.error, "ERROR"), (.critical, "FATAL"),
  ])
  func `Levels have Lambda's names`(level: Logger.Level, name: String) {
    #expect(line(level)["level"] == .string(name))
    #expect(Logger.Level(name: name)?.lambdaName == name)
    #expect(Logger.Level(name: level.rawValue.uppercased()) == level)
  }

  @Test func `What is no level is none`() {
    #expect(Logger.Level(name: "loud") == nil)
  }

  @Test func `Metadata are members beside the others, the most particular first`() {
    var handler = JSONLogHandler(
      label: "shop", level: .info, metadataProvider: .init { ["a": "provider", "b": "provider"] })
    handler[metadataKey: "a"] = "logger"
    handler[metadataKey: "c"] = "logger"
    let value = line(
      metadata: [
        "b": "call", "count": "\(3)", "size": .stringConvertible(3),
        "ratio": .stringConvertible(0.5), "ok": .stringConvertible(true),
        "list": ["x", .dictionary(["y": "z"])], "level": "mine",
      ], handler: handler)
    let members = value.objectValue?.removing("timestamp")
    #expect(
      members.map(JSONValue.object) == [
        "level": "INFO", "message": "hello", "logger": "shop", "a": "provider", "b": "call",
        "c": "logger", "count": "3", "size": 3, "ratio": 0.5, "ok": true,
        "list": ["x", ["y": "z"]], "metadata.level": "mine",
      ])
  }

  @Test func `An error is told by type and words`() {
    let value = line(error: Broken())
    #expect(value["errorType"] == "Broken")
    #expect(value["errorMessage"] == "Broken()")
  }
}
