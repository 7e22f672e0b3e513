/// One connection to the runtime API, opened on its first use and again when it was closed.
struct Connection {
  /// The address.
  private let address: SocketAddress

  /// The open socket, with what reads the answers.
  private var open: (socket: Socket, reader: HTTPResponseReader)?

  /// Creates a connection to `endpoint`, written `HOST:PORT`, or `@NAME` for a socket of the host's.
  init(endpoint: String) throws(RuntimeError) {
    address = try SocketAddress(endpoint)
  }

  /// Whether it leads to the host itself, which takes several requests in one go.
  var isLocal: Bool { address.isLocal }

  /// Sends `request` and waits for the answer.
  ///
  /// A connection that was closed while it was not in use is opened anew, once.
  mutating func exchange(_ request: [UInt8]) throws(RuntimeError) -> HTTPResponse {
    try send(request)
    return try receive()
  }

  /// Sends `request` and waits for the first byte of an answer; there may be several to receive.
  mutating func send(_ request: [UInt8]) throws(RuntimeError) {
    guard open != nil else { return try sendAnew(request) }
    do {
      try sendOnce(request)
    } catch .closed {
      try sendAnew(request)
    }
  }

  /// Waits for the next answer to what was sent.
  mutating func receive() throws(RuntimeError) -> HTTPResponse {
    guard var current = open else { throw .closed }
    open = nil
    let response = try current.reader.read()
    if !response.closesConnection { open = current }
    return response
  }

  // MARK: -

  /// Opens the connection and sends `request`.
  private mutating func sendAnew(_ request: [UInt8]) throws(RuntimeError) {
    let socket = try Socket(connectingTo: address)
    open = (socket, HTTPResponseReader(receive: socket.receive))
    try sendOnce(request)
  }

  /// Sends `request`, and waits for the first byte of an answer.
  private mutating func sendOnce(_ request: [UInt8]) throws(RuntimeError) {
    guard var current = open else { throw .closed }
    open = nil
    try current.socket.send(request)
    try current.reader.wait()
    open = current
  }
}
