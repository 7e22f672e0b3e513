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

    /// The last value.
    var value: String

    /// The values before it.
    var earlier: [String] = []
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
      items[place].earlier.append(items[place].value)
      items[place].value = value
    } else {
      items.append(Item(name: name, value: value))
    }
  }

  /// Adds a value unless there is one.
  private mutating func set(_ name: String, _ value: String) {
    if place(of: name) == nil { items.append(Item(name: name, value: value)) }
  }

  /// Adds `value` behind what earlier proxies said.
  private mutating func forward(_ name: String, _ value: String) {
    guard let place = place(of: name) else {
      return items.append(Item(name: name, value: value))
    }
    let item = items[place]
    items[place].value = (item.earlier + [item.value, value]).joined(separator: ", ")
    items[place].earlier = []
  }

  /// Where the header `name` is.
  private func place(of name: String) -> Int? {
    items.firstIndex { Headers.isSame($0.name, name) }
  }

  /// Whether functions do not see the header `name`.
  private static func isDropped(_ name: String) -> Bool {
    dropped.contains { Headers.isSame($0, name) }
  }

  /// The headers that API Gateway keeps to itself.
  private static let dropped = [
    "Connection", "Content-Length", "Content-MD5", "Expect", "Keep-Alive", "Max-Forwards",
    "Proxy-Authenticate", "Server", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    "WWW-Authenticate",
  ]
}
