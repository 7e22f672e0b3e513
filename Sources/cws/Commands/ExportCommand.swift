import ArgumentParser
import Export
import Shell

/// `cws export FILE -o DIR`: compiles a session.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Compile a saved session to ASL, Terraform and pictures.",
    discussion: "Services are loaded and workflows are checked; nothing is called.")

  @Argument(help: "The session.", completion: .file())
  var file: String

  @Option(name: [.customShort("o"), .long], help: "The folder that is written to.")
  var output: String

  @Option(help: "What is written: asl, terraform, mermaid, or several with commas between them.")
  var format = "asl,terraform"

  func validate() throws { _ = try formats }

  func run() async throws {
    let runtime = Runtime.script(emit: Runtime.printToError)
    let session = runtime.session
    let isFine = await session.runFile(file, onlyDefinitions: true)
    let isExported = isFine ? await session.exportFiles(to: output, formats: try formats) : false
    await runtime.close()
    if !isExported { throw ExitCode.failure }
  }

  /// The formats that are named.
  private var formats: Set<ExportFormat> {
    get throws {
      try Set(
        format.split(separator: ",").map { name in
          guard let format = ExportFormat(rawValue: String(name)) else {
            let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no format `\(name)`; the formats are \(known)")
          }
          return format
        })
    }
  }
}
