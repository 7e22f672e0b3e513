/// The authors' library, built: what a one-file service is compiled against.
struct Toolkit: Hashable, Sendable {
  /// The targets that a service is made of, each after those that it imports.
  static let modules = ["Diagnostics", "JSON", "ServiceModel", "LambdaRuntime", "Coworks"]

  /// The targets whose sources decide whether the library is up to date.
  static let targets = modules + ["CoworksMacros"]

  /// The checkout.
  let root: String

  /// The folder of all that is built of the checkout.
  let folder: String

  /// The hash of the sources and the compiler.
  let key: String

  /// The compiler's version.
  let compilerVersion: String

  /// The folder of the library and the macro plugin.
  var products: String { folder + "/debug" }

  /// The folder of the interfaces.
  var interfaces: String { products + "/Modules" }

  /// The library.
  var library: String { products + "/libCoworks.so" }

  /// How the compiler finds the macros.
  var pluginOption: String { products + "/CoworksMacros-tool#CoworksMacros" }

  /// The file that says for which key the library was built.
  var stamp: String { folder + "/toolkit.key" }

  /// The file by which one process builds at a time.
  var lock: String { folder + "/toolkit.lock" }

  /// Whether the library has been built of these sources.
  var isBuilt: Bool {
    (try? Files.read(stamp)) == Array(key.utf8) && Files.exists(library)
  }

  /// The folder of the modules and objects for deployment.
  var releaseFolder: String { "\(folder)/release-\(key.prefix(16))" }
}

extension Toolkit {
  /// Finds the toolkit of `configuration` and the state of its sources.
  @concurrent static func locate(
    _ configuration: HostConfiguration
  ) async throws(ServiceHostError) -> Toolkit {
    guard let root = configuration.toolkitRoot, Files.exists(root + "/Package.swift") else {
      let place = configuration.toolkitRoot.map { " in \($0)" } ?? ""
      throw ServiceHostError(
        .toolkit, "the sources of Coworks, which Swift services need, are not\(place)",
        help: "set CWS_TOOLKIT to a checkout of CoWorks")
    }
    let version = try await compilerVersion()
    var rootHash = SHA256()
    rootHash.update(Files.absolute(root))
    let name = "toolkit-\(rootHash.finish().prefix(12))"
    return Toolkit(
      root: root, folder: Files.absolute(configuration.cacheDirectory) + "/" + name,
      key: try hash(of: root, version: version), compilerVersion: version)
  }

  /// The first line of what the compiler says of itself.
  private static func compilerVersion() async throws(ServiceHostError) -> String {
    let result: Command.Result
    do throws(Command.Failure) {
      result = try await Command(name: "swiftc", arguments: ["--version"]).run()
    } catch {
      guard case .notStarted = error else { throw ServiceHostError(failure: error, of: "swiftc") }
      throw ServiceHostError(
        .toolkit, "swiftc, which compiles Swift services, was not found",
        help: "install Swift 6.3 or later and put it into PATH")
    }
    return String(decoding: result.output, as: UTF8.self)
  }

  /// The hash of the sources in `root` and the compiler's version.
  private static func hash(of root: String, version: String) throws(ServiceHostError) -> String {
    var hash = SHA256()
    hash.update(version)
    hash.update(try Files.read(root + "/Package.swift"))
    for target in targets {
      let folder = "\(root)/Sources/\(target)"
      for file in Files.all(below: folder) where file.hasSuffix(".swift") {
        hash.update(String(file.dropFirst(root.count)))
        hash.update(try Files.read(file))
      }
    }
    return hash.finish()
  }
}
