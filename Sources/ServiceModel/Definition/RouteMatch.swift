package import JSON

/// The route of a request, and the values of its path's parameters.
package struct RouteMatch: Sendable {
  /// The place of the route among those of the service.
  let index: Int

  /// The route.
  package let route: Route

  /// The values of the path's parameters as they came.
  package let values: [String: JSONValue]

  /// The values of the path's parameters as texts.
  package var texts: [String: String] { values.mapValues(\.scalarText) }

  /// Finds the route of `request` among those of `service`.
  package init(
    of request: ServiceRequest, in service: ServiceDescription
  ) throws(ServiceError) {
    if let resource = request.resource,
      let index = Self.index(of: request, resource: resource, in: service)
    {
      self.index = index
      values = Dictionary(request.decodedPathParameters.map { ($0.name, $0.value) }) { $1 }
    } else {
      let path = request.effectivePath
      let parts = PathTemplate.parts(of: path)
      guard let index = service.index(of: request.method, parts) else {
        throw Self.missing(request.method, path, of: service)
      }
      self.index = index
      values = service.routes[index].path.values(in: parts).mapValues { .string($0) }
    }
    route = service.routes[index]
  }

  /// The error of a path that does not exist, or does not take `method`.
  private static func missing(
    _ method: HTTPMethod, _ path: String, of service: ServiceDescription
  ) -> ServiceError {
    let methods = service.methods(of: path).map(\.rawValue).joined(separator: ", ")
    return methods.isEmpty
      ? ServiceError(status: 404, "\(service.name) has no route \(method.rawValue) \(path)")
      : ServiceError(
        status: 405, "\(service.name) takes no \(method.rawValue) at \(path), only \(methods)")
  }

  /// The place of the route whose path is written `resource`, if the request has all parameters of
  /// the path.
  private static func index(
    of request: ServiceRequest, resource: String, in service: ServiceDescription
  ) -> Int? {
    service.routes.firstIndex { route in
      route.method == request.method && haveEqualBytes(route.path.description, resource)
        && route.path.parameterNames.allSatisfy { name in
          request.pathParameters.contains { haveEqualBytes($0.name, name) }
        }
    }
  }
}

extension ServiceRequest {
  /// The values of the path's parameters; REST APIs hand them on as they are written in the path.
  fileprivate var decodedPathParameters: [QueryItem] {
    guard kind == .http, format == .version1 else { return pathParameters }
    return pathParameters.map { item in
      QueryItem(
        item.name, item.value.stringValue.map { .string(PercentCoding.decode($0)) } ?? item.value)
    }
  }
}
