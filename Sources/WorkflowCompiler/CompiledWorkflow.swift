package import SessionLanguage
package import StatesLanguage

/// A workflow as it runs and as it is deployed.
package struct CompiledWorkflow: Sendable {
  /// Its name.
  package var name: String

  /// What it is for.
  package var about: String?

  /// Whether it is an Express workflow.
  package var isExpress: Bool

  /// The state machine.
  package var machine: StateMachine

  /// Which states belong to which steps.
  package var sourceMap: SourceMap

  /// The names of the services that it calls, in alphabetical order.
  package var services: [String]

  /// The outermost steps that each outermost step depends on, by their ids: those whose variables it
  /// reads.
  package var dependencies: [String: Set<String>]

  /// The workflow as it was written.
  package var declaration: WorkflowDeclaration

  /// Creates a compiled workflow.
  package init(
    name: String, about: String? = nil, isExpress: Bool = false, machine: StateMachine,
    sourceMap: SourceMap, services: [String], dependencies: [String: Set<String>],
    declaration: WorkflowDeclaration
  ) {
    self.name = name
    self.about = about
    self.isExpress = isExpress
    self.machine = machine
    self.sourceMap = sourceMap
    self.services = services
    self.dependencies = dependencies
    self.declaration = declaration
  }
}
