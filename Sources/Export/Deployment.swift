package import ServiceModel
package import StatesLanguage
package import WorkflowCompiler

/// What a session becomes on AWS: its services and its workflows.
package struct Deployment: Sendable {
  /// What it is called; its resources are named after it.
  package var name: String

  /// The services that its workflows and its calls use.
  package var services: [DeployedService]

  /// Its workflows.
  package var workflows: [DeployedWorkflow]

  /// The processor for which the packages of the services were built.
  package var architecture: Architecture

  /// Creates a deployment.
  package init(
    name: String, services: [DeployedService], workflows: [DeployedWorkflow],
    architecture: Architecture = .current
  ) {
    self.name = name
    self.services = services
    self.workflows = workflows
    self.architecture = architecture
  }
}

/// A processor on which functions run.
package enum Architecture: String, CaseIterable, Hashable, Sendable {
  case arm64
  case x86 = "x86_64"

  /// The one for which this program was built.
  package static var current: Architecture {
    #if arch(arm64)
      .arm64
    #else
      .x86
    #endif
  }
}

/// A service as a function of AWS Lambda.
package struct DeployedService: Sendable {
  /// The name by which workflows call it.
  package var name: String

  /// What it does, and what its function may use.
  package var description: ServiceDescription

  /// Its deployment package, a ZIP archive with an executable `bootstrap`.
  package var package: [UInt8]

  /// The variables of its environment.
  package var environment: [String: String]

  /// Creates a service.
  package init(
    name: String, description: ServiceDescription, package: [UInt8],
    environment: [String: String] = [:]
  ) {
    self.name = name
    self.description = description
    self.package = package
    self.environment = environment
  }
}

/// A workflow as a state machine of AWS Step Functions.
package struct DeployedWorkflow: Sendable {
  /// Its name.
  package var name: String

  /// Its states; tasks name the functions that they call as the services are named.
  package var machine: StateMachine

  /// Whether it runs as an Express workflow.
  package var isExpress: Bool

  /// Which steps its states belong to, if it was compiled; pictures then show what was written.
  package var sourceMap: SourceMap?

  /// Creates a workflow.
  package init(
    name: String, machine: StateMachine, isExpress: Bool = false, sourceMap: SourceMap? = nil
  ) {
    self.name = name
    self.machine = machine
    self.isExpress = isExpress
    self.sourceMap = sourceMap
  }

  /// Creates a workflow of what the compiler made.
  package init(_ workflow: CompiledWorkflow) {
    self.init(
      name: workflow.name, machine: workflow.machine, isExpress: workflow.isExpress,
      sourceMap: workflow.sourceMap)
  }

  /// Its picture.
  package var graph: WorkflowGraph { WorkflowGraph(machine, sourceMap: sourceMap) }
}
