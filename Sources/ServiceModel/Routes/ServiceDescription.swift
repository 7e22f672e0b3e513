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
    let parts = PathTemplate.parts(of: path)
    return index(of: method, parts).map { (routes[$0], routes[$0].path.values(in: parts)) }
  }

  /// The methods that `path` takes, those of the most literal routes first.
  package func methods(of path: String) -> [HTTPMethod] {
    let parts = PathTemplate.parts(of: path)
    return routes.filter { $0.path.fits(parts) }
      .sorted { $0.path.precedes($1.path) }
      .map(\.method)
  }

  /// The place of the route of a call of a path of these `parts`, the most literal one that fits.
  func index(of method: HTTPMethod, _ parts: [String]) -> Int? {
    var found: Int?
    for index in routes.indices where routes[index].method == method {
      guard routes[index].path.fits(parts) else { continue }
      if let found, !routes[index].path.precedes(routes[found].path) { continue }
      found = index
    }
    return found
  }
}
