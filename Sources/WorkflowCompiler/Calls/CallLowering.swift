import Diagnostics
import JSON
import ServiceModel
package import SessionLanguage

/// Finds the route of a call and puts its parameters where the route wants them.
///
/// The prompt and the compiler use the same: what a call sends does not depend on who sends it.
package struct CallLowering: Sendable {
  /// The services that can be called.
  package var catalog: Catalog

  /// The contents of the files that `@file` items name, by the names as they are written.
  package var files: [String: [UInt8]]

  /// Creates a lowering of calls.
  package init(catalog: Catalog, files: [String: [UInt8]] = [:]) {
    self.catalog = catalog
    self.files = files
  }

  /// The call with its route and payload; with an error among its diagnostics it cannot be sent.
  package func lower(_ call: Call) -> ResolvedCall {
    guard let service = catalog.services[call.service.text] else {
      return failed(call, .unknownService(call.service, among: catalog.services.keys.sorted()))
    }
    if call.verb.text == Call.invokeVerb { return lowerInvocation(call) }
    guard let method = HTTPMethod(call.verb.text) else {
      return failed(call, .unknownVerb(call.verb))
    }
    return lower(call, method, service)
  }

  /// The call of a service that speaks HTTP.
  private func lower(
    _ call: Call, _ method: HTTPMethod, _ service: ServiceDescription
  ) -> ResolvedCall {
    let path = CallPath(call.path)
    guard !service.routes.isEmpty else {
      var placement = Placement(call, method: method, path: path, match: nil, files: files)
      return placement.resolve()
    }
    guard let match = path.route(of: service, method) else {
      return failed(call, .unknownRoute(call, method, path, service: service))
    }
    var placement = Placement(call, method: method, path: path, match: match, files: files)
    return placement.resolve()
  }

  /// A call that cannot be sent.
  private func failed(_ call: Call, _ diagnostic: Diagnostic) -> ResolvedCall {
    ResolvedCall(
      call: call, service: call.service.text, diagnostics: DiagnosticSet([diagnostic]),
      draft: .constant(.null))
  }

  /// The call of a function with a raw event.
  private func lowerInvocation(_ call: Call) -> ResolvedCall {
    var placement = Placement(
      call, method: nil, path: CallPath(call.path), match: nil, files: files)
    return placement.resolveInvocation()
  }
}
