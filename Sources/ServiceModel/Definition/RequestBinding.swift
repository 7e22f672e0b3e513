import JSON

/// Finds the values of the parameters of a request's route.
struct RequestBinding {
  /// The request.
  let request: ServiceRequest

  /// The invocation.
  let context: InvocationContext

  /// The call of the route that was found.
  func call(of match: RouteMatch, in service: ServiceDescription) throws(ServiceError)
    -> ServiceCall
  {
    let route = match.route
    var call = ServiceCall(
      request: request, service: service, route: route, arguments: [:], context: context)
    try bindPath(match.values, to: &call)
    try bindQuery(to: &call)
    try bindHeaders(to: &call)
    try bindBody(to: &call)
    for parameter in route.parameters where call.arguments[parameter.name] == nil {
      if let value = parameter.defaultValue {
        call.arguments[parameter.name] = value
      } else if parameter.isRequired {
        throw missing(parameter)
      }
    }
    return call
  }

  /// Takes the values of the path.
  private func bindPath(
    _ values: [String: JSONValue], to call: inout ServiceCall
  ) throws(ServiceError) {
    for (name, value) in values {
      let parameter = call.route.parameters.first { $0.name == name && $0.location == .path }
      call.arguments[name] = try convert(value, to: parameter ?? Parameter(name, in: .path))
    }
  }

  /// Takes the values of the query.
  private func bindQuery(to call: inout ServiceCall) throws(ServiceError) {
    let known = call.route.parameters(in: .query)
    for item in request.query {
      guard let parameter = known.first(where: { haveEqualBytes($0.name, item.name) }) else {
        throw unknown(item.name, at: "query parameter", of: call.route)
      }
      call.arguments[item.name] = try convert(item.value, to: parameter)
    }
  }

  /// Takes the values of the headers that are parameters.
  private func bindHeaders(to call: inout ServiceCall) throws(ServiceError) {
    for parameter in call.route.parameters(in: .header) {
      guard let text = request.headers[parameter.name] else { continue }
      call.arguments[parameter.name] = try convert(.string(text), to: parameter)
    }
  }

  /// The value of a parameter in path, query or header: a text is converted, a list is one of
  /// repeated values.
  private func convert(
    _ value: JSONValue, to parameter: Parameter
  ) throws(ServiceError) -> JSONValue {
    if let value = parameter.schema.reading(value) { return value }
    let schema = parameter.schema.displayNameWithArticle
    throw mismatch(of: parameter.name, "expected \(schema), got \(value.excerpt)")
  }

  /// The error of a value that does not fit.
  func mismatch(of name: String, _ text: String) -> ServiceError {
    let hasPlace = text.hasPrefix("[") || text.hasPrefix(".")
    return ServiceError(status: 400, hasPlace ? name + text : "\(name): \(text)")
  }

  /// The error of a value that must be given and is not.
  private func missing(_ parameter: Parameter) -> ServiceError {
    let schema = parameter.schema.displayNameWithArticle
    return ServiceError(status: 400, "\(parameter.name): missing, expected \(schema)")
  }

  /// The error of a value that the route does not know.
  func unknown(_ name: String, at place: String, of route: Route) -> ServiceError {
    ServiceError(status: 400, "\(name): unknown \(place) of \(route)")
  }
}

extension Schema {
  /// What `value` in a path, query or header is: converted from a text, or as it is if it fits.
  func reading(_ value: JSONValue) -> JSONValue? {
    switch (self, value) {
    case (.nullable(.array(let element)), _): Schema.array(element).reading(value)
    case (.array(let element), .array(let list)): Self.list(list.elements, of: element)
    case (.array(let element), .string(let text)) where !text.text.hasPrefix("["):
      Self.list([value], of: element)
    case (.string, .integer), (.string, .number), (.string, .bool): .string(value.scalarText)
    case (_, .string(let text)): convert(text: text.text)
    default: mismatch(of: value) == nil ? value : nil
    }
  }

  /// The list of `values`, if each of them can be read.
  private static func list(_ values: [JSONValue], of element: Schema) -> JSONValue? {
    let elements = values.compactMap { element.reading($0) }
    return elements.count == values.count ? .array(elements) : nil
  }
}
