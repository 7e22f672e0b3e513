/// Which pages of other sites may call a service from a browser.
///
///     let cors = CORS(origins: ["https://shop.example"], maxAge: .seconds(600))
///
/// See the [CORS protocol](https://fetch.spec.whatwg.org/#http-cors-protocol).
public struct CORS: Equatable, Sendable {
  /// The sites whose pages may call.
  public enum Origins: Equatable, Sendable {
    /// Every site.
    case any

    /// These sites, written `https://shop.example`.
    case only([String])
  }

  /// The sites whose pages may call.
  public var origins: Origins

  /// The methods that they may use; nil for all that a path has.
  public var methods: [HTTPMethod]?

  /// The headers that they may send.
  public var headers: [String]

  /// The headers of an answer that they may read, beside those that every page may.
  public var exposedHeaders: [String]

  /// How long a browser may keep the answer to its question; nil leaves that to the browser.
  public var maxAge: Duration?

  /// Whether the browser may send cookies and other credentials of its user.
  public var allowsCredentials: Bool

  /// No site may call; browsers then refuse what the pages of other sites ask.
  public static let off: CORS = CORS(origins: [])

  /// The headers that pages may send where a service names none.
  public static let commonHeaders: [String] = [
    "Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Security-Token", "X-Api-Key",
  ]

  /// Creates the rules of a service.
  ///
  /// - Precondition: Credentials are allowed only to sites that are named.
  /// - Parameters:
  ///   - origins: The sites whose pages may call.
  ///   - methods: The methods that they may use; nil for all that a path has.
  ///   - headers: The headers that they may send.
  ///   - exposedHeaders: The headers of an answer that they may read.
  ///   - maxAge: How long a browser may keep the answer to its question.
  ///   - allowsCredentials: Whether the browser may send its user's credentials.
  public init(
    origins: Origins, methods: [HTTPMethod]? = nil, headers: [String] = commonHeaders,
    exposedHeaders: [String] = [], maxAge: Duration? = nil, allowsCredentials: Bool = false
  ) {
    precondition(
      !allowsCredentials || origins != .any,
      "CORS: name the origins of which credentials are allowed")
    self.origins = origins
    self.methods = methods
    self.headers = headers
    self.exposedHeaders = exposedHeaders
    self.maxAge = maxAge
    self.allowsCredentials = allowsCredentials
  }
}

extension CORS.Origins: ExpressibleByArrayLiteral {
  /// Creates a list of sites.
  ///
  /// - Parameter elements: The sites, written `https://shop.example`.
  public init(arrayLiteral elements: String...) {
    self = .only(elements)
  }
}
