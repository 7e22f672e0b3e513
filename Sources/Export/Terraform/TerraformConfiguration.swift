import HCL

/// The configuration of Terraform that deploys a deployment.
struct TerraformConfiguration {
  /// Its files.
  let files: [ExportedFile]

  /// Writes the configuration of `deployment`.
  init(_ deployment: Deployment) throws(ExportError) {
    let names = ResourceNames(deployment)
    let services = deployment.services.sorted { $0.name < $1.name }
    let workflows = deployment.workflows.sorted { $0.name < $1.name }
    var files = [
      Self.file("versions.tf", .versions),
      Self.file("variables.tf", .variables(of: deployment, prefix: names.prefix)),
      Self.file("outputs.tf", .outputs(of: services, workflows, names: names)),
    ]
    for service in services {
      files.append(Self.file("service_\(names[service]).tf", .function(of: service, names: names)))
      files.append(
        ExportedFile(path: names.packagePath(of: service), contents: service.package))
    }
    for workflow in workflows {
      let invocations = try Invocations(of: workflow, names: names)
      files.append(
        Self.file(
          "workflow_\(names[workflow]).tf",
          .stateMachine(of: workflow, invoking: invocations, names: names)))
      files.append(
        ExportedFile(
          path: names.definitionPath(of: workflow),
          text: DefinitionTemplate(workflow.machine, names: names).text, remark: workflow.remark))
    }
    self.files = files
  }

  /// The file at `path` with `body`.
  private static func file(_ path: String, _ body: HCLBody) -> ExportedFile {
    ExportedFile(path: path, text: HCLWriter.text(body))
  }
}

extension HCLExpression {
  /// The path of a file beside the configuration.
  static func file(_ path: String) -> HCLExpression {
    "\(.reference("path", "module"))/\(text: path)"
  }

  /// The name on AWS of what the files call `identifier`, between two texts.
  static func physicalName(
    _ identifier: String, after start: String = "", suffix: String = ""
  ) -> HCLExpression {
    let name = ResourceNames.physicalName(identifier) + suffix
    return "\(text: start)\(.reference("local", "prefix"))-\(text: name)"
  }
}
