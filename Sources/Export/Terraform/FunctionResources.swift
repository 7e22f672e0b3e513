import HCL
import ServiceModel

extension HCLBody {
  /// The function of `service`, with its logs and its role.
  static func function(of service: DeployedService, names: ResourceNames) -> HCLBody {
    let name = names[service]
    let companion = "\(name)_service"
    return HCLBody {
      functionBlock(of: service, name: name, companion: companion, names: names)
      logGroup(companion, physicalName: .physicalName(name, after: "/aws/lambda/"))
      role(
        companion, physicalName: .physicalName(name, suffix: "-service"),
        for: "lambda.amazonaws.com", allowing: [.writingLogs(to: companion), .tracing])
    }
  }

  /// The function itself.
  private static func functionBlock(
    of service: DeployedService, name: String, companion: String, names: ResourceNames
  ) -> HCLBlock {
    let package = HCLExpression.file(names.packagePath(of: service))
    return HCLBlock("resource", "aws_lambda_function", name) {
      HCLAttribute("function_name", .physicalName(name))
      if let text = service.description.shortSummary {
        HCLAttribute("description", .string(text))
      }
      HCLAttribute("role", .reference("aws_iam_role", companion, "arn"))
      HCLAttribute("runtime", "provided.al2023")
      HCLAttribute("handler", "bootstrap")
      HCLAttribute("architectures", [.reference("var", "architecture")])
      HCLAttribute("filename", package)
      HCLAttribute("source_code_hash", .call("filebase64sha256", package))
      HCLAttribute("timeout", .integer(service.description.function.timeoutSeconds))
      HCLAttribute("memory_size", .integer(service.description.function.memoryMegabytes))
      HCLAttribute("depends_on", [.reference("aws_iam_role_policy", companion)])
      if !service.environment.isEmpty {
        HCLBlock("environment") { HCLAttribute("variables", service.environmentObject) }
      }
      HCLBlock("logging_config") {
        HCLAttribute("log_format", "Text")
        HCLAttribute("log_group", .reference("aws_cloudwatch_log_group", companion, "name"))
      }
      HCLBlock("tracing_config") { HCLAttribute("mode", "Active") }
    }
  }
}

extension DeployedService {
  /// The variables of the environment, sorted by name.
  fileprivate var environmentObject: HCLExpression {
    .object(environment.sorted { $0.key < $1.key }.map { HCLMember($0.key, .string($0.value)) })
  }
}

extension ServiceDescription {
  /// What the service is for, as long as AWS lets a description be.
  fileprivate var shortSummary: String? {
    guard let text = summary?.onOneLine, !text.isEmpty else { return nil }
    return text.unicodeScalars.count <= 256 ? text : String(text.prefix(200)) + "…"
  }
}
