/// A one-file service in Swift, compiled against the toolkit.
struct SwiftService: Sendable {
  /// The path of the file.
  let path: String

  /// The toolkit.
  let toolkit: Toolkit

  /// The folder for what is made of this very text with this very toolkit.
  let folder: String

  /// The module's name.
  let module: String

  /// Finds the service in the file at `path`.
  init(path: String, toolkit: Toolkit, cacheDirectory: String) throws(ServiceHostError) {
    self.path = Files.absolute(path)
    self.toolkit = toolkit
    module = Self.moduleName(of: path)
    var hash = SHA256()
    hash.update(toolkit.key)
    hash.update(module)
    hash.update(try Files.read(self.path))
    folder = Files.absolute(cacheDirectory) + "/services/" + hash.finish()
  }

  /// The program.
  var program: String { folder + "/service" }

  /// The file of the program's OpenAPI document.
  var document: String { folder + "/openapi.json" }

  /// The program for deployment.
  var bootstrap: String { folder + "/bootstrap" }

  /// Makes the program unless it has been made.
  @concurrent func compile(
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    if Files.exists(program) { return progress(.cached(file: path)) }
    progress(.compiling(file: path))
    try await compile(
      to: program,
      [
        "-I", toolkit.interfaces, "-L", toolkit.products, "-lCoworks",
        "-Xlinker", "-rpath", "-Xlinker", toolkit.products,
      ])
  }

  /// Makes the program for deployment, which needs nothing of the system that it runs on.
  @concurrent func compileForDeployment(
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    if Files.exists(bootstrap) { return progress(.cached(file: path)) }
    progress(.compiling(file: path))
    let objects = Toolkit.modules.map { "\(toolkit.releaseFolder)/\($0).o" }
    try await compile(
      to: bootstrap,
      ["-O", "-static-executable", "-I", toolkit.releaseFolder] + objects
        + ["-Xlinker", "--gc-sections", "-Xlinker", "-s"])
  }

  // MARK: -

  /// Compiles the file with further `options`, and puts the program at `target` when it is whole.
  private func compile(to target: String, _ options: [String]) async throws(ServiceHostError) {
    try Files.makeFolder(folder)
    let draft = "\(target).\(UInt64.random(in: 0...UInt64.max))"
    defer { Files.remove(draft) }
    let arguments =
      [
        "-parse-as-library", "-swift-version", "6", path, "-o", draft, "-module-name", module,
        "-diagnostic-style=llvm", "-no-color-diagnostics",
        "-load-plugin-executable", toolkit.pluginOption,
      ] + options
    let result: Command.Result
    do throws(Command.Failure) {
      result = try await Command(name: "swiftc", arguments: arguments).run()
    } catch {
      throw ServiceHostError(failure: error, of: "swiftc")
    }
    guard result.isSuccess else { throw error(result) }
    try Files.move(draft, to: target)
  }

  /// The error that the compiler did not make the program.
  private func error(_ result: Command.Result) -> ServiceHostError {
    let lines =
      String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
      + result.errors
    if CompilerOutput.lacksEntryPoint(lines) { return .noService(in: path) }
    let messages = CompilerOutput.messages(in: lines)
    let count = messages.count { $0.severity == .error }
    let what = count == 1 ? "1 error" : "\(count) errors"
    return ServiceHostError(
      .compilation, "\(path) does not compile" + (count == 0 ? "" : ": \(what)"),
      compilerMessages: messages, output: lines.suffix(20))
  }

  /// A module name made of the name of the file at `path`.
  private static func moduleName(of path: String) -> String {
    let stem = ServiceSource.swiftFile(path: path).defaultName
    return "service_" + String(stem.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
  }

  /// Whether `scalar` may stand in a module's name anywhere.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }
}

extension ServiceHostError {
  /// The error that the file at `path` declares no service.
  static func noService(in path: String) -> ServiceHostError {
    ServiceHostError(
      .noService, "\(path) declares no service",
      help: "mark a type with `@main @TechMicroService`, and its routes with `@Entry`")
  }
}
