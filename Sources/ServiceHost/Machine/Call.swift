/// A call that waits for a process or runs in one.
struct Call: Equatable, Sendable {
  /// Its identity.
  let id: CallID

  /// The event as JSON text.
  let payload: [UInt8]

  /// How long a process may work on it.
  let timeout: Duration
}

/// How a call ended.
enum CallEnd: Equatable, Sendable {
  /// The service answered with these bytes.
  case answer([UInt8])

  /// The service said that the call failed: the body, and the type that a header gave.
  case functionError([UInt8], type: String?)

  /// There was no answer.
  case failure(CallFailure)
}
