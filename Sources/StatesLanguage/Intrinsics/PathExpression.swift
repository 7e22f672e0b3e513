/// What may stand for a value in a JSONPath state: a path, or a call of an intrinsic function.
package enum PathExpression: Sendable {
  /// A path.
  case path(JSONPath)

  /// A call.
  case call(IntrinsicCall)

  /// Reads `source`.
  package init(_ source: String) throws(JSONPathSyntaxError) {
    self = source.hasPrefix("$") ? .path(try JSONPath(source)) : .call(try IntrinsicCall(source))
  }

  /// The text.
  package var source: String {
    switch self {
    case .path(let path): path.source
    case .call(let call): call.source
    }
  }

  /// The names of the variables that it reads.
  package var variables: [String] {
    switch self {
    case .path(let path):
      if case .variable(let name) = path.root { [name] } else { [] }
    case .call(let call): call.arguments.flatMap(\.variables)
    }
  }
}

extension IntrinsicCall.Argument {
  /// The names of the variables that it reads.
  fileprivate var variables: [String] {
    switch self {
    case .constant: []
    case .path(let path): PathExpression.path(path).variables
    case .call(let call): PathExpression.call(call).variables
    }
  }
}
