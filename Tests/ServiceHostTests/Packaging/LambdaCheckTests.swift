import Testing

@testable import ServiceHost

/// Programs made by the compiler that comes with Swift, without any library of this machine.
private struct SampleProgram {
  /// The bytes of the program that `clang` makes of `source` with `options`.
  ///
  /// Libraries of the given names, with version scripts, are made first and linked to it.
  static func make(
    _ options: [String], source: String = "void _start(void) {}", library: String? = nil,
    version: String? = nil
  ) async throws -> [UInt8] {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try Files.write(Array(source.utf8), to: folder + "/main.c")
    var arguments = ["-nostdlib", "-fuse-ld=lld", folder + "/main.c", "-o", folder + "/main"]
    if let library {
      arguments.append(try await make(library: library, version: version ?? "NEW_1", in: folder))
    }
    let result = try await Command(name: "clang", arguments: arguments + options).run()
    try #require(result.isSuccess, "\(result.errors)")
    return try Files.read(folder + "/main")
  }

  /// Makes a library whose one function has a version, and returns its path.
  private static func make(
    library: String, version: String, in folder: String
  ) async throws -> String {
    let path = "\(folder)/\(library)"
    try Files.write(Array("void future_call(void) {}".utf8), to: folder + "/library.c")
    try Files.write(Array("\(version) { future_call; };".utf8), to: folder + "/map")
    let result = try await Command(
      name: "clang",
      arguments: [
        "-shared", "-nostdlib", "-fuse-ld=lld", "-Wl,-soname,\(library)",
        "-Wl,--version-script,\(folder)/map", folder + "/library.c", "-o", path,
      ]
    ).run()
    try #require(result.isSuccess, "\(result.errors)")
    return path
  }

  /// A program that calls a function of another library.
  static let caller = "void future_call(void); void _start(void) { future_call(); }"
}

@Suite struct LambdaCheckTests {
  /// The arguments of `clang` for the processor `name`.
  private func target(_ name: String) -> [String] { ["--target=\(name)-unknown-linux-gnu"] }

  /// The first reason why `bytes` would not start, on a function with `architecture`.
  private func problem(
    _ bytes: [UInt8], _ architecture: LambdaArchitecture? = nil
  ) throws -> LambdaCheck.Problem? {
    let file = try #require(ELFFile(bytes))
    return LambdaCheck(architecture: architecture).problems(of: file).first
  }

  @Test(arguments: [("x86_64", LambdaArchitecture.x86), ("aarch64", .arm)])
  func `a static program starts on its own processor`(
    name: String, architecture: LambdaArchitecture
  ) async throws {
    let program = try await SampleProgram.make(target(name) + ["-static"])
    let check = LambdaCheck(architecture: architecture)
    #expect(try check.check(program, name: "x") == architecture)
    let other = try #require(LambdaArchitecture.allCases.first { $0 != architecture })
    let problem = try #require(try problem(program, other))
    #expect(problem.message == "is for \(architecture.rawValue), not for \(other.rawValue)")
    #expect(problem.help.contains("--architecture \(architecture.rawValue)"))
  }

  @Test(arguments: ["i386", "armv7", "riscv64"])
  func `other processors are not Lambda's`(name: String) async throws {
    let program = try await SampleProgram.make(target(name) + ["-static"])
    #expect(try problem(program)?.message == "is for a processor that Lambda does not have")
  }

  @Test(arguments: [("GLIBC_2.34", false), ("GLIBC_2.36", true), ("GLIBC_ABI_DT_RELR", true)])
  func `symbols newer than glibc 2.34 are named`(version: String, isNew: Bool) async throws {
    let program = try await SampleProgram.make(
      ["-Wl,--dynamic-linker=\(LambdaSystem.loaders[.own] ?? "")"], source: SampleProgram.caller,
      library: "libc.so.6", version: version)
    let file = try #require(ELFFile(program))
    #expect(file.libraries == ["libc.so.6"])
    #expect(
      file.requirements == [
        .init(library: "libc.so.6", version: version, symbols: ["future_call"])
      ])
    let problem = try problem(program)
    #expect((problem != nil) == isNew)
    guard isNew else { return }
    #expect(
      problem?.message
        == "needs \(version) (future_call), and provided.al2023 has glibc 2.34")
    #expect(problem?.help.contains("-static-executable") == true)
  }

  @Test(arguments: [("libshop.so.1", "-static"), ("libswiftCore.so", "-static-executable")])
  func `libraries that Lambda does not have are named`(name: String, help: String) async throws {
    let program = try await SampleProgram.make(
      ["-Wl,--dynamic-linker=\(LambdaSystem.loaders[.own] ?? "")"], source: SampleProgram.caller,
      library: name)
    let problem = try problem(program)
    #expect(problem?.message == "needs \(name), which provided.al2023 does not have")
    #expect(problem?.help.hasSuffix(help) == true)
  }

  @Test func `another loader is named`() async throws {
    let loader = "/lib/ld-musl-x86_64.so.1"
    let program = try await SampleProgram.make(
      ["-Wl,--dynamic-linker=\(loader)"], source: SampleProgram.caller, library: "libc.so.6",
      version: "GLIBC_2.2.5")
    #expect(
      try problem(program)?.message == "is loaded by \(loader), which provided.al2023 does not have"
    )
  }

  @Test(arguments: [
    ("#!/bin/sh\n", nil), ("#! /bin/bash -e\n", nil), ("#!/usr/bin/env bash\n", nil),
    ("#!/usr/bin/env python3\n", "is a script for /usr/bin/env python3"),
    ("#!/usr/bin/perl\n", "is a script for /usr/bin/perl"),
    ("\u{CF}\u{FA}", "is a file of another kind, no program for Linux"),
    ("", "is a file of another kind, no program for Linux"),
  ])
  func `a script needs its interpreter, and other files do not start`(
    text: String, message: String?
  ) throws {
    let check = LambdaCheck(architecture: .arm)
    guard let message else {
      #expect(try check.check(Array(text.utf8), name: "x") == nil)
      return
    }
    let error = #expect(throws: ServiceHostError.self) {
      try check.check(Array(text.utf8), name: "x")
    }
    #expect(error?.code == .packaging)
    #expect(error?.message.hasPrefix("x would not start on Lambda: it \(message)") == true)
  }

  @Test func `a file that ends early is read as far as it goes`() async throws {
    let program = try await SampleProgram.make(
      [], source: SampleProgram.caller, library: "libc.so.6", version: "GLIBC_2.36")
    for count in stride(from: 0, to: program.count, by: 7) {
      _ = ELFFile(Array(program.prefix(count)))
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var damaged = program
      for _ in 0..<8 {
        damaged[.random(in: 16..<damaged.count, using: &random)] = .random(in: 0...255)
      }
      _ = ELFFile(damaged)
    }
  }
}
