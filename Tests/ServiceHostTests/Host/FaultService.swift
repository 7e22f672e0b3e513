import FoundationEssentials
import JSON
import ServiceModel
import Testing

@testable import ServiceHost
import struct ServiceHost.Invocation

/// A service in Python that misbehaves on request, in a folder of its own.
struct FaultService {
  /// The path of the interpreter, if there is one.
  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Whether the tests with this service can run.
  static let isAvailable = python != nil

  /// Why they cannot.
  static let reason: Comment = "python3 is neither in /usr/bin nor in /usr/local/bin"

  /// What the service runs.
  static let script = #"""
    import http.client, json, os, signal, socket, subprocess, sys, time
    mode = sys.argv[1] if len(sys.argv) > 1 else "serve"
    api = os.environ["AWS_LAMBDA_RUNTIME_API"]
    root = "/2018-06-01/runtime/"
    if mode == "exit":
        print("no database", file=sys.stderr)
        sys.exit(3)
    if mode == "hang":
        print("thinking", flush=True)
        time.sleep(600)
    connection = http.client.HTTPConnection(api)
    def request(method, path, body=None, headers={}):
        connection.request(method, root + path, body, headers)
        response = connection.getresponse()
        return response, response.read()
    def post(path, body, headers={}):
        return request("POST", path, body, headers)[0].status
    if mode == "init":
        error = {"errorMessage": "no module shop", "errorType": "Runtime.ImportModuleError"}
        post("init/error", json.dumps(error))
        sys.exit(1)
    last = None
    while True:
        response, body = request("GET", "invocation/next")
        id = response.headers["Lambda-Runtime-Aws-Request-Id"]
        event = json.loads(body)
        answer = "invocation/" + id + "/response"
        do = event.get("do", "echo")
        if do == "echo": post(answer, body)
        elif do == "pid": post(answer, json.dumps(os.getpid()))
        elif do == "env": post(answer, json.dumps(dict(os.environ)))
        elif do == "headers": post(answer, json.dumps(dict(response.headers)))
        elif do == "exit":
            print("giving up", flush=True)
            os._exit(7)
        elif do == "signal": os.kill(os.getpid(), signal.SIGSEGV)
        elif do == "hang":
            print("hanging", flush=True)
            time.sleep(600)
        elif do == "sleep":
            time.sleep(event["seconds"])
            post(answer, json.dumps(os.getpid()))
        elif do == "garbage": post(answer, "<html>")
        elif do == "empty": post(answer, "")
        elif do == "big": post(answer, json.dumps("x" * event["size"]))
        elif do == "error":
            error = {"errorMessage": "no more", "errorType": "Shop.SoldOut"}
            post("invocation/" + id + "/error", json.dumps(error))
        elif do == "badError":
            headers = {"Lambda-Runtime-Function-Error-Type": "Shop.Bad"}
            post("invocation/" + id + "/error", "just text", headers)
        elif do == "twice":
            post(answer, json.dumps("first"))
            last = post(answer, json.dumps("second"))
        elif do == "last": post(answer, json.dumps(last))
        elif do == "skip": pass
        elif do == "wrong":
            last = post("invocation/nonsense/response", "1")
            post(answer, json.dumps(last))
        elif do == "log":
            print("one")
            print("two", file=sys.stderr)
            print("three", end="", flush=True)
            print(flush=True)
            post(answer, "null")
        elif do == "flood":
            for number in range(event["lines"]): print("line", number)
            sys.stdout.flush()
            post(answer, "null")
        elif do == "truncate":
            host, port = api.split(":")
            raw = socket.create_connection((host, int(port)))
            head = "POST " + root + answer + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"
            raw.sendall((head + "{").encode())
            raw.close()
            time.sleep(0.5)
        elif do == "child":
            child = subprocess.Popen(["sleep", "600"])
            post(answer, json.dumps(child.pid))
        elif do == "disconnect":
            post(answer, "null")
            connection.close()
            time.sleep(600)
        elif do == "quit":
            post(answer, "null")
            os._exit(0)
    """#

  /// The service's folder.
  let folder: String

  /// The host.
  let host: ServiceHost

  /// Makes the service in `mode` and loads it as `fault`.
  init(
    _ mode: String = "serve", configure: (inout HostConfiguration) -> Void = { _ in }
  ) async throws {
    folder = TemporaryFolder.make()
    let path = folder + "/fault.py"
    try Files.write(Array(Self.script.utf8), to: path)
    let description = ServiceDescription(name: "fault")
    var configuration = HostConfiguration(
      cacheDirectory: folder + "/cache",
      bundled: [
        "fault": BundledService(
          executable: Self.python ?? "", arguments: ["-u", path, mode], description: description)
      ])
    configure(&configuration)
    host = ServiceHost(configuration)
    _ = try await host.load(.bundled("fault"))
  }

  /// Asks the service to `do` something.
  func call(
    _ action: String, _ more: [String: JSONValue] = [:], timeout: Duration? = nil
  ) async -> Invocation {
    var members: [(key: String, value: JSONValue)] = [("do", .string(action))]
    members += more.map { ($0, $1) }
    return await host.invoke("fault", payload: .object(members), timeout: timeout)
  }

  /// The texts of the log's lines.
  var lines: [String] {
    get async { await host.logs(of: "fault").map(\.text) }
  }

  /// Ends everything.
  func end() async {
    await host.shutdown()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// Folders for tests.
enum TemporaryFolder {
  /// A new empty folder.
  static func make() -> String {
    let path = "/tmp/cws-host-tests-\(UInt64.random(in: 0...UInt64.max))"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}

extension Invocation {
  /// The answer.
  var answer: JSONValue? {
    if case .answer(let value) = outcome { return value }
    return nil
  }

  /// The type of the error.
  var errorType: String? {
    if case .error(let type, _) = outcome { return type }
    return nil
  }

  /// The message of the error.
  var errorMessage: String? {
    if case .error(_, let message) = outcome { return message }
    return nil
  }
}
