extension Toolkit {
  /// The language features of our targets.
  private static let features = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
    "NonisolatedNonsendingByDefault", "InferIsolatedConformances", "ImmutableWeakCaptures",
  ]

  /// Compiles the library's modules with optimization, unless that has been done.
  ///
  /// The macro plugin stays the one in debug: swift-syntax takes over ten minutes in release, and
  /// runs in the compiler only.
  @concurrent func buildForDeployment(
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    let complete = releaseFolder + "/complete"
    if Files.exists(complete) { return }
    try Files.makeFolder(releaseFolder)
    try await FileLock.hold(lock) {
      progress(.waitingForAnotherBuild)
    } _: { () async throws(ServiceHostError) in
      if Files.exists(complete) { return }
      try await compileModules(progress)
      try Files.write([], to: complete)
    }
  }

  // MARK: -

  /// Compiles all modules.
  private func compileModules(
    _ progress: @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    for (index, module) in Self.modules.enumerated() {
      let fraction = Double(index) / Double(Self.modules.count)
      progress(.buildingToolkit(line: "Compiling \(module) for deployment", fraction: fraction))
      try await compile(module)
    }
  }

  /// Compiles `module` to its interface and object.
  private func compile(_ module: String) async throws(ServiceHostError) {
    let sources = Files.all(below: "\(root)/Sources/\(module)").filter { $0.hasSuffix(".swift") }
    let target = "\(releaseFolder)/\(module)"
    let arguments =
      ["-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-package-name", "coworks"]
      + Self.features.flatMap { ["-enable-upcoming-feature", $0] }
      + [
        "-module-name", module, "-emit-module", "-emit-module-path", target + ".swiftmodule",
        "-c", "-o", target + ".o", "-I", releaseFolder, "-load-plugin-executable", pluginOption,
      ] + sources
    let result: Command.Result
    do throws(Command.Failure) {
      result = try await Command(name: "swiftc", arguments: arguments).run()
    } catch {
      throw ServiceHostError(failure: error, of: "swiftc")
    }
    guard result.isSuccess else {
      throw ServiceHostError(
        .toolkit, "\(module) could not be compiled for deployment",
        compilerMessages: CompilerOutput.messages(in: result.errors),
        output: result.errors.suffix(20))
    }
  }
}
