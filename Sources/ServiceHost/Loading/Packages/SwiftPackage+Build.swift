import FoundationEssentials

extension SwiftPackage {
  /// Makes the program that runs on this machine, unless it has been made.
  @concurrent func compile(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    toolkit.cache.touch(build.folder, scratch)
    if Files.exists(build.program) { return progress(.cached(file: path)) }
    let program = try await run(configuration: "debug", [], runner, progress)
    try keep(program, as: build.program)
    toolkit.cache.removeOldEntries()
  }

  /// Makes the program for deployment, which needs nothing of the system that it runs on.
  @concurrent func compileForDeployment(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    if Files.exists(build.bootstrap) { return progress(.cached(file: path)) }
    let options = PackageBuild.deploymentOptions(
      of: [path: "package", scratch: "build", toolkit.root: "coworks"])
    let program = try await run(
      configuration: "release", options, runner, progress)
    try keep(program, as: build.bootstrap)
  }

  /// The names of the folders of resources that the program reads, which lie beside it.
  var resources: [String] {
    Files.folders(in: build.folder).filter { $0.hasSuffix(".resources") }.sorted()
  }

  // MARK: -

  /// Builds the product in `configuration` and returns the path of its program.
  private func run(
    configuration: String, _ options: [String], _ runner: CommandRunner,
    _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> String {
    progress(.buildingPackage(path: path, line: "Reading Package.swift", fraction: nil))
    let manifest = try await manifest(runner)
    let product = try manifest.product(named: product)
    if manifest.usesCoworks { try await toolkit.build(runner, progress) }
    let macros = manifest.usesCoworks ? toolkit.macroArguments.flatMap { ["-Xswiftc", $0] } : []
    let build = PackageBuild(
      path: path, scratch: scratch, product: product, configuration: configuration,
      options: macros + options, usesCoworks: manifest.usesCoworks)
    return try await build.run(runner) { [path] in progress(.buildingPackage(path, line: $0)) }
  }

  /// Puts the program at `path` and what it needs beside it into the service's folder, itself last.
  private func keep(_ path: String, as target: String) throws(ServiceHostError) {
    let folder = Files.folder(of: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".resources") || name.hasSuffix(".so") {
      guard !Files.exists("\(build.folder)/\(name)") else { continue }
      try Files.copy("\(folder)/\(name)", to: "\(build.folder)/\(name)")
    }
    try BuildTraces.copy(path, to: target)
  }
}

extension LoadProgress {
  /// The progress that a line of SwiftPM's tells about the package at `path`.
  static func buildingPackage(_ path: String, line: String) -> LoadProgress {
    .buildingPackage(path: path, line: line, fraction: fraction(in: line))
  }

  /// The part that is done by a line of SwiftPM's: `[12/440] Compiling JSON JSONValue.swift`.
  static func fraction(in line: String) -> Double? {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    let counts = line[line.index(after: line.startIndex)..<end].split(separator: "/")
    guard counts.count == 2, let done = Double(counts[0]), let all = Double(counts[1]), all > 0
    else { return nil }
    return min(1, done / all)
  }
}
