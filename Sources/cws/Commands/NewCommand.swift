import ArgumentParser
import Shell

/// `cws new …`: writes the start of something.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the start of a service.",
    subcommands: [NewServiceCommand.self])
}

/// `cws new service NAME [--package] [DIR]`: writes a service that loads, and its test.
struct NewServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service",
    abstract: "Write a small service in Swift, and a test that passes.",
    discussion: """
      Writes NAME.swift, which `load` takes as it is, and NAME.md, a session that `cws check` runs \
      again. With --package it is a Swift package of that name, with tests in Swift and an example \
      of its environment, for a service of several files or with dependencies.
      """)

  @Argument(help: "What the service is called, such as order-mail.")
  var name: String

  @Argument(help: "The folder that is written to.", completion: .directory)
  var directory = "."

  @Flag(help: "Write a Swift package with tests.")
  var package = false

  @Flag(help: "Write over files that are there.")
  var force = false

  func run() throws {
    do throws(NewServiceFailure) {
      let name = try NewServiceName(name)
      let files = package ? try NewPackage(name: name).files : NewServiceFile(name: name).files
      let written = try NewFiles(files, in: directory).write(replacing: force)
      StandardStreams.write(written.map { $0 + "\n" }.joined(), to: .output)
      StandardStreams.write(Self.hint(for: written, isPackage: package) + "\n", to: .error)
    } catch {
      switch error.kind {
      case .name: throw ValidationError(error.message)
      case .files:
        StandardStreams.write("error: \(error.message)\n", to: .error)
        throw ExitCode.failure
      }
    }
  }

  /// What to do with the files `written`.
  private static func hint(for written: [String], isPackage: Bool) -> String {
    let start = written.first ?? ""
    guard isPackage else {
      let test = written.last ?? ""
      return "try it: cws -c 'load \(start)', or run its test: cws check \(test)"
    }
    let folder = start.split(separator: "/").dropLast().joined(separator: "/")
    let path = start.hasPrefix("/") ? "/" + folder : folder
    return "try it: cws -c 'load \(path)', or run its tests: swift test --package-path \(path)"
  }
}
