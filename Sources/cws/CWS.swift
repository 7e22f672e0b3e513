import ArgumentParser
import Shell

/// The command line of the tool.
@main
struct CWS: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cws",
    abstract: "Call services, compose the calls into workflows, and deploy what you ran.",
    usage: "cws [<file>]\ncws -c <line>\ncws <subcommand> …",
    discussion: """
      Without a subcommand it is the shell: on a terminal a line-editing prompt, otherwise a reader \
      of the script on standard input.
      """,
    version: "0.1.0",
    subcommands: [
      ShellCommand.self, RunCommand.self, CheckCommand.self, ExportCommand.self,
      NewCommand.self, ServeCommand.self, PackageCommand.self, EvalCommand.self,
      ExecuteCommand.self, ValidateCommand.self, TestStateCommand.self, BenchmarkCommand.self,
      ServiceCommand.self,
      ValidateCommand.self, TestStateCommand.self, BenchmarkCommand.self, ServiceCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  /// Starts the command that the arguments name; exit codes are 0 for done, 1 for work that failed,
  /// 2 for a wrong command.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      let code = exitCode(for: error)
      StandardStreams.write(
        fullMessage(for: error) + "\n", to: code == .success ? .output : .error)
      exit(withError: code == .success ? code : ExitCode(2))
    }
  }
}
