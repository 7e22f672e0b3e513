import Foundation

/// The `terraform` command of this machine.
struct Terraform {
  /// Where it is.
  let path: String

  /// Finds the command in PATH and in `/usr/local/bin`.
  static let installed: Terraform? = {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = search.split(separator: ":").map(String.init) + ["/usr/local/bin"]
    return folders.map { $0 + "/terraform" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Terraform(path: $0) }
  }()

  /// Runs it in `folder` and gives what it wrote and its exit code.
  func run(_ arguments: [String], in folder: URL, input: String = "") throws
    -> (output: String, code: Int32)
  {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "CHECKPOINT_DISABLE": "1"]
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardOutput
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}

/// Gives `body` an empty folder that is removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hcl-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
