/// A build of an executable product by SwiftPM.
struct PackageBuild: Sendable {
  /// The path of the package.
  var path: String

  /// SwiftPM's folder, by which builds are incremental.
  var scratch: String

  /// The product.
  var product: String

  /// `debug` or `release`.
  var configuration: String

  /// Further arguments of `swift build`.
  var options: [String]

  /// Whether the package is written with the authors' library, or is CoWorks itself.
  ///
  /// CoWorks's own manifest leaves the macros out then, with the minutes that swift-syntax takes;
  /// the compiler is told where they are.
  var usesCoworks: Bool

  /// The arguments for a program that needs nothing of the system that it runs on, and that tells
  /// the names in the place of the folders that are the keys of `folders`.
  static func deploymentOptions(of folders: [String: String]) -> [String] {
    let maps = folders.sorted { $0.key.count > $1.key.count }.flatMap {
      ["-Xswiftc", "-file-prefix-map", "-Xswiftc", "\($0.key)=/\($0.value)"]
    }
    return StaticLinking.buildArguments + maps
  }

  /// Builds the product and returns the path of its program.
  func run(
    _ runner: CommandRunner, onLine: @escaping @Sendable (String) -> Void
  ) async throws(ServiceHostError) -> String {
    let arguments =
      [
        "build", "--package-path", path, "--scratch-path", scratch, "--product", product,
        "-c", configuration, "-Xswiftc", "-diagnostic-style=llvm",
      ] + options
    let result = try await runner.run(
      "swift", arguments, environment: usesCoworks ? ["COWORKS_MACROS": "built"] : [:],
      onLine: onLine)
    guard result.isSuccess else {
      throw CompilerOutput.error("\(path) does not compile", in: result.lines)
    }
    return "\(scratch)/\(configuration)/\(product)"
  }
}
