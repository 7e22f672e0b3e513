package import Export
import ServiceHost
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// `export [DIR]`: compiles the session's workflows and the services that it uses.
  func export(_ folder: Name?) async throws(SessionFailure) {
    try await export(to: folder?.text ?? "build/\(deploymentName)", formats: [.asl, .terraform])
  }

  /// Compiles the session's workflows and the services that it uses into files in `folder`.
  package func export(
    to folder: String, formats: Set<ExportFormat>
  ) async throws(SessionFailure) {
    var compiled: [CompiledWorkflow] = []
    for workflow in workflows + (workspace.map { [$0] } ?? []) {
      compiled.append(try compile(workflow.draft, isOpen: false).compiled)
    }
    guard !compiled.isEmpty || !catalog.services.isEmpty else {
      throw .message("there is nothing to export", help: "load a service, or write a workflow")
    }
    let isPackaged = formats.contains(.terraform)
    let deployment = Deployment(
      name: deploymentName, services: isPackaged ? try await deployedServices() : [],
      workflows: compiled.map(DeployedWorkflow.init))
    let files = try exportedFiles(of: deployment, formats: formats)
    for file in files { try write(file, to: folder) }
    let summary = ExportSummary.line(files, width: Output.fileWidth - folder.count - 2)
    print(.passing(StyledText(folder, .strong) + StyledText("  \(summary)")))
  }

  // MARK: -

  /// What the deployment is called: the session's file, else the workflow, else `session`.
  private var deploymentName: String {
    if let path = notebook.path {
      let file = path.split(separator: "/").last ?? "session"
      return String(file.split(separator: ".").first ?? "session")
    }
    return workflows.first?.name ?? workspace?.name ?? "session"
  }

  /// The services with their packages.
  private func deployedServices() async throws(SessionFailure) -> [DeployedService] {
    var services: [DeployedService] = []
    for description in catalog.services.values.sorted(by: { $0.name < $1.name }) {
      let progress = surroundings.progress
      progress(WorkProgress(title: "packaging \(description.name)"))
      do throws(ServiceHostError) {
        let package = try await surroundings.services.package(description.name) {
          progress($0.shown)
        }
        services.append(
          DeployedService(name: description.name, description: description, package: package))
      } catch {
        surroundings.progress(nil)
        throw SessionFailure(error)
      }
    }
    surroundings.progress(nil)
    return services
  }

  /// The files of `deployment`.
  private func exportedFiles(
    of deployment: Deployment, formats: Set<ExportFormat>
  ) throws(SessionFailure) -> [ExportedFile] {
    do throws(ExportError) {
      return try Exporter.files(for: deployment, formats: formats)
    } catch {
      throw .message("\(error)")
    }
  }

  /// Writes one file, unless it is there already as it is.
  private func write(_ file: ExportedFile, to folder: String) throws(SessionFailure) {
    let path = "\(folder)/\(file.path)"
    if let old = try? surroundings.files.readBytes(path), old == file.contents { return }
    do throws(FileFailure) {
      try surroundings.files.write(file.contents, to: path)
    } catch {
      throw error.sessionFailure
    }
  }
}
