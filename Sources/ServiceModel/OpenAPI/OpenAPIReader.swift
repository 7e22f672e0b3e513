package import JSON

extension ServiceDescription {
  /// Reads an OpenAPI document (3.0 or 3.1); what it says beyond our description does not count.
  package init(openAPI document: JSONValue) {
    let info = document["info"]
    self.init(
      name: info?["title"]?.stringValue ?? "service",
      summary: info?["summary"]?.stringValue ?? info?["description"]?.stringValue,
      version: info?["version"]?.stringValue ?? "1.0",
      hasAuthorizer: Self.hasAuthorizer(document), cors: CORS(openAPI: document["x-coworks-cors"]),
      function: FunctionConfiguration(openAPI: document["x-coworks-function"]))
    for (path, item) in document["paths"]?.objectValue?.members ?? [] {
      for (name, operation) in item.objectValue?.members ?? [] {
        guard let method = HTTPMethod(name) else { continue }
        let reader = OperationReader(document: document, item: item, operation: operation)
        routes.append(reader.route(method, PathTemplate(path)))
      }
    }
  }
}

extension ServiceDescription {
  /// Whether the service of `document` has an authorizer of its own.
  private static func hasAuthorizer(_ document: JSONValue) -> Bool {
    let scheme = document["components"]?["securitySchemes"]?[SecurityScheme.authorizer]
    return scheme?["x-amazon-apigateway-authtype"] == .string(SecurityScheme.custom)
  }
}

/// Reads one operation of an OpenAPI document.
private struct OperationReader {
  /// The whole document, in which references are found.
  let document: JSONValue

  /// The path's object.
  let item: JSONValue

  /// The operation's object.
  let operation: JSONValue

  /// The route that the operation describes.
  func route(_ method: HTTPMethod, _ path: PathTemplate) -> Route {
    var route = Route(
      method, path, operationID: operation["operationId"]?.stringValue,
      summary: operation["summary"]?.stringValue ?? operation["description"]?.stringValue,
      parameters: parameters, response: response, isPublic: isPublic)
    if let body = resolve(operation["requestBody"]), let schema = schema(inContentOf: body) {
      addBody(schema, isRequired: body["required"]?.boolValue ?? false, to: &route)
    }
    return route
  }

  /// The parameters outside of the body: the operation's own, then those of its path.
  private var parameters: [Parameter] {
    var parameters: [Parameter] = []
    let lists = [operation["parameters"], item["parameters"]]
    for json in lists.flatMap({ $0?.arrayValue ?? [] }) {
      guard let parameter = parameter(resolve(json) ?? .null) else { continue }
      let isKnown = parameters.contains {
        $0.name == parameter.name && $0.location == parameter.location
      }
      if !isKnown { parameters.append(parameter) }
    }
    return parameters
  }

  /// The parameter that `json` describes.
  private func parameter(_ json: JSONValue) -> Parameter? {
    guard let name = json["name"]?.stringValue,
      let location = json["in"]?.stringValue.flatMap(Parameter.Location.init)
    else { return nil }
    let schema = json["schema"] ?? [:]
    return Parameter(
      name, in: location, schema: Schema(jsonSchema: schema, in: document),
      isRequired: location == .path || json["required"]?.boolValue ?? false,
      defaultValue: schema["default"], summary: json["description"]?.stringValue)
  }

  /// Gives `route` a body of `schema`: parameters for an object of known members, else whole.
  private func addBody(_ json: JSONValue, isRequired: Bool, to route: inout Route) {
    let schema = Schema(jsonSchema: json, in: document)
    guard case .object(let object) = schema, !object.properties.isEmpty, object.additional == nil
    else {
      route.body = schema
      route.requiresBody = isRequired
      return
    }
    let properties = resolve(json)?["properties"]
    route.parameters += object.properties.map { property in
      let json = properties?[property.name]
      return Parameter(
        property.name, in: .body, schema: property.schema, isRequired: property.isRequired,
        defaultValue: json?["default"], summary: json?["description"]?.stringValue)
    }
  }

  /// What the first successful response is.
  private var response: Schema? {
    let responses = operation["responses"]?.objectValue?.members ?? []
    let success =
      responses.first { $0.key.hasPrefix("2") } ?? responses.first { $0.key == "default" }
    return resolve(success?.value).flatMap { schema(inContentOf: $0) }
      .map { Schema(jsonSchema: $0, in: document) }
  }

  /// Whether the operation asks for no authorization, or lets a caller do without.
  private var isPublic: Bool {
    let choices = (operation["security"] ?? document["security"])?.arrayValue ?? []
    return choices.isEmpty || choices.contains { $0.objectValue?.isEmpty ?? false }
  }

  /// The schema of JSON in the `content` of `body`, else that of its first type.
  private func schema(inContentOf body: JSONValue) -> JSONValue? {
    guard let content = body["content"]?.objectValue else { return nil }
    let media = content[ContentType.json] ?? content.values.first
    return media.map { $0["schema"] ?? [:] }
  }

  /// `json`, or what it refers to.
  private func resolve(_ json: JSONValue?) -> JSONValue? {
    guard let reference = json?["$ref"]?.stringValue else { return json }
    return document.member(at: reference)
  }
}
