import Synchronization

/// What the services of AWS answer, for those that state machines mostly call.
///
/// The texts are made by `generate.py` from the API models of botocore (Apache-2.0): a line for the
/// answer of each operation, and one for each structure in them. `s` is a text, `n` a number, `b` a
/// truth value, `*` anything, each with its limits; `[…]` a list, `<…>` a map, `#NAME` a structure.
enum ServiceShapes {
  /// The answer of the operation of a call like `lambda:invoke`; nil if it is not known.
  static func answer(of resource: TaskResourceName) -> ServiceShape? {
    guard let text = texts[resource.service] else { return nil }
    return ServiceShape(named: resource.operation, in: lines(of: text, resource.service))
  }

  /// The lines of `text`, which is the text of `service`, by what they begin with.
  private static func lines(of text: String, _ service: String) -> [String: Substring] {
    if let lines = known.withLock({ $0[service] }) { return lines }
    var lines: [String: Substring] = [:]
    for line in joined(text).split(separator: "\n") {
      guard let equal = line.firstIndex(of: "=") else { continue }
      lines[String(line[..<equal])] = line[line.index(after: equal)...]
    }
    known.withLock { [lines] in $0[service] = lines }
    return lines
  }

  /// `text` without the breaks in its lines, which go on after a space.
  private static func joined(_ text: String) -> String {
    text.replacing("\n ", with: "").filter { $0 != " " }
  }

  /// The lines that have been looked at.
  private static let known = Mutex<[String: [String: Substring]]>([:])

  /// The texts by service.
  private static let texts: [String: String] = [
    "athena": athenaText, "batch": batchText, "codebuild": codebuildText,
    "dynamodb": dynamodbText, "ecs": ecsText, "events": eventsText, "glue": glueText,
    "kinesis": kinesisText, "kms": kmsText, "lambda": lambdaText, "s3": s3Text,
    "secretsmanager": secretsmanagerText, "sfn": sfnText, "sns": snsText, "sqs": sqsText,
    "ssm": ssmText, "sts": stsText,
  ]
}

/// The service and the operation whose answer a Task state gets.
struct TaskResourceName {
  /// The service.
  var service: String

  /// The operation, with a capital letter.
  var operation: String

  /// Whether the call goes by way of an optimized integration.
  var isOptimized: Bool

  /// Takes the ARN of an integration apart; nil if it calls no service whose answers are known.
  init?(_ arn: String) {
    let parts = arn.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 6, parts[2] == "states" else { return nil }
    isOptimized = parts[5] != "aws-sdk"
    guard isOptimized || parts.count > 7 else { return nil }
    let name = isOptimized ? parts[5] : parts[6]
    service = Self.synonyms[name] ?? name
    let call = isOptimized ? parts[6] : parts[7]
    let action = call.prefix { $0 != "." }
    operation = action.prefix(1).uppercased() + action.dropFirst()
    if call.hasSuffix(".sync"), let polled = Self.polled["\(service):\(operation)"] {
      operation = polled
    }
  }

  /// Services that have several names.
  private static let synonyms = ["states": "sfn", "eventbridge": "events"]

  /// What a call asks again and again until its job is done.
  private static let polled = [
    "sfn:StartExecution": "DescribeExecution", "batch:SubmitJob": "DescribeJobs",
    "ecs:RunTask": "DescribeTasks", "glue:StartJobRun": "GetJobRun",
    "athena:StartQueryExecution": "GetQueryExecution", "codebuild:StartBuild": "BatchGetBuilds",
  ]
}
