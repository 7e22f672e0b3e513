package import JSON

extension CORS {
  /// The rules as the member `x-coworks-cors` of a document.
  package var openAPI: JSONValue {
    var json = JSONObject.Builder()
    json["origins"] = origins.openAPI
    json["methods"] = methods.map { .array($0.map { .string($0.rawValue) }) }
    json["headers"] = .array(headers.map { .string($0) })
    json["exposedHeaders"] = .array(exposedHeaders.map { .string($0) })
    json["maxAge"] = maxAge.map { .integer($0.components.seconds) }
    json["allowsCredentials"] = .bool(allowsCredentials)
    return .object(json.build())
  }

  /// Reads the member `x-coworks-cors` of a document; without it no site may call.
  package init(openAPI json: JSONValue?) {
    let origins = Origins(openAPI: json?["origins"])
    self.init(
      origins: origins,
      methods: json?["methods"]?.texts.map { $0.compactMap { HTTPMethod($0) } },
      headers: json?["headers"]?.texts ?? Self.commonHeaders,
      exposedHeaders: json?["exposedHeaders"]?.texts ?? [],
      maxAge: json?["maxAge"]?.intValue.map { .seconds($0) },
      allowsCredentials: origins != .any && json?["allowsCredentials"]?.boolValue ?? false)
  }
}

extension CORS.Origins {
  /// The sites in a document.
  fileprivate var openAPI: JSONValue {
    switch self {
    case .any: "*"
    case .only(let sites): .array(sites.map { .string($0) })
    }
  }

  /// Reads the sites in a document.
  fileprivate init(openAPI json: JSONValue?) {
    self = json == "*" ? .any : .only(json?.texts ?? [])
  }
}

extension JSONValue {
  /// The texts of a list of texts.
  fileprivate var texts: [String]? { arrayValue?.compactMap(\.stringValue) }
}
