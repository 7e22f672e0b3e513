import Foundation
import Subprocess
import SystemPackage

/// A server that runs as long as it is measured; what it prints is lost.
struct ServedProcess {
  /// The program.
  let executable: String

  /// Its arguments.
  let arguments: [String]

  /// The folder in which it starts.
  let folder: URL

  /// How long it may take until it answers.
  private static let patience = Duration.seconds(300)

  /// Starts the server on `port` and does `work` when it answers at `path`.
  func run<Result: Sendable>(
    port: Int, path: String, _ work: @Sendable @escaping () -> Result
  ) async throws -> Result {
    let outcome = try await Subprocess.run(
      executable.contains("/") ? .path(FilePath(executable)) : .name(executable),
      arguments: Arguments(arguments), workingDirectory: FilePath(folder.path), input: .none,
      output: .discarded, error: .discarded
    ) { execution in
      defer { try? execution.send(signal: .terminate) }
      try await waitForAnswer(port: port, path: path) { execution.processIdentifier.value }
      return work()
    }
    return outcome.closureResult
  }

  /// Returns when the server answers.
  private func waitForAnswer(port: Int, path: String, process: () -> pid_t) async throws {
    let deadline = ContinuousClock.now + Self.patience
    let probe = LoadClient(
      port: port, request: Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), body: [])
    while !probe.isAnswered() {
      guard ContinuousClock.now < deadline, kill(process(), 0) == 0 else {
        throw BenchmarkFailure("it does not answer at \(path)")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}

/// Ports of this machine that nobody uses.
enum FreePort {
  /// A port that was free a moment ago.
  static func find() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
      }
    }
    guard status == 0 else { throw BenchmarkFailure("there is no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
