/// What is known of a service without running it.
package struct ServiceDescription: Equatable, Sendable {
  /// The name under which it describes itself.
  package var name: String

  /// What it is for.
  package var summary: String?

  /// Its version.
  package var version: String

  /// What it can be asked, in its own order.
  package var routes: [Route]

  /// Whether the service itself decides who may call the routes that are not public.
  package var hasAuthorizer: Bool

  /// Which pages of other sites may call it.
  package var cors: CORS

  /// What its function may use.
  package var function: FunctionConfiguration

  /// Creates a description.
  package init(
    name: String, summary: String? = nil, version: String = "1.0", routes: [Route] = [],
    hasAuthorizer: Bool = false, cors: CORS = .off,
    function: FunctionConfiguration = FunctionConfiguration()
  ) {
    self.name = name
    self.summary = summary
    self.version = version
    self.routes = routes
    self.hasAuthorizer = hasAuthorizer
    self.cors = cors
    self.function = function
  }

  /// The route of a call and the texts of its path's parameters; literal segments are tried first.
  package func route(
    _ method: HTTPMethod, _ path: String
  ) -> (route: Route, parameters: [String: String])? {
    routes(matching: path).first { $0.route.method == method }
  }

  /// The methods that `path` takes.
  package func methods(of path: String) -> [HTTPMethod] {
    routes(matching: path).map(\.route.method)
  }

  /// The routes whose path fits `path`, the most literal first.
  private func routes(matching path: String) -> [(route: Route, parameters: [String: String])] {
    routes.compactMap { route in route.path.match(path).map { (route, $0) } }
      .sorted { $0.0.path.precedes($1.0.path) }
  }
}
