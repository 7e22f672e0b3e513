/// What Lambda's runtime `provided.al2023` starts: what its system, Amazon Linux 2023, has.
///
/// The versions are those of https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html: glibc 2.34
/// and the libraries of gcc 11.
enum LambdaSystem {
  /// The newest version of each family of symbols.
  static let versions: [String: [Int]] = [
    "GLIBC": [2, 34], "GCC": [11, 0, 0], "GLIBCXX": [3, 4, 29], "CXXABI": [1, 3, 13],
  ]

  /// The libraries that a program may count on.
  static let libraries: Set<String> = [
    "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1",
    "libresolv.so.2", "libanl.so.1", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1",
    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
  ]

  /// The programs that load others, by processor.
  static let loaders: [LambdaArchitecture: String] = [
    .x86: "/lib64/ld-linux-x86-64.so.2", .arm: "/lib/ld-linux-aarch64.so.1",
  ]

  /// The programs that run scripts.
  static let interpreters: Set<String> = [
    "/bin/sh", "/bin/bash", "/usr/bin/sh", "/usr/bin/bash", "/usr/bin/env sh", "/usr/bin/env bash",
  ]

  /// Whether the system has `version` of symbols, as `GLIBC_2.34`; families that it does not know
  /// belong to libraries that are judged by their names.
  static func has(_ version: String) -> Bool {
    let parts = version.split(separator: "_", maxSplits: 1)
    guard parts.count == 2, let newest = versions[String(parts[0])] else { return true }
    let numbers = parts[1].split(separator: ".").map { Int($0) }
    guard !numbers.contains(nil) else { return false }
    return !newest.lexicographicallyPrecedes(numbers.compactMap(\.self))
  }
}
