import ServiceModel

/// The headers of a request as the function sees them.
///
/// Names keep their case; those that concern the connection are dropped, and API Gateway adds what
/// it knows of the client. See the [notes on REST APIs][notes].
///
/// [notes]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
struct ProxyHeaders {
  /// A name with its values.
  struct Item {
    /// The name as it came first.
    let name: String

    /// The values in order, at least one.
    var values: [String]
  }

  /// The headers in the order in which their names came first.
  private(set) var items: [Item] = []

  /// The headers of `exchange` behind `settings`.
  init(_ exchange: Exchange, _ settings: GatewaySettings) {
    items.reserveCapacity(exchange.request.headers.fields.count + 4)
    for field in exchange.request.headers.fields where !Self.isDropped(field.name) {
      add(field.name, field.value)
    }
    forward("X-Forwarded-For", exchange.request.sourceIP)
    set("X-Amzn-Trace-Id", exchange.identity.traceID)
    set("X-Forwarded-Port", String(settings.port))
    set("X-Forwarded-Proto", "http")
  }

  /// Adds a value.
  private mutating func add(_ name: String, _ value: String) {
    if let place = place(of: name) {
      items[place].values.append(value)
    } else {
      items.append(Item(name: name, values: [value]))
    }
  }

  /// Adds a value unless there is one.
  private mutating func set(_ name: String, _ value: String) {
    if place(of: name) == nil { items.append(Item(name: name, values: [value])) }
  }

  /// Adds `value` behind what earlier proxies said.
  private mutating func forward(_ name: String, _ value: String) {
    guard let place = place(of: name) else {
      return items.append(Item(name: name, values: [value]))
    }
    items[place].values = [(items[place].values + [value]).joined(separator: ", ")]
  }

  /// Where the header `name` is.
  private func place(of name: String) -> Int? {
    items.firstIndex { HeaderName.isSame($0.name, name) }
  }

  /// Whether functions do not see the header `name`.
  private static func isDropped(_ name: String) -> Bool {
    dropped.contains { HeaderName.isSame($0, name) }
  }

  /// The headers that API Gateway keeps to itself.
  private static let dropped = [
    "Connection", "Content-Length", "Content-MD5", "Expect", "Keep-Alive", "Max-Forwards",
    "Proxy-Authenticate", "Server", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    "WWW-Authenticate",
  ]
}

/// Names of headers, in which case does not count.
enum HeaderName {
  /// Whether `a` and `b` name the same header.
  static func isSame(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return zip(a.utf8, b.utf8).allSatisfy { lower($0) == lower($1) }
  }

  /// The small letter of a capital one.
  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
