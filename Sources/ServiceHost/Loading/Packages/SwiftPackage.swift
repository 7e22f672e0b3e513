import Digests
import JSON

/// A service that is an executable product of a Swift package.
struct SwiftPackage: Sendable {
  /// The path of the package, without links.
  let path: String

  /// The product that was asked for.
  let product: String?

  /// The toolkit.
  let toolkit: Toolkit

  /// SwiftPM's folder for this package, by which builds are incremental.
  let scratch: String

  /// What is made of these very sources.
  let build: ServiceBuild

  /// Finds the package at `path` and the state of its sources.
  init(path: String, product: String?, toolkit: Toolkit) throws(ServiceHostError) {
    self.path = Files.resolved(path)
    self.product = product
    self.toolkit = toolkit
    var hash = SHA256()
    hash.update(self.path)
    scratch = toolkit.cache.folder(.packages, hash.finish())
    let key = try Self.key(of: [self.path] + Self.localPackages(in: scratch), product, toolkit)
    build = ServiceBuild(folder: toolkit.cache.folder(.services, key))
  }

  /// Asks SwiftPM what the package declares.
  @concurrent func manifest(
    _ runner: CommandRunner
  ) async throws(ServiceHostError) -> PackageManifest {
    let result = try await runner.run(
      "swift",
      ["package", "--package-path", path, "--scratch-path", scratch, "describe", "--type", "json"])
    guard result.isSuccess, let description = try? JSONReader.read(utf8: result.output),
      let manifest = PackageManifest(path: path, description: description)
    else { throw CompilerOutput.error("\(path)/Package.swift cannot be read", in: result.lines) }
    return manifest
  }

  // MARK: -

  /// The hash of all files of the packages in `folders`, and of what compiles them.
  private static func key(
    of folders: [String], _ product: String?, _ toolkit: Toolkit
  ) throws(ServiceHostError) -> String {
    var hash = SHA256()
    toolkit.update(&hash)
    hash.update(product ?? "")
    for folder in folders {
      for file in Files.all(below: folder) {
        hash.update(String(file.dropFirst(folder.count)))
        hash.update(try Files.read(file))
      }
    }
    return hash.finish()
  }

  /// The folders of the packages on this machine that the package depended on when it was built
  /// last, by SwiftPM's notes in `scratch`.
  private static func localPackages(in scratch: String) -> [String] {
    guard let bytes = try? Files.read(scratch + "/workspace-state.json"),
      let state = try? JSONReader.read(utf8: bytes)
    else { return [] }
    let packages = state["object"]?["dependencies"]?.arrayValue ?? []
    return packages.filter { $0["packageRef"]?["kind"] == "fileSystem" }
      .compactMap { $0["packageRef"]?["location"]?.stringValue }.sorted()
  }
}

extension SwiftPackage {
  /// Finds the package at `path` and the toolkit that compiles it.
  @concurrent static func locate(
    _ path: String, product: String?, _ configuration: HostConfiguration, _ runner: CommandRunner
  ) async throws(ServiceHostError) -> SwiftPackage {
    let toolkit = try await Toolkit.locate(configuration, runner)
    return try SwiftPackage(path: path, product: product, toolkit: toolkit)
  }
}
