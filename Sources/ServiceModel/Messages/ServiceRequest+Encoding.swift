package import JSON

extension ServiceRequest {
  /// The call as an event of `kind`.
  package func event(_ kind: EventKind) -> JSONValue {
    switch kind {
    case .http: httpEvent
    case .workflow: workflowEvent
    }
  }

  /// The call as API Gateway's proxy event, format 1.0.
  private var httpEvent: JSONValue {
    let path = effectivePath
    let body = body.text
    var event = JSONObject.Builder()
    event["version"] = "1.0"
    event["resource"] = .string(resource ?? path)
    event["path"] = .string(path)
    event["httpMethod"] = .string(method.rawValue)
    event["headers"] = headersWithType.members
    event["multiValueHeaders"] = headersWithType.lists
    event["queryStringParameters"] = Self.object(query.map { ($0.name, .string($0.texts.last)) })
    event["multiValueQueryStringParameters"] = Self.object(
      query.map { ($0.name, .array($0.texts.all.map { .string($0) })) })
    event["pathParameters"] = Self.object(
      pathParameters.map { ($0.name, .string(PercentCoding.encode($0.value.scalarText))) })
    event["requestContext"] = requestContext
    event["body"] = body.map { .string($0.text) } ?? .null
    event["isBase64Encoded"] = .bool(body?.isBase64 ?? false)
    return .object(event.build())
  }

  /// The `requestContext` of the proxy event.
  private var requestContext: JSONValue {
    let path = effectivePath
    var context = JSONObject.Builder()
    context["resourcePath"] = .string(resource ?? path)
    context["httpMethod"] = .string(method.rawValue)
    context["path"] = .string(path)
    context["stage"] = stage.map { .string($0) }
    let origin = sourceIP.map { [(key: "sourceIp", value: JSONValue.string($0))] } ?? []
    context["identity"] = .object(origin + (caller == .workflow ? [] : caller.identity))
    context["authorizer"] = caller.authorizer
    return .object(context.build())
  }

  /// The call as the payload of a state machine's task; what is empty is left out.
  private var workflowEvent: JSONValue {
    var event = JSONObject.Builder()
    event["httpMethod"] = .string(method.rawValue)
    if let resource { event["resource"] = .string(resource) }
    if !path.isEmpty { event["path"] = .string(path) }
    if !pathParameters.isEmpty {
      event["pathParameters"] = .object(pathParameters.map { ($0.name, $0.value) })
    }
    if !query.isEmpty {
      event["queryStringParameters"] = .object(query.map { ($0.name, $0.value) })
    }
    if !headers.isEmpty { event["headers"] = headers.members }
    if let value = body.value { event["body"] = value }
    event["requestContext"] = ["identity": .object(Caller.workflow.identity)]
    return .object(event.build())
  }

  /// The headers with the body's content type.
  private var headersWithType: Headers {
    guard let type = body.contentType, headers["content-type"] == nil else { return headers }
    var headers = headers
    headers["content-type"] = type
    return headers
  }

  /// An object of `members`, or `null` if there are none, as API Gateway sends it.
  private static func object(_ members: [(key: String, value: JSONValue)]) -> JSONValue {
    members.isEmpty ? .null : .object(members)
  }
}

extension ServiceRequest.QueryItem {
  /// The texts of the value, one for each element of a list.
  fileprivate var texts: (all: [String], last: String) {
    let all = (value.arrayValue ?? [value]).map(\.scalarText)
    return (all, all.last ?? "")
  }
}

extension Headers {
  /// The headers as an object, in which the last value of a repeated name counts.
  var members: JSONValue { .object(fields.map { ($0.name, .string($0.value)) }) }

  /// The headers as an object with the list of values of each name.
  var lists: JSONValue {
    .object(grouped.map { ($0.name, .array($0.values.map { .string($0) })) })
  }

  /// The values of each name, as it is written first.
  var grouped: [(name: String, values: [String])] {
    var groups: [(name: String, values: [String])] = []
    for field in fields {
      if let index = groups.firstIndex(where: { Self.isSame($0.name, field.name) }) {
        groups[index].values.append(field.value)
      } else {
        groups.append((field.name, [field.value]))
      }
    }
    return groups
  }
}
