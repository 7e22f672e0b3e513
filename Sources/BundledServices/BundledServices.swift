import Glibc
import LambdaRuntime
import StandardServices

/// Any of the bundled services on Lambda: `bundled-services NAME`.
@main enum BundledServices {
  /// Is the service that the argument names.
  static func main() async {
    let name = CommandLine.arguments.dropFirst().first ?? ""
    guard let definition = StandardServices.all[name] else {
      let message = "there is no bundled service `\(name)`\n"
      write(STDERR_FILENO, message, message.utf8.count)
      exit(64)
    }
    await LambdaRuntime.run(definition)
  }
}
