import Foundation
import Gateway
import ServiceModel
import Synchronization
import Testing

@testable import ServiceHost

/// A service in Python behind a gateway server.
struct ServedService {
  /// Runs the service.
  let host: ServiceHost

  /// Serves it.
  let server: GatewayServer

  /// The lines of the server's log.
  let log: ServedLog

  /// The folder of the service's program.
  let folder: URL

  /// Why the tests with it cannot run.
  static let reason: Comment = "curl or python3 is missing"

  /// Whether the tests with it can run.
  static let isAvailable = Curl.isAvailable && FaultService.isAvailable

  /// What the service runs: a route does what its name says.
  private static let script = #"""
    import base64, http.client, json, os, sys, time
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    root = "/2018-06-01/runtime/invocation/"
    asked = 0
    def answer(event):
        global asked
        if event.get("type") == "REQUEST":
            asked += 1
            token = event["headers"]["Authorization"]
            if token == "broken": raise Exception("broken")
            effect = "Allow" if token == "good" else "Deny"
            return {"principalId": token, "context": {"asked": asked}, "policyDocument": {
                "Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke",
                "Effect": effect, "Resource": event["methodArn"]}]}}
        name = event["resource"].split("/")[1]
        if name == "bytes":
            body = base64.b64encode(bytes(range(256))).decode()
            return {"body": body, "isBase64Encoded": True,
                    "headers": {"Content-Type": "image/png"}}
        if name == "cookies":
            return {"statusCode": 201, "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"]}}
        if name == "nothing": return {"statusCode": 204}
        if name == "large": return {"body": "x" * 7000000}
        if name == "exit":
            print("giving up", flush=True)
            os._exit(7)
        if name == "malformed": return [1, 2]
        if name == "wait":
            while not os.path.exists(event["queryStringParameters"]["for"]): time.sleep(0.01)
            return {"body": "done"}
        if name == "length":
            body = event["body"] or ""
            return {"body": str(len(base64.b64decode(body) if event["isBase64Encoded"] else body))}
        return {"body": json.dumps(event)}
    while True:
        connection.request("GET", root + "next")
        response = connection.getresponse()
        id = response.headers["Lambda-Runtime-Aws-Request-Id"]
        event = json.loads(response.read())
        try:
            path, body = "/response", answer(event)
        except Exception as error:
            path, body = "/error", {"errorType": "Error", "errorMessage": str(error)}
        connection.request("POST", root + id + path, json.dumps(body))
        connection.getresponse().read()
    """#

  /// The routes of the service; those under `/secret` ask its authorizer.
  static var description: ServiceDescription {
    let names = ["bytes", "cookies", "nothing", "large", "exit", "malformed", "wait", "echo"]
    var routes = names.map { Route(.get, PathTemplate("/" + $0), isPublic: true) }
    routes.append(Route(.get, "/echo/{name}", isPublic: true))
    routes.append(Route(.head, "/echo", isPublic: true))
    routes.append(Route(.post, "/length", isPublic: true))
    routes.append(Route(.get, "/secret"))
    var description = ServiceDescription(name: "served", routes: routes)
    description.hasAuthorizer = true
    return description
  }

  /// Starts the service and its server.
  static func start(_ limits: ServerLimits = ServerLimits()) async throws -> ServedService {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "served-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = folder.appending(path: "served.py")
    try Data(Self.script.utf8).write(to: script)
    let program = BundledService(
      executable: FaultService.python ?? "", arguments: [script.path], description: description)
    let host = ServiceHost(
      HostConfiguration(cacheDirectory: folder.path, bundled: ["served": program]))
    _ = try await host.load(.bundled("served"))
    let log = ServedLog()
    let server = try await GatewayServer.start(
      [Site("served", description)], of: host, GatewaySettings(), at: .init(port: 0),
      limits: limits, log: log.add)
    return ServedService(host: host, server: server, log: log, folder: folder)
  }

  /// Serves for as long as `body` runs.
  static func run(
    _ limits: ServerLimits = ServerLimits(), _ body: (ServedService) async throws -> Void
  ) async throws {
    let service = try await start(limits)
    let result: Swift.Result<Void, any Error>
    do {
      result = .success(try await body(service))
    } catch {
      result = .failure(error)
    }
    await service.server.stop()
    await service.host.shutdown()
    try? FileManager.default.removeItem(at: service.folder)
    try result.get()
  }

  /// The address of `path`.
  func url(_ path: String) -> String { "http://127.0.0.1:\(server.address.port)\(path)" }

  /// Asks for `path` with more `arguments` for curl.
  func ask(_ path: String, _ arguments: String...) async throws -> Curl.Answer {
    try await Curl.run(url(path), arguments)
  }

  /// Sends `text` on a connection of its own, and returns all that comes back until it is closed.
  func send(_ text: String) async throws -> String {
    let file = folder.appending(path: UUID().uuidString)
    try Data().write(to: file)
    let script = """
      import socket, sys
      client = socket.create_connection(("127.0.0.1", \(server.address.port)))
      client.sendall(sys.argv[1].encode())
      while True:
          piece = client.recv(65536)
          if not piece: break
          sys.stdout.buffer.write(piece)
      """
    try await ClientProgram.run(
      FaultService.python ?? "", ["-c", script, text], output: FileHandle(forWritingTo: file))
    return try String(contentsOf: file, encoding: .utf8)
  }
}

/// The log of a server.
final class ServedLog: Sendable {
  /// The text so far.
  private let stored = Mutex<String>("")

  /// The text so far.
  var text: String { stored.withLock { $0 } }

  /// Adds lines.
  @Sendable func add(_ lines: String) { stored.withLock { $0 += lines } }
}
