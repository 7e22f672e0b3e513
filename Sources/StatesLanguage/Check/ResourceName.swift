/// What a Task state calls, taken apart as far as the rules for it go.
struct ResourceName {
  /// The ARN.
  let arn: String

  /// Its parts.
  private let parts: [Substring]

  /// How the call is awaited: `.sync`, `.sync:2`, `.waitForTaskToken`; nil for an answer at once.
  let pattern: String?

  /// Takes `arn` apart.
  init(_ arn: String) {
    self.arn = arn
    parts = arn.split(separator: ":", omittingEmptySubsequences: false)
    pattern = [".sync", ".sync:2", ".waitForTaskToken"].first { arn.hasSuffix($0) }
  }

  /// Whether it is an activity.
  var isActivity: Bool { parts.count > 5 && parts[2] == "states" && parts[5] == "activity" }

  /// Whether it is the call of a service: `arn:aws:states:::…`.
  private var isIntegration: Bool {
    parts.count > 5 && parts[2] == "states" && parts[3].isEmpty && parts[4].isEmpty
  }

  /// The service and the operation of one of the optimized integrations: `lambda:invoke`.
  var optimizedAPI: String? {
    guard isIntegration, parts.count > 6, parts[5] != "aws-sdk" else { return nil }
    return "\(parts[5]):\(operation(in: 6))"
  }

  /// Whether there is something of this name to be called.
  var isKnown: Bool {
    guard parts.count > 5 else { return false }
    guard parts[2] == "states" else { return parts[2] == "lambda" }
    guard isIntegration else { return isActivity }
    return parts[5] == "aws-sdk" ? isSDKCall : isOptimizedCall
  }

  /// Whether it is a call of any operation by way of the SDK.
  private var isSDKCall: Bool {
    parts.count == 8 && !parts[6].isEmpty && !operation(in: 7).isEmpty
      && pattern?.hasPrefix(".sync") != true
  }

  /// Whether it is a call of one of the optimized integrations.
  private var isOptimizedCall: Bool {
    let service = String(parts[5])
    guard parts.count > 6, Self.operations[service]?.contains(operation(in: 6)) == true else {
      return false
    }
    return switch pattern {
    case ".sync": !Self.withoutJobs.contains(service)
    case ".sync:2": service == "states"
    case ".waitForTaskToken": !Self.withoutTokens.contains(service)
    default: parts.count == 7
    }
  }

  /// The operation in the part at `index`, without the way in which it is awaited.
  private func operation(in index: Int) -> String {
    String(parts[index].prefix { $0 != "." })
  }

  // MARK: - Tables

  /// The operations of the optimized integrations.
  private static let operations: [String: Set<String>] = [
    "apigateway": ["invoke"],
    "athena": [
      "startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults",
    ],
    "batch": ["submitJob"],
    "bedrock": ["invokeModel", "createModelCustomizationJob"],
    "codebuild": [
      "startBuild", "stopBuild", "batchDeleteBuilds", "batchGetReports", "startBuildBatch",
      "stopBuildBatch", "retryBuildBatch", "deleteBuildBatch",
    ],
    "databrew": ["startJobRun"],
    "dynamodb": ["getItem", "putItem", "deleteItem", "updateItem"],
    "ecs": ["runTask"],
    "eks": [
      "call", "createCluster", "createFargateProfile", "createNodegroup", "deleteCluster",
      "deleteFargateProfile", "deleteNodegroup", "runJob",
    ],
    "elasticmapreduce": [
      "addStep", "cancelStep", "createCluster", "modifyInstanceFleetByName",
      "modifyInstanceGroupByName", "setClusterTerminationProtection", "terminateCluster",
    ],
    "emr-containers": ["createVirtualCluster", "deleteVirtualCluster", "startJobRun"],
    "emr-serverless": [
      "cancelJobRun", "createApplication", "deleteApplication", "startApplication", "startJobRun",
      "stopApplication",
    ],
    "events": ["putEvents"],
    "glue": ["startJobRun"],
    "http": ["invoke"],
    "lambda": ["invoke"],
    "mediaconvert": ["createJob"],
    "sagemaker": [
      "createEndpoint", "createEndpointConfig", "createHyperParameterTuningJob",
      "createLabelingJob", "createModel", "createProcessingJob", "createTrainingJob",
      "createTransformJob", "updateEndpoint",
    ],
    "sns": ["publish"],
    "sqs": ["sendMessage"],
    "states": ["startExecution"],
  ]

  /// The services whose jobs cannot be awaited.
  private static let withoutJobs: Set = [
    "apigateway", "dynamodb", "events", "http", "lambda", "sns", "sqs",
  ]

  /// The services that cannot hand on a task token.
  private static let withoutTokens: Set = [
    "athena", "batch", "codebuild", "databrew", "dynamodb", "elasticmapreduce", "emr-containers",
    "emr-serverless", "glue", "http", "mediaconvert", "sagemaker",
  ]

  /// The arguments without which a definition is refused.
  static let requiredArguments: [String: [String]] = [
    "dynamodb:getItem": ["TableName", "Key"], "dynamodb:putItem": ["TableName", "Item"],
    "ecs:runTask": ["TaskDefinition"], "events:putEvents": ["Entries"],
    "glue:startJobRun": ["JobName"], "lambda:invoke": ["FunctionName"],
    "sns:publish": ["Message"], "sqs:sendMessage": ["QueueUrl", "MessageBody"],
    "states:startExecution": ["StateMachineArn"],
  ]
}
