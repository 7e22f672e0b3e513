/// An error that says no more than an HTTP status and a message.
///
/// A workflow catches it by its status, as `Http.404`.
public struct HTTPError: ServiceFailure, Hashable {
  /// The HTTP status.
  public var status: Int

  /// What went wrong, in words for the caller.
  public var message: String

  /// Creates an error.
  public init(status: Int, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The status as an error name, such as `Http.404`.
  public var name: String { "Http.\(status)" }
}

extension HTTPError {
  /// The request makes no sense (400).
  public static func badRequest(_ message: String) -> HTTPError { .init(status: 400, message) }

  /// The caller is not known (401).
  public static func unauthorized(_ message: String) -> HTTPError { .init(status: 401, message) }

  /// The caller may not do this (403).
  public static func forbidden(_ message: String) -> HTTPError { .init(status: 403, message) }

  /// There is no such thing (404).
  public static func notFound(_ message: String) -> HTTPError { .init(status: 404, message) }

  /// The thing is in another state than the request needs (409).
  public static func conflict(_ message: String) -> HTTPError { .init(status: 409, message) }

  /// The request can be read but not done (422).
  public static func unprocessable(_ message: String) -> HTTPError { .init(status: 422, message) }

  /// The caller asks too often (429).
  public static func tooManyRequests(_ message: String) -> HTTPError { .init(status: 429, message) }

  /// Another service failed (502).
  public static func badGateway(_ message: String) -> HTTPError { .init(status: 502, message) }

  /// The service cannot answer now (503).
  public static func unavailable(_ message: String) -> HTTPError { .init(status: 503, message) }
}
