import ServiceModel

/// A route of a type, and what answers it.
struct OutlineEntry<Owner: Sendable>: Sendable {
  /// What answers the calls of the route.
  typealias Answer = @Sendable (Owner, EntryArguments) async throws -> ServiceResponse

  /// The route.
  var route: Route

  /// What answers.
  let answer: Answer

  /// The entry as one of the instance `owner`.
  func bound(to owner: Owner) -> BoundEntry {
    BoundEntry(route: route) { call in
      try await answer(owner, EntryArguments(call: call))
    }
  }
}

/// A route and what answers it, whatever its type.
struct BoundEntry: Sendable {
  /// The route.
  var route: Route

  /// What answers.
  let handler: ServiceDefinition.Handler
}
