/// What can go wrong between a service and the Lambda Runtime API.
package enum RuntimeError: Error, Equatable, Sendable {
  /// The other side has gone: there is nothing left to serve.
  case closed

  /// The address is no `HOST:PORT`, or nobody by that name can be found.
  case address(String)

  /// The operating system refused `operation`.
  case system(operation: String, code: Int32)

  /// The other side answered what no runtime API answers.
  case protocolViolation(String)
}

extension RuntimeError: CustomStringConvertible {
  /// The error in words.
  package var description: String {
    switch self {
    case .closed: "the runtime API has closed the connection"
    case .address(let text): "the runtime API has no usable address: \(text)"
    case .system(let operation, let code): "\(operation): \(SystemCall.message(of: code))"
    case .protocolViolation(let text): "the runtime API answered \(text)"
    }
  }
}
