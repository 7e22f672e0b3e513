import ServiceModel

/// A route of a type, and what answers it.
struct OutlineEntry<Owner: Sendable>: Sendable {
  /// What answers the calls of the route.
  typealias Answer = @Sendable (Owner, EntryArguments) async throws -> ServiceResponse

  /// The route.
  var route: Route

  /// What answers.
  let answer: Answer

  /// The entry as one of the instance `owner` of the type `typeName`.
  func bound(to owner: Owner, _ typeName: String) -> BoundEntry {
    BoundEntry(route: route, origin: "\(typeName).\(route.operationID)") { call in
      try await answer(owner, EntryArguments(call: call))
    }
  }
}

/// A route and what answers it, whatever its type.
struct BoundEntry: Sendable {
  /// The route.
  var route: Route

  /// The type and the operation that it comes from, such as `Health.getStatus`.
  let origin: String

  /// What answers.
  let handler: ServiceDefinition.Handler
}
