extension Toolkit {
  /// Whether all has been built.
  var isBuilt: Bool { Files.exists(macros) && Files.exists(library) }

  /// Builds what has not been built.
  @concurrent func build(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    cache.touch(cache.folder(.macros, macrosKey), library, scratch)
    if isBuilt { return }
    try Files.makeFolder(cache.path)
    try await FileLock.hold(lock) {
      progress(.waitingForAnotherBuild)
    } _: { () async throws(ServiceHostError) in
      if !Files.exists(macros) { try await buildMacros(runner, progress) }
      if !Files.exists(library) { try await buildLibrary(runner, progress) }
    }
    cache.removeOldEntries()
  }

  // MARK: -

  /// Builds the macros with SwiftPM, which needs minutes the first time, for swift-syntax.
  private func buildMacros(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    let result = try await runner.run(
      "swift",
      [
        "build", "--package-path", root, "--scratch-path", scratch, "--product", "CoworksMacros",
      ], onLine: { progress(.buildingToolkit(line: $0)) })
    guard result.isSuccess else {
      throw error("the macros for Swift services could not be built from \(root)", result)
    }
    try Files.copy(scratch + "/debug/CoworksMacros-tool", to: macros)
  }

  /// Compiles the library's modules and links them.
  private func buildLibrary(
    _ runner: CommandRunner, _ progress: @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    let draft = library + ".draft"
    Files.remove(draft)
    defer { Files.remove(draft) }
    try Files.makeFolder(draft)
    let modules = ToolkitModule.all
    if modules.contains(where: { folder(of: $0) == nil }) { try await fetchPackages(runner) }
    for (index, module) in modules.enumerated() {
      let fraction = Double(index) / Double(modules.count)
      progress(.buildingToolkit(line: "Compiling \(module.name)", fraction: fraction))
      try await compile(module, in: draft, runner)
    }
    try await link(modules.map { $0.object(in: draft) }, in: draft, runner)
    try Files.move(draft, to: library)
  }

  /// Lets SwiftPM fetch the packages that the checkout depends on.
  private func fetchPackages(_ runner: CommandRunner) async throws(ServiceHostError) {
    let result = try await runner.run(
      "swift", ["package", "--package-path", root, "--scratch-path", scratch, "resolve"])
    guard result.isSuccess else {
      throw error("the packages that CoWorks depends on could not be fetched", result)
    }
  }

  /// Compiles `module` to its interface and object in `folder`.
  private func compile(
    _ module: ToolkitModule, in folder: String, _ runner: CommandRunner
  ) async throws(ServiceHostError) {
    guard let package = self.folder(of: module) else {
      throw ServiceHostError(.toolkit, "the package \(module.package) is not in \(scratch)")
    }
    let sources = Files.swift(below: "\(package)/Sources/\(module.name)")
    let arguments =
      module.arguments(sources: sources, root: package, folder: folder) + macroArguments
    let result = try await runner.run("swiftc", arguments)
    guard result.isSuccess else { throw error("\(module.name) does not compile", result) }
  }

  /// Makes the shared library of `objects` in `folder`.
  private func link(
    _ objects: [String], in folder: String, _ runner: CommandRunner
  ) async throws(ServiceHostError) {
    let library = folder + "/" + Files.name(of: sharedLibrary)
    let result = try await runner.run(
      "swiftc", ["-use-ld=lld", "-emit-library", "-o", library] + objects)
    guard result.isSuccess else {
      throw error("the library for Swift services cannot be linked", result)
    }
  }

  /// The error that something failed as `message` says.
  private func error(_ message: String, _ result: Command.Result) -> ServiceHostError {
    ServiceHostError(
      .toolkit, message, compilerMessages: CompilerOutput.messages(in: result.lines),
      output: result.lines.suffix(20))
  }
}

extension LoadProgress {
  /// The progress that a line of SwiftPM's tells: `[12/440] Compiling JSON JSONValue.swift`.
  static func buildingToolkit(line: String) -> LoadProgress {
    .buildingToolkit(line: line, fraction: fraction(in: line))
  }
}
