import FoundationEssentials

/// The Swift compiler of this machine.
struct SwiftCompiler: Hashable, Sendable {
  /// What it says of itself.
  let version: String

  /// Finds the compiler in `PATH`.
  ///
  /// Asking it takes a quarter of a second, so the answer is kept in the cache at `cache` for this
  /// very program.
  @concurrent static func find(
    cache: String, _ runner: CommandRunner
  ) async throws(ServiceHostError) -> SwiftCompiler {
    guard let path else {
      throw ServiceHostError(
        .toolkit, "swiftc, which compiles Swift services, was not found",
        help: "install Swift 6.3 or later and put it into PATH")
    }
    return try await find(at: path, cache: cache, runner)
  }

  /// Finds out about the compiler at `path`.
  @concurrent static func find(
    at path: String, cache: String, _ runner: CommandRunner
  ) async throws(ServiceHostError) -> SwiftCompiler {
    let note = identity(of: path).map { "\(cache)/compilers/\($0)" }
    if let note, let known = try? Files.read(note) {
      return SwiftCompiler(version: String(decoding: known, as: UTF8.self))
    }
    let result = try await runner.run(path, ["--version"])
    guard result.isSuccess else {
      throw ServiceHostError(
        .toolkit, "\(path) does not tell its version", output: result.errors.suffix(20))
    }
    if let note {
      try Files.makeFolder(Files.folder(of: note))
      try Files.write(result.output, to: note)
    }
    return SwiftCompiler(version: String(decoding: result.output, as: UTF8.self))
  }

  /// The path of the compiler, if there is one.
  static var path: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: Character(":")).map { $0 + "/swiftc" }
      .first(where: Files.isExecutable)
  }

  // MARK: -

  /// A hash of what changes with the compiler at `path`.
  ///
  /// There is none for a program that only chooses the compiler, as swiftly does, for what it
  /// chooses may change without it.
  private static func identity(of path: String) -> String? {
    let name = Files.name(of: Files.resolved(path))
    return name.hasPrefix("swift-") || name == "swiftc" ? Files.identity(of: path) : nil
  }
}
