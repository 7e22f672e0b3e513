import Digests

/// What services in Swift are compiled with: the authors' library and its macros, built of a
/// checkout.
///
/// The macros are built by SwiftPM and without optimization, because swift-syntax takes over ten
/// minutes with it and they run in the compiler only. The library is compiled once and optimized,
/// for calls at the prompt and for deployment alike. Both lie in the cache by the hash of what they
/// are made of.
struct Toolkit: Hashable, Sendable {
  /// The checkout.
  let root: String

  /// The cache.
  let cache: BuildCache

  /// The compiler.
  let compiler: SwiftCompiler

  /// The program that expands the macros.
  let macros: String

  /// The hash of what the macros are made of.
  let macrosKey: String

  /// The hash of what the library is made of.
  let libraryKey: String

  /// The folder of the library: interfaces, objects, and the shared library.
  var library: String { cache.folder(.libraries, libraryKey) }

  /// The shared library.
  var sharedLibrary: String { library + "/libCoworks.so" }

  /// The objects of which the library is made.
  var objects: [String] { ToolkitModule.all.map { $0.object(in: library) } }

  /// How the compiler finds the macros.
  var macroArguments: [String] { ["-load-plugin-executable", "\(macros)#CoworksMacros"] }

  /// The folder in which SwiftPM builds this checkout.
  var scratch: String {
    var hash = SHA256()
    hash.update(root)
    return cache.folder(.checkouts, hash.finish())
  }

  /// The file by which one process builds at a time.
  var lock: String { cache.path + "/toolkit.lock" }

  /// The folder of the package that `module` belongs to: the checkout, or where SwiftPM has put it,
  /// if it has.
  func folder(of module: ToolkitModule) -> String? {
    guard module.isForeign else { return root }
    return [root + "/.build", scratch].map { "\($0)/checkouts/\(module.package)" }
      .first(where: Files.exists)
  }

  /// Adds what a program depends on that is compiled with this toolkit to `hash`.
  func update(_ hash: inout SHA256) {
    hash.update(compiler.version)
    hash.update(macrosKey)
    hash.update(libraryKey)
  }
}

extension Toolkit {
  /// Finds the toolkit of `configuration` and the state of its sources.
  @concurrent static func locate(
    _ configuration: HostConfiguration, _ runner: CommandRunner
  ) async throws(ServiceHostError) -> Toolkit {
    guard let root = configuration.toolkitRoot, Files.exists(root + "/Package.swift") else {
      let place = configuration.toolkitRoot.map { " in \($0)" } ?? ""
      throw ServiceHostError(
        .toolkit, "the sources of Coworks, which Swift services need, are not\(place)",
        help: "set CWS_TOOLKIT to a checkout of CoWorks")
    }
    let cache = BuildCache(path: Files.absolute(configuration.cacheDirectory))
    let compiler = try await SwiftCompiler.find(cache: cache.path, runner)
    let macros = try macros(of: root, configuration, compiler)
    return Toolkit(
      root: Files.absolute(root), cache: cache, compiler: compiler,
      macros: configuration.macros ?? "\(cache.folder(.macros, macros))/CoworksMacros",
      macrosKey: macros,
      libraryKey: try hash(
        of: ["Package.swift"]
          + ToolkitModule.all.filter { !$0.isForeign }.map { "Sources/\($0.name)" },
        in: root, compiler))
  }

  /// The hash of what the macros in `root` are made of, or of the program that was built of them.
  private static func macros(
    of root: String, _ configuration: HostConfiguration, _ compiler: SwiftCompiler
  ) throws(ServiceHostError) -> String {
    guard let program = configuration.macros else {
      return try hash(of: ["Package.swift", "Sources/CoworksMacros"], in: root, compiler)
    }
    guard let identity = Files.identity(of: program) else {
      throw ServiceHostError(.toolkit, "the macros at \(program) do not exist")
    }
    return identity
  }

  /// The hash of the Swift files at `paths` in `root`, and of `compiler`.
  static func hash(
    of paths: [String], in root: String, _ compiler: SwiftCompiler
  ) throws(ServiceHostError) -> String {
    var hash = SHA256()
    hash.update(compiler.version)
    for path in paths {
      let full = "\(root)/\(path)"
      for file in Files.isFolder(full) ? Files.swift(below: full) : [full] {
        hash.update(String(file.dropFirst(root.count)))
        hash.update(try Files.read(file))
      }
    }
    return hash.finish()
  }
}
