package import JSON

extension ServiceRequest {
  /// Reads an event: API Gateway's proxy formats 1.0 and 2.0, or a workflow's call.
  ///
  /// - Throws: What the event lacks to be a call.
  package init(event: JSONValue) throws(ServiceError) {
    let context = event["requestContext"]
    let http = context?["http"]
    guard let name = (event["httpMethod"] ?? http?["method"])?.stringValue else {
      throw ServiceError(status: 400, "the event is no HTTP call: it has no \"httpMethod\"")
    }
    guard let method = HTTPMethod(name) else {
      throw ServiceError(status: 405, "the method \(name) is not known")
    }
    self.init(
      method, Self.path(of: event), resource: event["resource"]?.stringValue,
      pathParameters: Self.items(event["pathParameters"]), query: Self.query(of: event),
      headers: Self.headers(of: event), caller: Caller(requestContext: context),
      sourceIP: (context?["identity"] ?? http)?["sourceIp"]?.stringValue,
      stage: context?["stage"]?.stringValue)
    format = ProxyFormat(of: event)
    body = Self.body(of: event, kind: kind, type: headers["content-type"])
  }

  /// The path of `event`; format 2.0 has the stage in front of it, unless it is the default one.
  private static func path(of event: JSONValue) -> String {
    if let path = event["path"]?.stringValue { return path }
    let context = event["requestContext"]
    let path = (event["rawPath"] ?? context?["http"]?["path"])?.stringValue ?? ""
    guard let stage = context?["stage"]?.stringValue, stage != "$default" else { return path }
    if path == "/\(stage)" { return "/" }
    let isBelow = path.hasPrefix("/\(stage)/")
    return isBelow
      ? String(decoding: path.utf8.dropFirst(stage.utf8.count + 1), as: UTF8.self) : path
  }

  /// The members of `json` as items.
  private static func items(_ json: JSONValue?) -> [QueryItem] {
    (json?.objectValue?.members ?? []).map { QueryItem($0.key, $0.value) }
  }

  /// The query of `event`, in which a repeated name is a list.
  private static func query(of event: JSONValue) -> [QueryItem] {
    if let raw = event["rawQueryString"]?.stringValue { return query(raw) }
    let several = event["multiValueQueryStringParameters"]?.objectValue
    let single = event["queryStringParameters"]
    guard let several else { return items(single) }
    return several.members.map { name, values in
      let list = values.arrayValue ?? [values]
      return QueryItem(name, list.count == 1 ? list[0] : values)
    }
  }

  /// The query written as `text`.
  private static func query(_ text: String) -> [QueryItem] {
    var items: [QueryItem] = []
    for (name, value) in PercentCoding.decodeQuery(text) {
      if let index = items.firstIndex(where: { haveEqualBytes($0.name, name) }) {
        let before = items[index].value.arrayValue ?? [items[index].value]
        items[index].value = .array(before + [.string(value)])
      } else {
        items.append(QueryItem(name, .string(value)))
      }
    }
    return items
  }

  /// The headers of `event`: those of `multiValueHeaders` where there are some, and the cookies
  /// that format 2.0 keeps apart.
  private static func headers(of event: JSONValue) -> Headers {
    var headers = Headers()
    if let several = event["multiValueHeaders"]?.objectValue, !several.isEmpty {
      for (name, values) in several.members {
        for value in values.arrayValue ?? [values] { headers.add(name, value.scalarText) }
      }
    } else {
      for (name, value) in event["headers"]?.objectValue?.members ?? [] {
        headers.add(name, value.scalarText)
      }
    }
    if let cookies = event["cookies"]?.arrayValue, !cookies.isEmpty, headers["cookie"] == nil {
      headers.add("cookie", cookies.map(\.scalarText).joined(separator: "; "))
    }
    return headers
  }

  /// The body of `event`: any JSON from a workflow, else a text.
  private static func body(of event: JSONValue, kind: EventKind, type: String?) -> MessageBody {
    guard let json = event["body"], kind == .workflow || !json.isNull else { return .none }
    if kind == .http, let text = json.stringValue {
      return MessageBody(
        received: text, isBase64: event["isBase64Encoded"]?.boolValue ?? false, type: type)
    }
    return .json(json)
  }
}
