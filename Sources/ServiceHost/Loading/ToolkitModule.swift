/// A module of the authors' library.
struct ToolkitModule: Hashable, Sendable {
  /// Its name.
  var name: String

  /// The package that it belongs to, by which `package` access goes.
  var package: String

  /// The upcoming language features that it is written with.
  var features: [String]

  /// All modules, each after those that it imports.
  static let all =
    [ToolkitModule(name: "Logging", package: "swift-log", features: sharedFeatures)] + own

  /// The modules of this package.
  private static let own = ["Diagnostics", "JSON", "ServiceModel", "LambdaRuntime", "Coworks"].map {
    ToolkitModule(
      name: $0, package: "coworks",
      features: sharedFeatures + ["InferIsolatedConformances", "ImmutableWeakCaptures"])
  }

  /// The features of the targets of both packages.
  private static let sharedFeatures = [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
    "NonisolatedNonsendingByDefault",
  ]

  /// Whether it belongs to another package than the checkout's, from which SwiftPM fetches it.
  var isForeign: Bool { package != "coworks" }

  /// The compiler's arguments that make the optimized object and interface of the module of the
  /// files `sources` below `root` in `folder`, where those of the modules before lie.
  ///
  /// Nothing of the path `root` gets into the object.
  func arguments(sources: [String], root: String, folder: String) -> [String] {
    [
      "-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-package-name", package,
      "-module-name", name, "-emit-module", "-emit-module-path", "\(folder)/\(name).swiftmodule",
      "-c", "-o", object(in: folder), "-I", folder, "-file-prefix-map", "\(root)=/\(package)",
      "-suppress-warnings", "-diagnostic-style=llvm",
    ] + features.flatMap { ["-enable-upcoming-feature", $0] } + sources
  }

  /// The path of the module's object in `folder`.
  func object(in folder: String) -> String { "\(folder)/\(name).o" }
}
