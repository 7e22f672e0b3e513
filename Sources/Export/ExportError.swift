/// Why something cannot be exported.
package enum ExportError: Error, Hashable, Sendable {
  /// A state calls a function that is no service of the deployment.
  case unknownService(String, state: String, workflow: String)

  /// A state uses a service of AWS whose permissions are not known here.
  case unsupportedResource(String, state: String, workflow: String)

  /// A state chooses by an expression what it calls, so that its permissions are not known.
  case computedFunction(state: String, workflow: String)
}

extension ExportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownService(let name, let state, let workflow):
      "\(workflow): state `\(state)` calls `\(name)`, which is not among the exported services"
    case .unsupportedResource(let resource, let state, let workflow):
      "\(workflow): state `\(state)` uses `\(resource)`, which cannot be exported yet"
    case .computedFunction(let state, let workflow):
      "\(workflow): state `\(state)` computes the name of the function that it calls"
    }
  }
}
