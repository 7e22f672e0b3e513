/// The identity of a loaded service within its host, never used twice.
struct PoolID: Hashable, Sendable {
  /// The number of the service in the order of loading.
  let number: Int
}

/// The identity of a service process within its host, never used twice.
struct ProcessID: Hashable, Sendable {
  /// The pool to which the process belongs.
  let pool: PoolID

  /// The number of the process within the pool, in the order of starts.
  let number: Int
}

/// The identity of a connection from a service process, never used twice.
struct ConnectionID: Hashable, Sendable {
  /// The number of the connection in the order of arrival.
  let number: Int
}
