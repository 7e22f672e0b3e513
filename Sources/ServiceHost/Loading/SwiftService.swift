import Digests

/// A one-file service in Swift, compiled against the toolkit.
struct SwiftService: Sendable {
  /// The path of the file.
  let path: String

  /// The toolkit.
  let toolkit: Toolkit

  /// What is made of this very text with this very toolkit.
  let build: ServiceBuild

  /// The module's name.
  let module: String

  /// Finds the service in the file at `path`.
  init(path: String, toolkit: Toolkit) throws(ServiceHostError) {
    self.path = Files.absolute(path)
    self.toolkit = toolkit
    module = Self.moduleName(of: path)
    var hash = SHA256()
    toolkit.update(&hash)
    hash.update(module)
    hash.update(try Files.read(self.path))
    build = ServiceBuild(folder: toolkit.cache.folder(.services, hash.finish()))
  }

  /// Makes the program unless it has been made.
  @concurrent func compile(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    toolkit.cache.touch(build.folder)
    if Files.exists(build.program) { return progress(.cached(file: path)) }
    progress(.compiling(file: path))
    let library = toolkit.library
    try await compile(
      to: build.program,
      ["-L", library, "-lCoworks", "-Xlinker", "-rpath", "-Xlinker", library], runner)
    toolkit.cache.removeOldEntries()
  }

  /// Makes the program for deployment, which needs nothing of the system that it runs on.
  @concurrent func compileForDeployment(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    if Files.exists(build.bootstrap) { return progress(.cached(file: path)) }
    progress(.compiling(file: path))
    try await compile(
      to: build.bootstrap, StaticLinking.compilerArguments + toolkit.objects, runner)
  }

  // MARK: -

  /// Compiles the file with further `options`, and puts the program at `target` when it is whole.
  private func compile(
    to target: String, _ options: [String], _ runner: CommandRunner
  ) async throws(ServiceHostError) {
    try Files.makeFolder(build.folder)
    let draft = "\(target).\(UInt64.random(in: 0...UInt64.max))"
    defer { Files.remove(draft) }
    let arguments =
      [
        "-parse-as-library", "-swift-version", "6", "-O", "-use-ld=lld", path, "-o", draft,
        "-module-name", module, "-diagnostic-style=llvm", "-no-color-diagnostics",
        "-file-prefix-map", "\(Files.folder(of: path))=.", "-I", toolkit.library,
      ] + toolkit.macroArguments + options
    let result = try await runner.run("swiftc", arguments)
    guard result.isSuccess else { throw error(result) }
    try BuildTraces.remove(from: draft, movingTo: target)
  }

  /// The error that the compiler did not make the program.
  private func error(_ result: Command.Result) -> ServiceHostError {
    if CompilerOutput.lacksEntryPoint(result.lines) { return .noService(in: path) }
    return CompilerOutput.error("\(path) does not compile", in: result.lines)
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
