/// What a service does around every call.
package struct ServiceHooks: Sendable {
  /// Sees a call that was let in before its route does, and may change it or answer by an error.
  package var before: @Sendable (inout ServiceRequest, Route) async throws -> Void

  /// Sees every answer before the caller does, and may change it; the route is nil where none fits.
  package var after: @Sendable (ServiceRequest, Route?, inout ServiceResponse) async -> Void

  /// Creates the hooks of a service.
  package init(
    before: @escaping @Sendable (inout ServiceRequest, Route) async throws -> Void = { _, _ in },
    after: @escaping @Sendable (ServiceRequest, Route?, inout ServiceResponse) async -> Void = {
      _, _, _ in
    }
  ) {
    self.before = before
    self.after = after
  }
}
