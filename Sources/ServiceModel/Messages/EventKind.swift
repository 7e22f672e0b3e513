/// Who calls a service, which decides the form of event and answer.
package enum EventKind: Hashable, Sendable {
  /// An HTTP call: API Gateway's proxy event and its answer with status, headers and a text body.
  case http

  /// A state machine: the same event with plain JSON in it; plain JSON or a function error back.
  case workflow
}
