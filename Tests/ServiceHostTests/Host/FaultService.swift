import FoundationEssentials
import Glibc
import JSON
import ServiceModel
import Testing

@testable import ServiceHost

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
    if "CWS_DESCRIBE" in os.environ:
        print('{"openapi": "3.1.0", "info": {"title": "fault"}, "paths": {}}')
        sys.exit(0)
    mode = sys.argv[1] if len(sys.argv) > 1 else "serve"
    api = os.environ["AWS_LAMBDA_RUNTIME_API"]
    root = "/2018-06-01/runtime/"
    if mode == "exit":
        print("no database", file=sys.stderr)
        sys.exit(3)
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
        if mode == "routes" and event.get("path") == "/admin/routes":
            post(answer, open(sys.argv[2]).read())
            continue
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
        elif do == "wait":
            gate = os.open(event["gate"], os.O_RDONLY)
            print("waiting", flush=True)
            os.read(gate, 1)
            post(answer, json.dumps(os.getpid()))
        elif do == "leak":
            hoard = []
            while len(hoard) < 64: hoard.append(b"x" * (1 << 24))
            time.sleep(600)
        elif do == "leakElsewhere":
            leak = "x = b'x' * (1 << 30); import time; time.sleep(600)"
            subprocess.run([sys.executable, "-c", leak])
        elif do == "drown":
            while True: print("x" * 1000)
        elif do == "binary":
            os.write(1, bytes(range(256)) + b"\r\n\x00\xff\xfe<html>")
            post(answer, "null")
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
            time.sleep(600)
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

  /// The path of the service as a program.
  var program: String { folder + "/fault.py" }

  /// Makes the service in `mode` and loads it as `fault`.
  init(
    _ mode: String = "serve", description: ServiceDescription = ServiceDescription(name: "fault"),
    configure: (inout HostConfiguration) -> Void = { _ in }
  ) async throws {
    folder = TemporaryFolder.make()
    let path = folder + "/fault.py"
    try Files.write(Array(("#!\(Self.python ?? "")\n" + Self.script).utf8), to: path)
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
  ) async -> CallResult {
    var members: [(key: String, value: JSONValue)] = [("do", .string(action))]
    members += more.map { ($0, $1) }
    return await host.invoke("fault", payload: .object(members), timeout: timeout)
  }

  /// Waits until the service has printed `text` so often.
  func wait(forLine text: String, count: Int = 1) async {
    var rest = count
    for await line in await host.logStream(of: "fault", fromStart: true) where line.text == text {
      rest -= 1
      if rest == 0 { return }
    }
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

/// A gate in front of calls that `wait`, each of which passes when it is let through.
struct Gate {
  /// The path of the gate, a named pipe.
  let path: String

  /// The pipe.
  private let descriptor: CInt

  /// Makes a closed gate in `folder`.
  init(in folder: String) throws {
    path = folder + "/gate"
    try #require(mkfifo(path, 0o600) == 0)
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
  }

  /// What a call that waits is told.
  var event: [String: JSONValue] { ["gate": .string(path)] }

  /// Lets `count` calls through.
  func pass(_ count: Int) {
    _ = [UInt8](repeating: 0, count: count).withUnsafeBytes {
      write(descriptor, $0.baseAddress, $0.count)
    }
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

extension CallResult {
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
