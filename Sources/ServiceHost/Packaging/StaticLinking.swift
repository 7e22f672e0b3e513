/// How programs are linked that need nothing of the system that they run on, and that come out the
/// same wherever they are built.
///
/// A program that takes only the Swift libraries in needs the glibc of the machine that built it,
/// which is often newer than that of Lambda.
enum StaticLinking {
  /// The arguments of `swiftc`.
  static let compilerArguments =
    ["-static-executable"] + linkerArguments.flatMap { ["-Xlinker", $0] }

  /// The arguments of `swift build`.
  static let buildArguments =
    ["-static-executable", "-use-ld=lld"].flatMap { ["-Xswiftc", $0] }
    + linkerArguments.flatMap { ["-Xlinker", $0] }

  /// The linker's: unused code and symbols are left out, and the hash of the very bytes.
  private static let linkerArguments = ["--gc-sections", "-s", "--build-id=none"]
}
