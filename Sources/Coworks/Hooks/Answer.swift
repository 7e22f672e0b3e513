public import ServiceModel

/// An answer as the hooks of a service see it.
public struct Answer: Sendable {
  /// The answer.
  var response: ServiceResponse

  /// The HTTP status; from 400 on the answer reports an error.
  public var status: Int {
    get { response.status }
    set { response.status = newValue }
  }

  /// The headers, but for the content type, which the body has.
  public var headers: Headers {
    get { response.headers }
    set { response.headers = newValue }
  }

  /// What the answer carries; of an error JSON with its name as `error` and its `message`.
  public var body: Body {
    get { Body(content: response.body) }
    set { response.body = newValue.content }
  }
}
