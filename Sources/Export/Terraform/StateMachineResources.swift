import HCL

extension HCLBody {
  /// The state machine of `workflow`, with its logs and its role.
  static func stateMachine(
    of workflow: DeployedWorkflow, invoking invocations: Invocations, names: ResourceNames
  ) -> HCLBody {
    let name = names[workflow]
    let companion = "\(name)_workflow"
    return HCLBody {
      machineBlock(
        of: workflow, name: name, companion: companion,
        definition: .definition(names.definitionPath(of: workflow), invocations.services))
      logGroup(companion, physicalName: .physicalName(name, after: "/aws/vendedlogs/states/"))
      role(
        companion, physicalName: .physicalName(name, suffix: "-workflow"),
        for: "states.amazonaws.com", allowing: invocations.statements + [.logDelivery, .tracing])
    }
  }

  /// The state machine itself.
  private static func machineBlock(
    of workflow: DeployedWorkflow, name: String, companion: String, definition: HCLExpression
  ) -> HCLBlock {
    HCLBlock("resource", "aws_sfn_state_machine", name) {
      HCLAttribute("name", .physicalName(name))
      HCLAttribute("type", workflow.isExpress ? "EXPRESS" : "STANDARD")
      HCLAttribute("role_arn", .reference("aws_iam_role", companion, "arn"))
      HCLAttribute("definition", definition)
      HCLAttribute("depends_on", [.reference("aws_iam_role_policy", companion)])
      HCLBlock("logging_configuration") {
        HCLAttribute("level", .reference("var", "log_level"))
        HCLAttribute("include_execution_data", .reference("var", "log_execution_data"))
        HCLAttribute(
          "log_destination", "\(.reference("aws_cloudwatch_log_group", companion, "arn")):*")
      }
      HCLBlock("tracing_configuration") { HCLAttribute("enabled", true) }
    }
  }
}

extension HCLExpression {
  /// The definition in the file at `path`, with the ARNs of `services` in it.
  fileprivate static func definition(_ path: String, _ services: [String]) -> HCLExpression {
    .call(
      "templatefile", .file(path),
      .object(
        services.map {
          HCLMember(
            DefinitionTemplate.placeholder($0), .reference("aws_lambda_function", $0, "arn"))
        }))
  }
}

extension Invocations {
  /// What a role needs to call the functions, and nothing else.
  fileprivate var statements: [PolicyStatement] {
    let resources =
      services.map { HCLExpression.reference("aws_lambda_function", $0, "arn") }
      + arns.map { .string($0) }
    guard !resources.isEmpty else { return [] }
    return [
      PolicyStatement(
        id: "CallServices", actions: ["lambda:InvokeFunction"], resources: .tuple(resources))
    ]
  }
}
