import JSON
import StatesExecution

/// What Lambda answers through its integration.
enum FunctionAnswer {
  /// The answer of `lambda:invoke` with the function's result `payload`.
  static func invocation(of payload: JSONValue) -> JSONValue {
    let length = JSONWriter.compact(payload).utf8.count
    let headers: [(key: String, value: JSONValue)] = [
      ("Connection", "keep-alive"), ("Content-Length", .string(String(length))),
      ("Content-Type", "application/json"), ("X-Amz-Executed-Version", "$LATEST"),
      ("x-amzn-Remapped-Content-Length", "0"),
    ]
    return [
      "ExecutedVersion": "$LATEST", "Payload": payload,
      "SdkHttpMetadata": [
        "AllHttpHeaders": .object(headers.map { (key: $0.key, value: .array([$0.value])) }),
        "HttpHeaders": .object(headers), "HttpStatusCode": 200,
      ],
      "SdkResponseMetadata": ["RequestId": "request"], "StatusCode": 200,
    ]
  }

  /// The name of the function that `request` calls; nil if it calls none.
  static func functionName(in request: TaskRequest) -> String? {
    if request.resource.family == .lambda { return name(inARN: request.resource.arn) }
    guard request.resource.type == "lambda" else { return nil }
    return request.arguments["FunctionName"]?.stringValue.map(name)
  }

  /// The name in the ARN of a function, which may end in a version; `text` if it is no ARN.
  private static func name(inARN text: String) -> String {
    let parts = text.split(separator: ":").map(String.init)
    guard let position = parts.firstIndex(of: "function"), position + 1 < parts.count else {
      return text
    }
    return parts[position + 1]
  }
}
