package import JSON

extension ServiceDescription {
  /// The description as an OpenAPI 3.1 document.
  package var openAPI: JSONValue {
    var document = JSONObject.Builder()
    document["openapi"] = "3.1.0"
    document["info"] = information
    document["paths"] = paths
    if !routes.allSatisfy(\.isPublic) {
      document["components"] = ["securitySchemes": .object([securityScheme])]
    }
    document["x-coworks-function"] = function.openAPI
    if cors.isOn { document["x-coworks-cors"] = cors.openAPI }
    return .object(document.build())
  }

  /// The `info` object.
  private var information: JSONValue {
    var info = JSONObject.Builder()
    info["title"] = .string(name)
    info["version"] = .string(version)
    info["summary"] = summary.map(JSONValue.string)
    return .object(info.build())
  }

  /// The `paths` object.
  private var paths: JSONValue {
    var paths = JSONObject.Builder()
    for route in routes {
      let path = route.path.description
      let methods = paths[path]?.objectValue ?? .empty
      let method = route.method.rawValue.lowercased()
      paths[path] = .object(methods.setting(method, to: operation(of: route)))
    }
    return .object(paths.build())
  }

  /// The operation object of `route`; who may call one that is not public is said by its security.
  private func operation(of route: Route) -> JSONValue {
    guard !route.isPublic else { return .object(route.operation.build()) }
    var operation = route.operation
    operation["security"] = [.object([(securityScheme.key, .array([]))])]
    return .object(operation.build())
  }

  /// What asks for the callers of routes that are not public: the service's authorizer, or AWS.
  private var securityScheme: (key: String, value: JSONValue) {
    let type = hasAuthorizer ? SecurityScheme.custom : SecurityScheme.signature
    return (
      hasAuthorizer ? SecurityScheme.authorizer : type,
      [
        "type": "apiKey", "name": "Authorization", "in": "header",
        "x-amazon-apigateway-authtype": .string(type),
      ]
    )
  }
}

extension Route {
  /// The route as an operation object.
  fileprivate var operation: JSONObject.Builder {
    var operation = JSONObject.Builder()
    operation["operationId"] = .string(operationID)
    operation["summary"] = summary.map(JSONValue.string)
    let outside = parameters.filter { $0.location != .body }
    if !outside.isEmpty { operation["parameters"] = .array(outside.map(\.openAPI)) }
    operation["requestBody"] = requestBody
    operation["responses"] = responses
    return operation
  }

  /// The `requestBody` object, if there is a body.
  private var requestBody: JSONValue? {
    if let body {
      return Self.body(body.jsonSchema, type: body.bodyType, isRequired: requiresBody)
    }
    let fields = parameters(in: .body)
    guard !fields.isEmpty else { return nil }
    var schema = JSONObject.Builder()
    schema["type"] = "object"
    schema["properties"] = .object(fields.map { ($0.name, $0.annotatedSchema) })
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { schema["required"] = .array(required) }
    schema["additionalProperties"] = false
    let hasFiles = fields.contains { $0.schema.hasFiles }
    return Self.body(
      .object(schema.build()), type: hasFiles ? ContentType.multipartForm : ContentType.json,
      isRequired: !required.isEmpty)
  }

  /// The `responses` object.
  private var responses: JSONValue {
    guard let response else { return ["204": ["description": "Done"]] }
    let type = response.isFile ? Self.anyType : ContentType.json
    return [
      "200": [
        "description": "The result", "content": Self.content(response.jsonSchema, type: type),
      ]
    ]
  }

  /// A body of the content type `type` that fits `schema`.
  private static func body(
    _ schema: JSONValue, type: String, isRequired: Bool
  ) -> JSONValue {
    ["required": .bool(isRequired), "content": content(schema, type: type)]
  }

  /// What fits `schema` in the content type `type`.
  private static func content(_ schema: JSONValue, type: String) -> JSONValue {
    let media: JSONValue = ["schema": schema]
    return .object([(type, media)])
  }

  /// Where a file may be of any content type.
  fileprivate static let anyType = "*/*"
}

extension Schema {
  /// The content type of a whole body of such a value: any for a file, a form where files are in
  /// it, else JSON.
  fileprivate var bodyType: String {
    if isFile { return Route.anyType }
    if case .object = self, hasFiles { return ContentType.multipartForm }
    return ContentType.json
  }
}

extension Parameter {
  /// The parameter as a parameter object.
  fileprivate var openAPI: JSONValue {
    var parameter = JSONObject.Builder()
    parameter["name"] = .string(name)
    parameter["in"] = .string(location.rawValue)
    parameter["required"] = .bool(isRequired)
    parameter["description"] = summary.map(JSONValue.string)
    parameter["schema"] = schemaWithDefault
    return .object(parameter.build())
  }

  /// The schema with default value and description, as a property of the body's object.
  fileprivate var annotatedSchema: JSONValue {
    guard let summary, let object = schemaWithDefault.objectValue else { return schemaWithDefault }
    return .object(object.setting("description", to: .string(summary)))
  }

  /// The schema with the default value.
  private var schemaWithDefault: JSONValue {
    guard let defaultValue, let object = schema.jsonSchema.objectValue else {
      return schema.jsonSchema
    }
    return .object(object.setting("default", to: defaultValue))
  }
}
