import JSON

/// What a Swift package declares, as far as services go.
struct PackageManifest: Hashable, Sendable {
  /// The path of the package.
  let path: String

  /// The names of its executable products, in order.
  let executables: [String]

  /// Whether it is written with the authors' library.
  let usesCoworks: Bool

  /// Reads what `swift package describe` prints of the package at `path`.
  init?(path: String, description: JSONValue) {
    guard let products = description["products"]?.arrayValue else { return nil }
    self.path = path
    executables = products.filter { $0["type"]?["executable"] != nil }
      .compactMap { $0["name"]?.stringValue }.sorted()
    let targets = description["targets"]?.arrayValue ?? []
    usesCoworks = targets.contains { target in
      target["product_dependencies"]?.arrayValue?.contains("Coworks") == true
    }
  }

  /// The executable product that is meant by `name`, or the only one.
  func product(named name: String?) throws(ServiceHostError) -> String {
    let all = executables.joined(separator: ", ")
    if let name {
      guard !executables.contains(name) else { return name }
      throw ServiceHostError(
        .noService, "\(path) has no executable product \(name)",
        help: executables.isEmpty ? Self.executableHelp : "there is \(all)")
    }
    guard let first = executables.first else {
      throw ServiceHostError(
        .noService, "\(path) has no executable product", help: Self.executableHelp)
    }
    guard executables.count == 1 else {
      throw ServiceHostError(
        .noService, "\(path) has several executable products: \(all)",
        help: "name one of them: \(path):\(first)")
    }
    return first
  }

  /// What makes a package a service.
  private static let executableHelp =
    "declare an `.executableTarget` with a type marked `@main @TechMicroService`"
}
