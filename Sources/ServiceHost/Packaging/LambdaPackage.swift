/// Makes Lambda packages for the runtime `provided.al2023`, which starts the file `bootstrap`.
enum LambdaPackage {
  /// The package of a program that needs nothing but itself.
  @concurrent static func standalone(
    _ program: String
  ) async throws(ServiceHostError) -> [UInt8] {
    ZipArchive.write([try await entry("bootstrap", of: program)])
  }

  /// The package of `program` with its arguments and the libraries that it is linked to.
  @concurrent static func wrapped(
    _ program: ServiceProgram
  ) async throws(ServiceHostError) -> [UInt8] {
    let name = Files.name(of: program.executable)
    let script = bootstrap(starting: name, arguments: program.arguments)
    var entries = [
      ZipArchive.Entry(path: "bootstrap", contents: Array(script.utf8), isExecutable: true),
      try await entry(name, of: program.executable),
    ]
    for library in await libraries(of: program.executable) {
      entries.append(try await entry("lib/" + Files.name(of: library), of: library))
    }
    return ZipArchive.write(entries)
  }

  // MARK: -

  /// The file at `file` as a program at `path` of a package.
  private static func entry(
    _ path: String, of file: String
  ) async throws(ServiceHostError) -> ZipArchive.Entry {
    ZipArchive.Entry(
      path: path, contents: try Files.read(file), deflated: await Deflate.file(file),
      isExecutable: true)
  }

  /// A script that starts the program `name`.
  private static func bootstrap(starting name: String, arguments: [String]) -> String {
    let words = arguments.map(quoted).joined(separator: " ")
    return """
      #!/bin/sh
      export LD_LIBRARY_PATH="$LAMBDA_TASK_ROOT/lib:$LD_LIBRARY_PATH"
      exec "$LAMBDA_TASK_ROOT/"\(quoted(name)) \(words)

      """
  }

  /// `word` as the shell's.
  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }

  /// The paths of the shared libraries of `program` that belong to no system, by name.
  private static func libraries(of program: String) async -> [String] {
    let command = Command(name: "ldd", arguments: [program])
    guard let result = try? await command.run(), result.isSuccess else { return [] }
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").compactMap {
      let words = $0.split(whereSeparator: \.isWhitespace)
      guard words.count >= 3, words[1] == "=>", !isSystems(words[0]) else { return nil }
      return String(words[2])
    }.sorted()
  }

  /// Whether `library` is a part of the C library, which every system has.
  private static func isSystems(_ library: Substring) -> Bool {
    let names = ["libc", "libm", "libdl", "libpthread", "librt", "libresolv", "libutil"]
    return names.contains { library.hasPrefix($0 + ".so") } || library.hasPrefix("ld-linux")
  }
}
