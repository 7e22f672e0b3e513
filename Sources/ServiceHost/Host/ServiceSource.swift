/// Where a service comes from.
package enum ServiceSource: Hashable, Sendable {
  /// A service that comes with the tool.
  case bundled(String)

  /// A one-file service in Swift.
  case swiftFile(path: String)

  /// A Swift package, and which of its executable products the service is if there are several.
  case swiftPackage(path: String, product: String? = nil)

  /// A program that speaks the Lambda Runtime API.
  case executable(path: String, arguments: [String] = [])

  /// The name that the service has unless another is given.
  package var defaultName: String {
    switch self {
    case .bundled(let name), .swiftPackage(_, let name?): return name
    case .swiftPackage(let path, nil): return Files.name(of: Files.resolved(path))
    case .swiftFile(let path), .executable(let path, _):
      let file = Files.name(of: path)
      guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
      return String(file[..<dot])
    }
  }
}

extension ServiceSource {
  /// What `text` names: one of the `bundled` services, a Swift file, the folder of a Swift package,
  /// `FOLDER:PRODUCT`, or a program; nil if there is nothing of the kind.
  package static func find(
    _ text: String, bundled: some Sequence<String>
  ) throws(ServiceHostError) -> ServiceSource? {
    if bundled.contains(text) { return .bundled(text) }
    if Files.isFolder(text) { return try package(text, product: nil) }
    if Files.exists(text) { return try file(text) }
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let folder = String(text[..<colon])
    guard Files.isFolder(folder) else { return nil }
    return try package(folder, product: String(text[text.index(after: colon)...]))
  }

  // MARK: -

  /// The package in `folder`.
  private static func package(
    _ folder: String, product: String?
  ) throws(ServiceHostError) -> ServiceSource {
    guard Files.exists(folder + "/Package.swift") else {
      throw ServiceHostError(
        .noService, "\(folder) is no Swift package",
        help: "a folder is loaded as a package; it has no file Package.swift")
    }
    return .swiftPackage(path: folder, product: product)
  }

  /// The file at `path`, Swift by its name or a program by its permissions.
  private static func file(_ path: String) throws(ServiceHostError) -> ServiceSource {
    if path.hasSuffix(".swift") { return .swiftFile(path: path) }
    guard Files.isExecutable(path) else {
      throw ServiceHostError(
        .noService, "\(path) is neither Swift nor a program",
        help: "give a file that ends in .swift, or make it executable: chmod +x \(path)")
    }
    return .executable(path: path)
  }
}

/// How far the loading of a service is.
package enum LoadProgress: Hashable, Sendable {
  /// Another process builds the authors' library; this one waits for it.
  case waitingForAnotherBuild

  /// The authors' library is being built: a line of the build, and the part that is done, from 0
  /// to 1, if the line tells.
  case buildingToolkit(line: String, fraction: Double?)

  /// A file is being compiled.
  case compiling(file: String)

  /// A package is being built: a line of the build, and the part that is done, from 0 to 1, if the
  /// line tells.
  case buildingPackage(path: String, line: String, fraction: Double?)

  /// The compiled program of a file or a package was found.
  case cached(file: String)

  /// The program is asked for its routes.
  case describing(service: String)
}
