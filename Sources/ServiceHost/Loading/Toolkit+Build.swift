extension Toolkit {
  /// Builds the library unless it is up to date.
  @concurrent func build(
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    if isBuilt { return }
    try Files.makeFolder(folder)
    try await FileLock.hold(lock) {
      progress(.waitingForAnotherBuild)
    } _: { () async throws(ServiceHostError) in
      if !isBuilt { try await runBuild(progress) }
    }
  }

  // MARK: -

  /// Builds the library.
  private func runBuild(
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    Files.remove(stamp)
    let result: Command.Result
    do throws(Command.Failure) {
      result = try await buildCommand.run(onLine: { progress(.buildingToolkit(line: $0)) })
    } catch {
      throw ServiceHostError(failure: error, of: "swift build")
    }
    guard result.isSuccess else { throw buildError(result) }
    try Files.write(Array(key.utf8), to: stamp)
  }

  /// The build, in debug because swift-syntax takes very long in release.
  private var buildCommand: Command {
    Command(
      name: "swift",
      arguments: [
        "build", "--package-path", root, "--scratch-path", folder, "--product", "Coworks",
      ])
  }

  /// The error that the build failed.
  private func buildError(_ result: Command.Result) -> ServiceHostError {
    let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
      .map(String.init)
    let all = lines + result.errors
    return ServiceHostError(
      .toolkit, "the library for Swift services could not be built from \(root)",
      compilerMessages: CompilerOutput.messages(in: all), output: all.suffix(20))
  }
}

extension LoadProgress {
  /// The progress that a line of SwiftPM's tells: `[12/440] Compiling JSON JSONValue.swift`.
  static func buildingToolkit(line: String) -> LoadProgress {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else {
      return .buildingToolkit(line: line, fraction: nil)
    }
    let counts = line[line.index(after: line.startIndex)..<end].split(separator: "/")
    guard counts.count == 2, let done = Double(counts[0]), let all = Double(counts[1]), all > 0
    else { return .buildingToolkit(line: line, fraction: nil) }
    return .buildingToolkit(line: line, fraction: min(1, done / all))
  }
}
