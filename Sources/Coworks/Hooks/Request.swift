public import ServiceModel

/// A call as the hooks of a service see it.
public struct Request: Sendable {
  /// The call.
  var request: ServiceRequest

  /// The route that serves it, such as `GET /stock/{sku}`; nil if the service has none for it.
  public let route: String?

  /// What is asked of the path.
  public var method: HTTPMethod { request.method }

  /// The path, such as `/stock/A-1`.
  public var path: String { request.effectivePath }

  /// The headers.
  public var headers: Headers {
    get { request.headers }
    set { request.headers = newValue }
  }

  /// The query.
  public var query: Query {
    get { Query(request.query) }
    set { request.query = newValue.items }
  }

  /// What the call carries.
  public var body: Body {
    get { Body(content: request.body) }
    set { request.body = newValue.content }
  }
}
