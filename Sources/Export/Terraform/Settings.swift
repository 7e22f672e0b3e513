import HCL

extension HCLBody {
  /// The versions of Terraform and of its provider for AWS.
  static var versions: HCLBody {
    HCLBody {
      HCLBlock("terraform") {
        HCLAttribute("required_version", ">= 1.5")
        HCLBlock("required_providers") {
          HCLAttribute("aws", ["source": "hashicorp/aws", "version": "~> 6.0"])
        }
      }
      HCLBlock("provider", "aws") {
        HCLAttribute("region", .reference("var", "region"))
        HCLBlock("default_tags") {
          HCLAttribute(
            "tags",
            ["application": .reference("var", "name_prefix"), "stage": .reference("var", "stage")])
        }
      }
    }
  }

  /// What can be set when `deployment` is deployed.
  static func variables(of deployment: Deployment, prefix: String) -> HCLBody {
    HCLBody {
      for variable in Variable.all(of: deployment, prefix: prefix) { variable.block }
      HCLBlock("locals") {
        "Every name on AWS starts with this, so that stages can live side by side."
        HCLAttribute(
          "prefix", "\(.reference("var", "name_prefix"))-\(.reference("var", "stage"))")
      }
    }
  }

  /// What is known when everything is deployed.
  static func outputs(
    of services: [DeployedService], _ workflows: [DeployedWorkflow], names: ResourceNames
  ) -> HCLBody {
    HCLBody {
      for workflow in workflows {
        output(
          "\(names[workflow])_state_machine_arn", "The state machine of \(workflow.name).",
          .reference("aws_sfn_state_machine", names[workflow], "arn"))
      }
      for service in services {
        output(
          "\(names[service])_function_arn", "The function of \(service.name).",
          .reference("aws_lambda_function", names[service], "arn"))
      }
    }
  }

  /// An output.
  private static func output(
    _ name: String, _ description: String, _ value: HCLExpression
  ) -> HCLBlock {
    HCLBlock("output", name) {
      HCLAttribute("description", .string(description))
      HCLAttribute("value", value)
    }
  }
}
