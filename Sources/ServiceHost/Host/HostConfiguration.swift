package import ServiceModel

/// What a host needs to know to run services.
package struct HostConfiguration: Sendable {
  /// The folder for what can be made anew: compiled services and the authors' library.
  package var cacheDirectory: String

  /// The checkout from which the authors' library is built, if there is one.
  package var toolkitRoot: String?

  /// The program that expands the authors' macros, if it has been built of that checkout already.
  package var macros: String?

  /// The services that come with the tool, by name.
  package var bundled: [String: BundledService]

  /// How long a process may take until it asks for its first call, and a program to describe itself.
  package var startTimeout = Duration.seconds(10)

  /// The stage whose `.env.STAGE` services get, until another is set.
  package var stage = "dev"

  /// The most processes of one service, until another limit is set.
  package var processLimit = 4

  /// How many calls of one service may wait for a process; nil for any number.
  ///
  /// A call over the limit fails as on Lambda when its concurrency is used up.
  package var queueLimit: Int?

  /// The AWS region that services see.
  package var region = "eu-west-1"

  /// Variables that every service gets besides Lambda's.
  package var environment: [String: String] = [:]

  /// Creates a configuration.
  package init(
    cacheDirectory: String, toolkitRoot: String? = nil, bundled: [String: BundledService] = [:]
  ) {
    self.cacheDirectory = cacheDirectory
    self.toolkitRoot = toolkitRoot
    self.bundled = bundled
  }
}

/// A service that comes with the tool.
package struct BundledService: Sendable {
  /// The path of its program.
  package var executable: String

  /// The program's arguments.
  package var arguments: [String]

  /// Its routes; without them the program is asked.
  package var description: ServiceDescription?

  /// Creates a bundled service.
  package init(
    executable: String, arguments: [String] = [], description: ServiceDescription? = nil
  ) {
    self.executable = executable
    self.arguments = arguments
    self.description = description
  }
}
