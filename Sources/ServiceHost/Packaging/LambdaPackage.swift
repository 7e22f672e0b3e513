/// A package for a Lambda function with the runtime `provided.al2023`, which starts the file
/// `bootstrap` (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-provided.html).
package struct LambdaPackage: Hashable, Sendable {
  /// The bytes of the zip archive, the same whenever what is in it is.
  package let archive: [UInt8]

  /// The processor that the function must have.
  package let architecture: LambdaArchitecture

  /// What Lambda takes at most when it is uploaded directly.
  package static let uploadLimit = 50 * 1024 * 1024
}

extension LambdaPackage {
  /// What a package is made of.
  struct Contents: Sendable {
    /// The program.
    var program: String

    /// Its arguments.
    var arguments: [String] = []

    /// The folders and files that lie beside it, by their names.
    var resources: [String] = []
  }

  /// Makes the package of `contents` for functions with `architecture`, or that of the program.
  ///
  /// A program that would not start on Lambda is an error that says why.
  @concurrent static func make(
    _ contents: Contents, architecture: LambdaArchitecture?
  ) async throws(ServiceHostError) -> LambdaPackage {
    let check = LambdaCheck(architecture: architecture)
    let own = try check.check(try Files.read(contents.program), name: contents.program)
    return LambdaPackage(
      archive: ZipArchive.write(try await entries(of: contents)),
      architecture: own ?? architecture ?? .own)
  }

  // MARK: -

  /// The files of a package of `contents`.
  private static func entries(
    of contents: Contents
  ) async throws(ServiceHostError) -> [ZipArchive.Entry] {
    var entries: [ZipArchive.Entry] = []
    if contents.arguments.isEmpty {
      entries.append(try await entry("bootstrap", of: contents.program, isExecutable: true))
    } else {
      let name = Files.name(of: contents.program)
      let script = launcher(of: name, arguments: contents.arguments)
      entries.append(.init(path: "bootstrap", contents: Array(script.utf8), isExecutable: true))
      entries.append(try await entry(name, of: contents.program, isExecutable: true))
    }
    let folder = Files.folder(of: contents.program)
    for resource in contents.resources {
      for file in Files.all(below: "\(folder)/\(resource)") {
        entries.append(try await entry(String(file.dropFirst(folder.count + 1)), of: file))
      }
    }
    return entries
  }

  /// The file at `file` as the one at `path` of a package.
  private static func entry(
    _ path: String, of file: String, isExecutable: Bool = false
  ) async throws(ServiceHostError) -> ZipArchive.Entry {
    ZipArchive.Entry(
      path: path, contents: try Files.read(file), deflated: await Deflate.file(file),
      isExecutable: isExecutable)
  }

  /// A script that starts the program `name` with `arguments`.
  private static func launcher(of name: String, arguments: [String]) -> String {
    """
    #!/bin/sh
    exec "${0%/*}"/\(quoted(name)) \(arguments.map(quoted).joined(separator: " "))

    """
  }

  /// `word` as the shell's.
  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
