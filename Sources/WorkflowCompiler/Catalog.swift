package import ServiceModel
package import SessionLanguage

/// What a workflow can use: the services that are loaded, and the other workflows.
package struct Catalog: Sendable {
  /// The services by the names under which they are called.
  package var services: [String: ServiceDescription]

  /// The workflows by name.
  package var workflows: [String: WorkflowDeclaration]

  /// Creates a catalog.
  package init(
    services: [String: ServiceDescription] = [:], workflows: [String: WorkflowDeclaration] = [:]
  ) {
    self.services = services
    self.workflows = workflows
  }
}
