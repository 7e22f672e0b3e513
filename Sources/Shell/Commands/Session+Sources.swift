import Diagnostics
import ServiceHost

extension Session {
  /// What `text` names: a bundled service, a Swift file, a program, the folder of a Swift package, or
  /// one of its products as `FOLDER:PRODUCT`.
  func serviceSource(_ text: String) throws(ServiceHostError) -> ServiceSource {
    if surroundings.bundledServices.contains(where: { $0.name == text }) { return .bundled(text) }
    guard let path = existingPath(text) else {
      guard let product = packageProduct(text) else { throw notFound(text) }
      return product
    }
    if path.hasSuffix(".swift") { return .swiftFile(path: path) }
    if surroundings.files.isExecutable(path) { return .executable(path: path) }
    if isPackage(path) { return .swiftPackage(path: path) }
    let isFolder = surroundings.files.isFolder(path)
    throw ServiceHostError(
      .noService, "\(text) is \(isFolder ? "no Swift package" : "neither Swift nor a program")",
      help: isFolder
        ? "a folder is loaded as a package; it has no file Package.swift"
        : "give a file that ends in .swift, or make it executable: chmod +x \(text)")
  }

  /// The product of a package that `text` names, as `FOLDER:PRODUCT`.
  private func packageProduct(_ text: String) -> ServiceSource? {
    guard let colon = text.lastIndex(of: ":"),
      let folder = existingPath(String(text[..<colon])), isPackage(folder)
    else { return nil }
    return .swiftPackage(path: folder, product: String(text[text.index(after: colon)...]))
  }

  /// Whether there is a Swift package in the folder at `path`.
  private func isPackage(_ path: String) -> Bool {
    surroundings.files.exists(path + "/Package.swift")
  }

  /// The names of the bundled services, as a sentence has them.
  private func notFound(_ text: String) -> ServiceHostError {
    let names = surroundings.bundledServices.map(\.name)
    let nearest = nearestName(to: text, among: names).map { "did you mean `\($0)`? " } ?? ""
    let known = names.joined(separator: ", ")
    return ServiceHostError(
      .unknownService, "there is no service and no file `\(text)`",
      help:
        "\(nearest)bundled services: \(known); or give the path of a Swift file, a package or a program"
    )
  }
}
