package import JSON

extension ServiceRequest {
  /// The caller of an event that a state machine sends.
  package static let workflowCaller = "states.amazonaws.com"

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
    let isWorkflow = context?["identity"]?["caller"] == .string(Self.workflowCaller)
    self.init(
      kind: isWorkflow ? .workflow : .http, method,
      (event["path"] ?? event["rawPath"] ?? http?["path"])?.stringValue ?? "",
      resource: event["resource"]?.stringValue,
      pathParameters: Self.items(event["pathParameters"]), query: Self.query(of: event),
      headers: Self.headers(of: event))
    body = Self.body(of: event, kind: kind, type: headers["content-type"])
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

  /// The headers of `event`.
  private static func headers(of event: JSONValue) -> Headers {
    let members = event["headers"]?.objectValue?.members ?? []
    return Headers(members.map { ($0.key, $0.value.scalarText) })
  }

  /// The body of `event`: any JSON from a workflow, else a text.
  private static func body(of event: JSONValue, kind: EventKind, type: String?) -> MessageBody {
    guard let json = event["body"], kind == .workflow || !json.isNull else { return .none }
    if kind == .http, let text = json.stringValue {
      return MessageBody(
        text: text, isBase64: event["isBase64Encoded"]?.boolValue ?? false, type: type)
    }
    return .json(json)
  }
}
