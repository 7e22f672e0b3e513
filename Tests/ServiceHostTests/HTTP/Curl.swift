import Foundation

/// The HTTP client that everyone has.
struct Curl {
  /// What a client got.
  struct Answer {
    /// The status; 0 without an answer.
    var status = 0

    /// The lines of the head, those of earlier answers on the way among them.
    var head: [String] = []

    /// The body.
    var body: [UInt8] = []

    /// What was asked for with `-w`.
    var output = ""

    /// The body as a text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The values of the headers `name`.
    func values(_ name: String) -> [String] {
      head.compactMap { line in
        let halves = line.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, halves[0].lowercased() == name.lowercased() else { return nil }
        return String(halves[1].drop { $0 == " " })
      }
    }
  }

  /// The path of the program, if there is one.
  static let path = ["/usr/bin/curl", "/usr/local/bin/curl", "/bin/curl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Whether the tests with it can run.
  static let isAvailable = path != nil

  /// Asks for `url` with more `arguments`, and returns the last answer.
  static func run(_ url: String, _ arguments: [String] = []) async throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "curl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (head, body) = (folder.appending(path: "head"), folder.appending(path: "body"))
    let files = ["-s", "-m", "60", "-D", head.path, "-o", body.path]
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    try await ClientProgram.run(
      path ?? "", files + arguments + [url], output: FileHandle(forWritingTo: output))
    let lines = bytes(of: head).split(separator: 0x0A).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    var answer = Answer(head: lines.filter { !$0.isEmpty })
    answer.body = bytes(of: body)
    answer.output = String(decoding: bytes(of: output), as: UTF8.self)
    let status = lines.last { $0.hasPrefix("HTTP/") }?.split(separator: " ").dropFirst().first
    answer.status = status.flatMap { Int($0) } ?? 0
    return answer
  }

  /// The content of `file`; none if there is no such file.
  private static func bytes(of file: URL) -> [UInt8] {
    (try? Data(contentsOf: file)).map { Array($0) } ?? []
  }
}

/// A program that a test runs.
enum ClientProgram {
  /// Runs the program at `path` until it ends; what it prints goes to `output`.
  static func run(_ path: String, _ arguments: [String], output: FileHandle) async throws {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }
}
