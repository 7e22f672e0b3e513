/// Finds out whether a program would start on Lambda, and what to do if not.
struct LambdaCheck {
  /// A reason why the program would not start.
  struct Problem: Hashable {
    /// What is wrong, as the rest of a sentence that begins with the program.
    var message: String

    /// What to do.
    var help: String
  }

  /// The processor that the function has; nil if any will do.
  var architecture: LambdaArchitecture?

  /// Checks the program `bytes`, which messages call `name`, and returns for which processor it is;
  /// a script is for any.
  func check(
    _ bytes: [UInt8], name: String
  ) throws(ServiceHostError) -> LambdaArchitecture? {
    if let script = Self.interpreter(of: bytes) {
      try refuse(Self.problems(ofScriptFor: script), name)
      return nil
    }
    guard let file = ELFFile(bytes) else {
      let problem = Problem(
        message: "is \(Self.format(of: bytes)), no program for Linux",
        help: "Lambda starts programs in the ELF format, and scripts that begin with `#!/bin/sh`")
      throw error([problem], name)
    }
    try refuse(problems(of: file), name)
    return LambdaArchitecture(machine: file.machine)
  }

  /// Why `file` would not start.
  func problems(of file: ELFFile) -> [Problem] {
    guard file.isWide, let own = LambdaArchitecture(machine: file.machine) else {
      return [
        Problem(
          message: "is for a processor that Lambda does not have",
          help: "build it for x86_64 or arm64, with 64 bits")
      ]
    }
    return architectureProblems(own) + Self.loaderProblems(file, own) + Self.libraryProblems(file)
      + Self.versionProblems(file)
  }

  // MARK: -

  /// What is wrong if the program is for `own`.
  private func architectureProblems(_ own: LambdaArchitecture) -> [Problem] {
    guard let architecture, architecture != own else { return [] }
    return [
      Problem(
        message: "is for \(own.rawValue), not for \(architecture.rawValue)",
        help: """
          build it on a machine with \(architecture.rawValue), or package it with \
          --architecture \(own.rawValue) and give the function that architecture
          """)
    ]
  }

  /// What is wrong with the program that loads `file`.
  private static func loaderProblems(
    _ file: ELFFile, _ architecture: LambdaArchitecture
  ) -> [Problem] {
    guard let loader = file.loader, loader != LambdaSystem.loaders[architecture] else { return [] }
    return [
      Problem(
        message: "is loaded by \(loader), which provided.al2023 does not have",
        help: "link it statically, or against glibc")
    ]
  }

  /// The libraries that are missing.
  private static func libraryProblems(_ file: ELFFile) -> [Problem] {
    let missing = file.libraries.filter { !LambdaSystem.libraries.contains($0) }
    guard !missing.isEmpty else { return [] }
    let isSwift = missing.contains { $0.hasPrefix("libswift") || $0.hasPrefix("libFoundation") }
    return [
      Problem(
        message: "needs \(missing.joined(separator: ", ")), which provided.al2023 does not have",
        help: isSwift
          ? "link the libraries of Swift in: swift build -c release -Xswiftc -static-executable"
          : "link the libraries in, as with -static")
    ]
  }

  /// The versions of symbols that are too new.
  private static func versionProblems(_ file: ELFFile) -> [Problem] {
    let tooNew = file.requirements.filter {
      LambdaSystem.libraries.contains($0.library) && !LambdaSystem.has($0.version)
    }
    guard !tooNew.isEmpty else { return [] }
    let needs = tooNew.map { need in
      need.symbols.isEmpty ? need.version : "\(need.version) (\(excerpt(of: need.symbols)))"
    }
    return [
      Problem(
        message: "needs \(needs.joined(separator: ", ")), and provided.al2023 has glibc 2.34",
        help: """
          link it statically (-static-executable with Swift, -static with C), or build it on Amazon \
          Linux 2023, as in the image public.ecr.aws/amazonlinux/amazonlinux:2023
          """)
    ]
  }

  /// The first of `names`, and whether there are more.
  private static func excerpt(of names: [String]) -> String {
    names.sorted().prefix(3).joined(separator: ", ") + (names.count > 3 ? "…" : "")
  }

  /// The program and its argument that the first line of a script names.
  private static func interpreter(of bytes: [UInt8]) -> String? {
    guard bytes.starts(with: Array("#!".utf8)) else { return nil }
    let line = String(decoding: bytes.prefix { $0 != 10 }.dropFirst(2), as: UTF8.self)
    return line.split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
  }

  /// What is wrong with a script for `interpreter`.
  private static func problems(ofScriptFor interpreter: String) -> [Problem] {
    let program = interpreter.split(separator: " ").first.map(String.init) ?? ""
    let known = LambdaSystem.interpreters
    if known.contains(interpreter) || known.contains(program) { return [] }
    return [
      Problem(
        message: "is a script for \(interpreter), which provided.al2023 does not have",
        help: "write it for /bin/sh, or deploy it with the Lambda runtime of its language")
    ]
  }

  /// The format of `bytes` in words.
  private static func format(of bytes: [UInt8]) -> String {
    let isMac = [[0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE]].contains(
      Array(bytes.prefix(4)))
    return isMac ? "a program for macOS" : "a file of another kind"
  }

  /// Throws the error that the program `name` has `problems`, if there are any.
  private func refuse(_ problems: [Problem], _ name: String) throws(ServiceHostError) {
    if !problems.isEmpty { throw error(problems, name) }
  }

  /// The error that the program `name` has `problems`.
  private func error(_ problems: [Problem], _ name: String) -> ServiceHostError {
    ServiceHostError(
      .packaging,
      "\(name) would not start on Lambda: it " + problems.map(\.message).joined(separator: "; it "),
      help: problems.map(\.help).joined(separator: "; "))
  }
}
