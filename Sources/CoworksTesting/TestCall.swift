import Coworks
import JSON
import ServiceModel

/// A call that a test makes.
struct TestCall {
  /// What is asked of the path.
  let method: HTTPMethod

  /// The path, with or without a query.
  let target: String

  /// The query beside that of the target.
  let query: Query

  /// The headers.
  let headers: Headers

  /// What the call carries.
  let body: Body

  /// Who calls.
  let caller: TestCaller

  /// The kind of the event.
  var kind: EventKind { caller == .workflow ? .workflow : .http }

  /// The event that Lambda would hand over.
  var event: JSONValue {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let items = parts.dropFirst().flatMap(Self.items) + query.items
    return ServiceRequest(
      method, path.hasPrefix("/") ? path : "/" + path, query: Self.grouped(items),
      headers: headers, body: body.content, caller: caller.caller, sourceIP: "127.0.0.1",
      stage: "test"
    ).event(kind)
  }

  /// The values of the query written as `text`.
  private static func items(of text: Substring) -> [ServiceRequest.QueryItem] {
    text.split(separator: "&").map { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { PercentCoding.decode($0.replacing("+", with: "%20")) }
      return ServiceRequest.QueryItem(
        halves[0], .string(halves.count > 1 ? halves[1] : ""))
    }
  }

  /// `items` with the values of a repeated name as one list.
  private static func grouped(_ items: [ServiceRequest.QueryItem]) -> [ServiceRequest.QueryItem] {
    let query = Query(items)
    var names: [String] = []
    for name in query.names where !names.contains(name) { names.append(name) }
    return names.map { name in
      let values = query.values(of: name).map { JSONValue.string($0) }
      return ServiceRequest.QueryItem(
        name, values.count == 1 ? values[0] : .array(values))
    }
  }
}
