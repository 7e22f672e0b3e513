import HCL

/// A statement of a policy that allows something.
struct PolicyStatement {
  /// What it is for.
  let id: String

  /// What it allows.
  let actions: [String]

  /// On what.
  let resources: HCLExpression
}

extension PolicyStatement {
  /// Lets a function or a state machine send traces to X-Ray.
  static let tracing = PolicyStatement(
    id: "Trace",
    actions: [
      "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ], resources: "*")

  /// Lets a state machine set up the delivery of its logs, which cannot be limited to one of them.
  static let logDelivery = PolicyStatement(
    id: "DeliverLogs",
    actions: [
      "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries",
      "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ], resources: "*")

  /// Lets a function write to the log group that the files call `group`.
  static func writingLogs(to group: String) -> PolicyStatement {
    PolicyStatement(
      id: "WriteLogs", actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: "\(.reference("aws_cloudwatch_log_group", group, "arn")):*")
  }
}

extension HCLExpression {
  /// The policy of `statements` as JSON.
  static func policy(_ statements: [PolicyStatement]) -> HCLExpression {
    .policyDocument(
      statements.map { statement in
        [
          "Sid": .string(statement.id),
          "Effect": "Allow",
          "Action": .tuple(statement.actions.map { .string($0) }),
          "Resource": statement.resources,
        ]
      })
  }

  /// The policy that lets a service of AWS take on a role.
  static func trust(in service: String) -> HCLExpression {
    .policyDocument([
      ["Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ["Service": .string(service)]]
    ])
  }

  /// A policy as JSON.
  private static func policyDocument(_ statements: [HCLExpression]) -> HCLExpression {
    .call("jsonencode", ["Version": "2012-10-17", "Statement": .tuple(statements)])
  }
}

extension HCLBody {
  /// The role that the files call `name`, with what it allows.
  @HCLBodyBuilder
  static func role(
    _ name: String, physicalName: HCLExpression, for service: String,
    allowing statements: [PolicyStatement]
  ) -> [Item] {
    HCLBlock("resource", "aws_iam_role", name) {
      HCLAttribute("name", physicalName)
      HCLAttribute("assume_role_policy", .trust(in: service))
    }
    HCLBlock("resource", "aws_iam_role_policy", name) {
      HCLAttribute("name", "run")
      HCLAttribute("role", .reference("aws_iam_role", name, "name"))
      HCLAttribute("policy", .policy(statements))
    }
  }

  /// The log group that the files call `name`.
  static func logGroup(_ name: String, physicalName: HCLExpression) -> HCLBlock {
    HCLBlock("resource", "aws_cloudwatch_log_group", name) {
      HCLAttribute("name", physicalName)
      HCLAttribute("retention_in_days", .reference("var", "log_retention_days"))
    }
  }
}
