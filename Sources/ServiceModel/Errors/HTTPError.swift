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

  /// The caller has to pay first (402).
  public static func paymentRequired(_ message: String) -> HTTPError { .init(status: 402, message) }

  /// The caller may not do this (403).
  public static func forbidden(_ message: String) -> HTTPError { .init(status: 403, message) }

  /// There is no such thing (404).
  public static func notFound(_ message: String) -> HTTPError { .init(status: 404, message) }

  /// The thing cannot be asked this (405).
  public static func methodNotAllowed(_ message: String) -> HTTPError {
    .init(status: 405, message)
  }

  /// There is no answer of a content type that the caller takes (406).
  public static func notAcceptable(_ message: String) -> HTTPError { .init(status: 406, message) }

  /// The caller took too long (408).
  public static func requestTimeout(_ message: String) -> HTTPError { .init(status: 408, message) }

  /// The thing is in another state than the request needs (409).
  public static func conflict(_ message: String) -> HTTPError { .init(status: 409, message) }

  /// There is no such thing any more (410).
  public static func gone(_ message: String) -> HTTPError { .init(status: 410, message) }

  /// The thing has changed since the caller saw it (412).
  public static func preconditionFailed(_ message: String) -> HTTPError {
    .init(status: 412, message)
  }

  /// The body is too large (413).
  public static func contentTooLarge(_ message: String) -> HTTPError { .init(status: 413, message) }

  /// The body is of a content type that is not understood (415).
  public static func unsupportedMediaType(_ message: String) -> HTTPError {
    .init(status: 415, message)
  }

  /// The request can be read but not done (422).
  public static func unprocessable(_ message: String) -> HTTPError { .init(status: 422, message) }

  /// Someone else is working on the thing (423).
  public static func locked(_ message: String) -> HTTPError { .init(status: 423, message) }

  /// The request must say which version of the thing it means (428).
  public static func preconditionRequired(_ message: String) -> HTTPError {
    .init(status: 428, message)
  }

  /// The caller asks too often (429).
  public static func tooManyRequests(_ message: String) -> HTTPError { .init(status: 429, message) }

  /// The law forbids the answer (451).
  public static func unavailableForLegalReasons(_ message: String) -> HTTPError {
    .init(status: 451, message)
  }

  /// The service failed, and callers may know why (500).
  public static func internalServerError(_ message: String) -> HTTPError {
    .init(status: 500, message)
  }

  /// The service cannot do this yet (501).
  public static func notImplemented(_ message: String) -> HTTPError { .init(status: 501, message) }

  /// Another service failed (502).
  public static func badGateway(_ message: String) -> HTTPError { .init(status: 502, message) }

  /// The service cannot answer now (503).
  public static func unavailable(_ message: String) -> HTTPError { .init(status: 503, message) }

  /// Another service took too long (504).
  public static func gatewayTimeout(_ message: String) -> HTTPError { .init(status: 504, message) }
}
