import HCL

/// A variable of a configuration.
struct Variable {
  /// Its name.
  let name: String

  /// What it decides.
  let description: String

  /// Its type.
  let type: String

  /// Its value where none is given.
  let defaultValue: HCLExpression

  /// What must hold, and what is said if it does not.
  let validation: (condition: HCLExpression, message: String)?

  /// Its block.
  var block: HCLBlock {
    HCLBlock("variable", name) {
      HCLAttribute("description", .string(description))
      HCLAttribute("type", .reference(type))
      HCLAttribute("default", defaultValue)
      if let validation {
        HCLBlock("validation") {
          HCLAttribute("condition", validation.condition)
          HCLAttribute("error_message", .string(validation.message))
        }
      }
    }
  }
}

extension Variable {
  /// The variables of the configuration of `deployment`.
  static func all(of deployment: Deployment, prefix: String) -> [Variable] {
    [region, namePrefix(prefix), stage]
      + (deployment.services.isEmpty ? [] : [architecture(deployment.architecture)])
      + (deployment.workflows.isEmpty ? [] : [logLevel, logExecutionData])
      + [logRetention]
  }

  /// Where everything is deployed.
  private static let region = Variable(
    name: "region", description: "The region of AWS.", matching: "^[a-z]{2}(-[a-z]+)+-[0-9]$",
    defaultValue: "eu-west-1", message: "A region looks like eu-west-1.")

  /// What names on AWS start with.
  private static func namePrefix(_ prefix: String) -> Variable {
    let limit = ResourceNames.maximumPrefixLength
    return Variable(
      name: "name_prefix", description: "What the names of all resources start with.",
      matching: "^[A-Za-z][A-Za-z0-9_-]{0,\(limit - 1)}$", defaultValue: .string(prefix),
      message: "A prefix has 1 to \(limit) letters, digits, '-' and '_', the first a letter.")
  }

  /// Which of several deployments it is.
  private static var stage: Variable {
    let limit = ResourceNames.maximumStageLength
    return Variable(
      name: "stage", description: "The stage, such as dev or prod; it follows the prefix.",
      matching: "^[A-Za-z0-9_-]{1,\(limit)}$", defaultValue: "dev",
      message: "A stage has 1 to \(limit) letters, digits, '-' and '_'.")
  }

  /// The processor of the functions.
  private static func architecture(_ architecture: Architecture) -> Variable {
    Variable(
      name: "architecture",
      description: "The processor of the functions; their packages must be built for it.",
      oneOf: Architecture.allCases.map { .string($0.rawValue) },
      defaultValue: .string(architecture.rawValue),
      message: "The architecture is arm64 or x86_64.")
  }

  /// What state machines log.
  private static let logLevel = Variable(
    name: "log_level", description: "The events of executions that are logged.",
    oneOf: ["ALL", "ERROR", "FATAL"], defaultValue: "ALL",
    message: "The level is ALL, ERROR or FATAL.")

  /// Whether state machines log data.
  private static let logExecutionData = Variable(
    name: "log_execution_data",
    description: "Whether the logs of executions hold inputs, outputs and variables.",
    type: "bool", defaultValue: false, validation: nil)

  /// How long logs are kept.
  private static let logRetention = Variable(
    name: "log_retention_days", description: "How many days logs are kept.", type: "number",
    oneOf: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653],
    defaultValue: 30, message: "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90… days.")
}

extension Variable {
  /// Creates a text that matches a regular expression.
  private init(
    name: String, description: String, matching pattern: String, defaultValue: HCLExpression,
    message: String
  ) {
    let condition = HCLExpression.call(
      "can", .call("regex", .string(pattern), .reference("var", name)))
    self.init(
      name: name, description: description, type: "string", defaultValue: defaultValue,
      validation: (condition, message))
  }

  /// Creates a variable that has one of several values.
  private init(
    name: String, description: String, type: String = "string", oneOf values: [HCLExpression],
    defaultValue: HCLExpression, message: String
  ) {
    self.init(
      name: name, description: description, type: type, defaultValue: defaultValue,
      validation: (.call("contains", .tuple(values), .reference("var", name)), message))
  }
}
