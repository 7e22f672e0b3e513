import JSON
import StatesLanguage

/// The functions that a workflow calls.
struct Invocations: Hashable {
  /// The services among them, by their names in the files, sorted.
  private(set) var services: [String] = []

  /// The ARNs of others, sorted.
  private(set) var arns: [String] = []

  /// The only resource of tasks that is known here.
  static let invoke = "arn:aws:states:::lambda:invoke"

  /// Finds what the states of `workflow` call.
  init(of workflow: DeployedWorkflow, names: ResourceNames) throws(ExportError) {
    var targets: Set<Target> = []
    for state in workflow.machine.graph.allStates {
      guard let target = try Target(of: state, in: workflow, names: names) else { continue }
      targets.insert(target)
    }
    for target in targets {
      switch target {
      case .service(let name): services.append(name)
      case .arn(let arn): arns.append(arn)
      }
    }
    services.sort()
    arns.sort()
  }
}

/// A function that a state calls.
private enum Target: Hashable {
  case service(String)
  case arn(String)

  /// Finds what `state` calls; nil if it calls nothing.
  init?(
    of state: State, in workflow: DeployedWorkflow, names: ResourceNames
  ) throws(ExportError) {
    if case .map(let map) = state.kind, map.itemProcessor.mode == .distributed {
      throw .unsupportedResource("Distributed Map", state: state.name, workflow: workflow.name)
    }
    guard case .task(let task) = state.kind else { return nil }
    guard task.resource == Invocations.invoke else {
      throw .unsupportedResource(task.resource, state: state.name, workflow: workflow.name)
    }
    guard let name = task.arguments?.json["FunctionName"]?.stringValue,
      Template.expression(in: name) == nil
    else { throw .computedFunction(state: state.name, workflow: workflow.name) }
    if let service = names.service(name) {
      self = .service(service)
    } else if name.hasPrefix("arn:") {
      self = .arn(name)
    } else {
      throw .unknownService(name, state: state.name, workflow: workflow.name)
    }
  }
}

extension StateGraph {
  /// Its states and those inside them.
  fileprivate var allStates: [State] {
    states.flatMap { [$0] + $0.subgraphs.flatMap(\.allStates) }
  }
}
