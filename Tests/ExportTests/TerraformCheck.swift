import Export
import Foundation

/// The check of configurations by the real terraform, which lies beside the repository.
struct TerraformCheck {
  /// The folder of its commands.
  let folder: URL

  /// Finds it in `shared/terraform` of one of the folders around this file, if terraform is there.
  static let installed: TerraformCheck? = {
    let hasTerraform = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/terraform")
    }
    var folder = URL(filePath: #filePath)
    while hasTerraform, folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let commands = folder.appending(path: "shared/terraform")
      let command = commands.appending(path: "tfcheck").path
      if FileManager.default.isExecutableFile(atPath: command) {
        return TerraformCheck(folder: commands)
      }
    }
    return nil
  }()

  /// Writes `files` to a folder, runs tfcheck there, and gives what it said and its exit code.
  func run(_ files: [ExportedFile], options: [String]) throws -> (output: String, code: Int32) {
    let target = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: target) }
    for file in files {
      let path = target.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.contents).write(to: path)
    }
    let process = Process()
    process.executableURL = folder.appending(path: "tfcheck")
    process.arguments = [target.path] + options
    process.environment = ProcessInfo.processInfo.environment.filter {
      $0.key != "TF_CLI_CONFIG_FILE"
    }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}
