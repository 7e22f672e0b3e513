import JSON
import StatesLanguage

/// A path of a field, with the place of the variable that it starts from.
struct PathCode: Sendable {
  /// The path.
  let path: JSONPath

  /// Where its variable is kept; nil if it starts from none, or from one that is nowhere assigned.
  let address: VariableAddress?

  /// Prepares `path`; `resolve` tells where a variable is kept.
  init(_ path: JSONPath, resolve: (String) -> VariableAddress?) {
    self.path = path
    if case .variable(let name) = path.root { address = resolve(name) } else { address = nil }
  }

  /// The value in `scope`, whose input is `$`.
  func value(in scope: borrowing EvaluationScope) throws(JSONPathError) -> JSONValue {
    switch path.root {
    case .input: return path.isRoot ? scope.input : try path.value(in: scope.input)
    case .context: return try path.value(in: scope.context.value(for: scope.state))
    case .variable(let name):
      guard let value = address.flatMap({ scope.variables.value(at: $0) }) else {
        throw JSONPathError("No results for path: $['\(name)']")
      }
      return path.isRoot ? value : try path.value(in: value)
    }
  }

  /// What the path is looked up in.
  func root(in scope: borrowing EvaluationScope) -> JSONValue {
    switch path.root {
    case .input: scope.input
    case .context: scope.context.value(for: scope.state)
    case .variable: address.flatMap { scope.variables.value(at: $0) } ?? .object([:])
    }
  }

  /// The value for a field such as `InputPath`, which names the path in its error.
  func required(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue {
    do throws(JSONPathError) {
      return try value(in: scope)
    } catch {
      throw StateError(runtime: "Invalid path '\(path.source)' : \(error.message)")
    }
  }
}
