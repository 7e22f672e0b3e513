import JSON
import ServiceModel

/// The answer of a function as a REST API's proxy integration reads it.
///
/// See the [output of a Lambda proxy integration][output]: no member is required, and no other is
/// allowed.
///
/// [output]: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
struct ProxyAnswer: Equatable, Sendable {
  /// The status.
  private(set) var status = 200

  /// The headers.
  private(set) var headers = Headers([])

  /// The body as the function wrote it.
  private(set) var body = ""

  /// Whether the body is Base64.
  private(set) var isBase64 = false

  /// Reads `bytes`.
  ///
  /// - Throws: What is wrong, as a sentence for whoever runs the gateway.
  init(_ bytes: [UInt8]) throws(MalformedAnswer) {
    guard let json = try? JSONReader.read(utf8: bytes), let members = json.objectValue?.members
    else { throw MalformedAnswer("it is no JSON object") }
    var several = JSONObject.empty
    var single = JSONObject.empty
    for (name, value) in members where !value.isNull {
      switch name {
      case "statusCode": status = try Self.status(value)
      case "headers": single = try Self.object(value, name)
      case "multiValueHeaders": several = try Self.object(value, name)
      case "body": body = try Self.text(value)
      case "isBase64Encoded": isBase64 = try Self.flag(value)
      default: throw MalformedAnswer("it has a member `\(name)`")
      }
    }
    try add(single, several)
  }

  // MARK: -

  /// Adds the headers; those in `several` replace those in `single` that have the same name.
  private mutating func add(
    _ single: JSONObject, _ several: JSONObject
  ) throws(MalformedAnswer) {
    for (name, value) in single.members where !value.isNull {
      let isReplaced = several.members.contains { Headers.isSame($0.key, name) }
      if !isReplaced { try add(value, named: name) }
    }
    for (name, values) in several.members {
      for value in values.arrayValue ?? [values] { try add(value, named: name) }
    }
  }

  /// Adds a header; a name with spaces, colons or line ends would begin another one.
  private mutating func add(_ json: JSONValue, named name: String) throws(MalformedAnswer) {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else {
      throw MalformedAnswer("no header can be called \(JSONWriter.quoted(name))")
    }
    headers.add(name, try Self.headerText(json, name))
  }

  /// The status that `json` is, as a number or its digits.
  private static func status(_ json: JSONValue) throws(MalformedAnswer) -> Int {
    let number = json.intValue.map { Int($0) } ?? json.stringValue.flatMap { Int($0) }
    guard let number, (100...599).contains(number) else {
      throw MalformedAnswer("`statusCode` is \(json.excerpt)")
    }
    return number
  }

  /// The object that the member `name` is.
  private static func object(
    _ json: JSONValue, _ name: String
  ) throws(MalformedAnswer) -> JSONObject {
    guard let object = json.objectValue else {
      throw MalformedAnswer("`\(name)` is \(json.excerpt)")
    }
    return object
  }

  /// The body that `json` is.
  private static func text(_ json: JSONValue) throws(MalformedAnswer) -> String {
    guard let text = json.stringValue else {
      throw MalformedAnswer("`body` is no text but \(json.excerpt)")
    }
    return text
  }

  /// The flag that `json` is.
  private static func flag(_ json: JSONValue) throws(MalformedAnswer) -> Bool {
    guard let flag = json.boolValue else {
      throw MalformedAnswer("`isBase64Encoded` is \(json.excerpt)")
    }
    return flag
  }

  /// The value of the header `name`.
  private static func headerText(
    _ json: JSONValue, _ name: String
  ) throws(MalformedAnswer) -> String {
    switch json {
    case .string(let text): text.text
    case .bool(let flag): flag ? "true" : "false"
    default: throw MalformedAnswer("the header \(name) is \(json.excerpt)")
    }
  }
}

/// Why an answer of a function is none that API Gateway takes.
struct MalformedAnswer: Error, Equatable {
  /// The reason, as the end of a sentence.
  let reason: String

  /// Creates an error.
  init(_ reason: String) {
    self.reason = reason
  }
}
