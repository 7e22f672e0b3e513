/// The program that is any of the bundled services on Lambda, built of the checkout when one is
/// packaged for the first time.
///
/// The tool itself is such a program too, but linked to libraries that Lambda does not have.
struct BundledServices: Sendable {
  /// The product, and the target whose main file it is.
  private static let product = "bundled-services"

  /// What it is made of.
  private static let targets = [
    "BundledServices", "Diagnostics", "JSON", "LambdaRuntime", "ServiceModel", "StandardServices",
  ]

  /// The toolkit, for the checkout.
  let toolkit: Toolkit

  /// Where the program lies.
  private let folder: String

  /// Finds the program for the sources of `toolkit`.
  init(toolkit: Toolkit) throws(ServiceHostError) {
    self.toolkit = toolkit
    let sources = ["Package.swift"] + Self.targets.map { "Sources/\($0)" }
    let key = try Toolkit.hash(of: sources, in: toolkit.root, toolkit.compiler)
    folder = toolkit.cache.folder(.services, key)
  }

  /// The path of the program.
  var program: String { "\(folder)/\(Self.product)" }

  /// Makes the program unless it has been made.
  @concurrent func compileForDeployment(
    _ runner: CommandRunner, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) {
    if Files.exists(program) { return toolkit.cache.touch(folder) }
    let root = toolkit.root
    let build = PackageBuild(
      path: root, scratch: toolkit.scratch, product: Self.product, configuration: "release",
      options: PackageBuild.deploymentOptions(of: [root: "coworks", toolkit.scratch: "build"]),
      usesCoworks: true)
    let path = try await build.run(runner) { progress(.buildingToolkit(line: $0)) }
    try Files.makeFolder(folder)
    try BuildTraces.copy(path, to: program)
  }
}
