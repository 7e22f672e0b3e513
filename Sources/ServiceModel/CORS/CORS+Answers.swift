extension ServiceDescription {
  /// The answer to a browser that asks what pages of other sites may do, if `request` is that
  /// question and the service allows any.
  package func preflight(_ request: ServiceRequest) -> ServiceResponse? {
    guard cors.isOn, request.method == .options, request.kind == .http,
      request.headers["origin"] != nil,
      request.headers["access-control-request-method"] != nil
    else { return nil }
    let methods = methods(of: request.effectivePath)
    guard !methods.isEmpty else { return nil }
    var response = ServiceResponse(status: 204)
    cors.addHeaders(to: &response, for: request)
    guard response.headers["access-control-allow-origin"] != nil else { return response }
    cors.addPermissions(to: &response, methods: methods)
    return response
  }
}

extension CORS {
  /// Whether any site may call.
  package var isOn: Bool { origins != [] }

  /// Adds to an answer which site may read it.
  package func addHeaders(to response: inout ServiceResponse, for request: ServiceRequest) {
    guard isOn, request.kind == .http else { return }
    switch origins {
    case .any: response.headers["Access-Control-Allow-Origin"] = "*"
    case .only(let sites):
      response.headers.addVary("Origin")
      guard let origin = request.headers["origin"], sites.contains(origin) else { return }
      response.headers["Access-Control-Allow-Origin"] = origin
    }
    if allowsCredentials { response.headers["Access-Control-Allow-Credentials"] = "true" }
    if !exposedHeaders.isEmpty {
      response.headers["Access-Control-Expose-Headers"] = exposedHeaders.joined(separator: ", ")
    }
  }

  /// Adds what pages may do at a path that takes `methods`.
  fileprivate func addPermissions(to response: inout ServiceResponse, methods: [HTTPMethod]) {
    let allowed = (self.methods ?? methods).map(\.rawValue)
    response.headers["Access-Control-Allow-Methods"] = allowed.joined(separator: ", ")
    if !headers.isEmpty {
      response.headers["Access-Control-Allow-Headers"] = headers.joined(separator: ", ")
    }
    if let maxAge {
      response.headers["Access-Control-Max-Age"] = "\(maxAge.components.seconds)"
    }
  }
}

extension Headers {
  /// Says that the answer depends on the header `name` of the request.
  fileprivate mutating func addVary(_ name: String) {
    self["Vary"] = (values(of: "vary") + [name]).joined(separator: ", ")
  }
}
