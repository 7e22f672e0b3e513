/// Which services a value comes from, and whether they have changed since.
package struct Provenance: Hashable, Sendable {
  /// The services that were asked, directly or through values that were read.
  package private(set) var services: Set<String> = []

  /// Whether one of the services has been loaded again since it was asked.
  package private(set) var isStale = false

  /// The provenance of what comes from nowhere but what was entered.
  package init() {}

  /// The provenance of what `services` have given.
  package init(of services: some Sequence<String>, isStale: Bool = false) {
    self.services = Set(services)
    self.isStale = isStale
  }

  /// Adds what another value comes from.
  package mutating func formUnion(_ other: Provenance) {
    services.formUnion(other.services)
    isStale = isStale || other.isStale
  }

  /// Marks it if it is one of `reloaded`.
  ///
  /// - Returns: Whether that is news.
  @discardableResult
  package mutating func markStale(_ reloaded: Set<String>) -> Bool {
    guard !isStale, !services.isDisjoint(with: reloaded) else { return false }
    isStale = true
    return true
  }
}
