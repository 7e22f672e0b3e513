import FoundationEssentials
import Glibc
import Testing

@testable import ServiceHost

extension Tag {
  /// Tests that need the authors' library, whose first build takes minutes.
  @Tag static var toolkit: Self
}

/// A host for tests that compile Swift, on a cache that test runs share.
enum ToolkitFixture {
  /// The cache, if the environment names one.
  static let cache: String? = variable("CWS_CACHE")

  /// The checkout that this file belongs to, unless the environment names another.
  static let root: String =
    variable("CWS_TOOLKIT")
    ?? #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }

  /// A new host.
  static func makeHost() -> ServiceHost {
    ServiceHost(configuration())
  }

  /// What a host is told, with another cache or checkout if they are given.
  static func configuration(
    cache: String? = cache, root: String = root
  ) -> HostConfiguration {
    var configuration = HostConfiguration(cacheDirectory: cache ?? "/tmp", toolkitRoot: root)
    configuration.macros = variable("CWS_MACROS")
    return configuration
  }

  /// A file with `text` in a folder of its own.
  static func file(_ name: String, _ text: String) throws -> ServiceSource {
    let path = TemporaryFolder.make() + "/" + name
    try Files.write(Array(text.utf8), to: path)
    return .swiftFile(path: path)
  }

  /// Unpacks the archive `bytes` into `folder`.
  static func unpack(_ bytes: [UInt8], into folder: String) async throws {
    let archive = folder + ".zip"
    defer { Files.remove(archive) }
    try Files.write(bytes, to: archive)
    let script = """
      import os, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      for file in archive.infolist():
          os.chmod(archive.extract(file, sys.argv[2]), file.external_attr >> 16)
      """
    let result = try await Command(name: "python3", arguments: ["-c", script, archive, folder])
      .run()
    try #require(result.isSuccess, "\(result.errors)")
  }

  /// The value of the variable `name`.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
