import JSON
import StatesLanguage

/// Writes deployments as files.
package enum Exporter {
  /// The files of `deployment` in `formats`, sorted by path.
  ///
  /// They depend on nothing else, and are the same to the byte every time.
  package static func files(
    for deployment: Deployment, formats: Set<ExportFormat> = [.asl, .terraform]
  ) throws(ExportError) -> [ExportedFile] {
    var files: [ExportedFile] = []
    if formats.contains(.terraform) {
      files += try TerraformConfiguration(deployment).files
    } else if formats.contains(.asl) {
      files += definitions(of: deployment)
    }
    if formats.contains(.mermaid) { files += diagrams(of: deployment) }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The state machines as they are.
  private static func definitions(of deployment: Deployment) -> [ExportedFile] {
    let names = ResourceNames(deployment)
    return deployment.workflows.map { workflow in
      ExportedFile(
        path: names.definitionPath(of: workflow),
        text: JSONWriter.indented(workflow.machine.json) + "\n", remark: workflow.remark)
    }
  }

  /// The flowcharts.
  private static func diagrams(of deployment: Deployment) -> [ExportedFile] {
    let names = ResourceNames(deployment)
    return deployment.workflows.map { workflow in
      ExportedFile(path: "\(names[workflow]).mmd", text: MermaidDiagram(workflow.graph).text)
    }
  }
}

extension DeployedWorkflow {
  /// How many states it has.
  var remark: String {
    var count = 0
    machine.graph.visitStates { _ in count += 1 }
    return count == 1 ? "1 state" : "\(count) states"
  }
}
