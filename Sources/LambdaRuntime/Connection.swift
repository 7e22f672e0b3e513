/// One connection to the runtime API, opened on its first use and again when it was closed.
struct Connection {
  /// The address.
  private let address: SocketAddress

  /// The open socket.
  private var socket: Socket?

  /// Creates a connection to `endpoint`, written `HOST:PORT`.
  init(endpoint: String) throws(RuntimeError) {
    address = try SocketAddress(endpoint)
  }

  /// Sends `request` and waits for the answer.
  ///
  /// A connection that was closed while it was not in use is opened anew, once.
  mutating func exchange(_ request: [UInt8]) throws(RuntimeError) -> HTTPResponse {
    guard let socket else { return try exchangeAnew(request) }
    do {
      return try exchange(request, on: socket)
    } catch .closed {
      return try exchangeAnew(request)
    }
  }

  /// Opens the connection, sends `request` and waits for the answer.
  private mutating func exchangeAnew(_ request: [UInt8]) throws(RuntimeError) -> HTTPResponse {
    let socket = try Socket(connectingTo: address)
    self.socket = socket
    return try exchange(request, on: socket)
  }

  /// Sends `request` on `socket` and waits for the answer.
  private mutating func exchange(
    _ request: [UInt8], on socket: Socket
  ) throws(RuntimeError) -> HTTPResponse {
    do {
      try socket.send(request)
      var reader = HTTPResponseReader(receive: socket.receive)
      let response = try reader.read()
      if response.closesConnection { self.socket = nil }
      return response
    } catch {
      self.socket = nil
      throw error
    }
  }
}
