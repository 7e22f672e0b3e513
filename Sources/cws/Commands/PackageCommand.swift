import ArgumentParser
import Foundation
import ServiceHost
import Shell

/// `cws package SERVICE -o FILE.zip`: a service as a Lambda package.
struct PackageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "package",
    abstract: "Make a Lambda package of a service, for the runtime provided.al2023.",
    discussion: """
      The package is the same to the byte whenever the service is. A program that would not start \
      on Lambda is an error that says what to do.
      """)

  @Argument(
    help:
      "What `load` takes: a Swift file, a package's folder or FOLDER:PRODUCT, a program, a name.",
    completion: .file())
  var service: String

  @Option(name: [.customShort("o"), .long], help: "The file that is written.")
  var output: String

  @Option(help: "The function's processor: x86_64 or arm64; by default that of the program.")
  var architecture: LambdaArchitecture?

  func run() async throws {
    guard await ServicePackaging(architecture: architecture).package(service, to: output) else {
      throw ExitCode.failure
    }
  }
}

extension LambdaArchitecture: ExpressibleByArgument {}

/// Makes the package that is asked for on the command line.
private struct ServicePackaging {
  /// The function's processor, if it is given.
  var architecture: LambdaArchitecture?

  /// Writes the package of `service` to `output` and tells of it, or why there is none.
  func package(_ service: String, to output: String) async -> Bool {
    let host = ServiceHost(Runtime.hostConfiguration)
    let terminal = ScriptTerminal(colors: (false, false))
    do throws(ServiceHostError) {
      let source = try source(service)
      let package = try await host.package(
        source, architecture: architecture, progress: { terminal.showProgress($0.shown) })
      try write(package, to: output)
    } catch {
      await host.shutdown()
      Runtime.printToError(SessionFailure(error).output)
      return false
    }
    await host.shutdown()
    return true
  }

  /// What `text` names.
  private func source(_ text: String) throws(ServiceHostError) -> ServiceSource {
    let bundled = Runtime.hostConfiguration.bundled.keys.sorted()
    if let source = try ServiceSource.find(text, bundled: bundled) { return source }
    throw ServiceHostError(
      .unknownService, "there is no service and no file `\(text)`",
      help: "bundled services: \(bundled.joined(separator: ", ")); or give a path")
  }

  /// Writes `package` and tells of it.
  private func write(
    _ package: LambdaPackage, to output: String
  ) throws(ServiceHostError) {
    do {
      try Data(package.archive).write(to: URL(filePath: output))
    } catch {
      throw ServiceHostError(.system, "cannot write \(output): \(error.localizedDescription)")
    }
    let megabytes = Double(package.archive.count) / 1_000_000
    let size = String(format: "%.1f MB", megabytes)
    var text = "\(output)  \(size)  \(package.architecture.rawValue)  provided.al2023\n"
    if package.archive.count > LambdaPackage.uploadLimit {
      text += "it is over the 50 MB that can be uploaded directly: upload it to S3\n"
    }
    StandardStreams.write(text, to: .error)
  }
}
