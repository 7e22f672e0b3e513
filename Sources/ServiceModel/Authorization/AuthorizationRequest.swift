/// What a service is asked when its `authorize(_:)` decides about a caller.
///
/// The same question comes from three places: from a call that nobody has let in yet (a function
/// URL, a gateway without authorizer, localhost), and from API Gateway, where the function is a
/// [Lambda authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html)
/// of type `TOKEN` or `REQUEST`.
public struct AuthorizationRequest: Equatable, Sendable {
  /// What the `Authorization` header says behind its scheme: `abc` of `Bearer abc`, and all of it
  /// where it is one word; nil without the header.
  public var token: String?

  /// The scheme of the `Authorization` header, such as `Bearer` or `Basic`, if it names one.
  public var scheme: String?

  /// What is asked of the path.
  public var method: HTTPMethod

  /// The path of the call, such as `/stock/A-1`.
  public var path: String

  /// The route of the call, such as `GET /stock/{sku}`; nil if the service has none for it.
  public var route: String?

  /// The headers; a `TOKEN` event of API Gateway has only `Authorization`.
  public var headers: Headers

  /// The query.
  public var query: Query

  /// The address of the caller, if it is known.
  public var sourceIP: String?

  /// Creates a question; `scheme` and `token` are those of the `Authorization` header.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path of the call.
  ///   - route: The route of the call.
  ///   - headers: The headers.
  ///   - query: The query.
  ///   - sourceIP: The address of the caller.
  public init(
    _ method: HTTPMethod, _ path: String, route: String? = nil, headers: Headers = Headers(),
    query: Query = Query(), sourceIP: String? = nil
  ) {
    self.method = method
    self.path = path
    self.route = route
    self.headers = headers
    self.query = query
    self.sourceIP = sourceIP
    (scheme, token) = Self.credentials(headers["authorization"])
  }

  /// The scheme and what is behind it in the `Authorization` header `text`.
  private static func credentials(_ text: String?) -> (scheme: String?, token: String?) {
    guard let text else { return (nil, nil) }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return (nil, parts.first.map(String.init) ?? "") }
    return (String(parts[0]), String(parts[1].drop { $0 == " " }))
  }
}
