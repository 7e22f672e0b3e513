import Glibc
import Testing

@testable import ServiceHost

@Suite struct BuildCacheTests {
  @Test func `entries are removed that were not used for 30 days, and the oldest of many`() throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    let cache = BuildCache(path: folder)
    let now = time(nil)
    for index in 0..<12 {
      let path = cache.folder(.libraries, "\(index)")
      try Files.makeFolder(path)
      setTime(of: path, to: now - index)
    }
    let old = cache.folder(.services, "old")
    let used = cache.folder(.services, "used")
    for path in [old, used] {
      try Files.makeFolder(path)
      setTime(of: path, to: now - 31 * 24 * 3_600)
    }
    cache.touch(used)
    cache.removeOldEntries()
    #expect(!Files.exists(old))
    #expect(Files.exists(used))
    #expect(
      Set(Files.folders(in: folder + "/libraries")) == Set((0..<8).map { "\($0)" }))
  }

  @Test func `the compiler is asked for its version once, and again when it has changed`()
    async throws
  {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    let compiler = folder + "/swiftc"
    try write("echo Swift 6.3; echo asked >> \(folder)/asked", to: compiler)
    for _ in 0..<2 {
      let found = try await SwiftCompiler.find(at: compiler, cache: folder, CommandRunner())
      #expect(found.version == "Swift 6.3\n")
    }
    #expect(try Files.read(folder + "/asked").count == 6)
    try write("echo Swift 6.4.1", to: compiler)
    let changed = try await SwiftCompiler.find(at: compiler, cache: folder, CommandRunner())
    #expect(changed.version == "Swift 6.4.1\n")
  }

  @Test func `a program that chooses the compiler is asked each time`() async throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try write("echo asked >> \(folder)/asked", to: folder + "/swiftly")
    #expect(symlink(folder + "/swiftly", folder + "/swiftc") == 0)
    for _ in 0..<2 {
      _ = try await SwiftCompiler.find(at: folder + "/swiftc", cache: folder, CommandRunner())
    }
    #expect(try Files.read(folder + "/asked").count == 12)
  }

  /// Writes the shell script `text` to `path`.
  private func write(_ text: String, to path: String) throws {
    try Files.write(Array("#!/bin/sh\n\(text)\n".utf8), to: path)
    try Files.makeExecutable(path)
  }

  /// Sets when the file at `path` was changed.
  private func setTime(of path: String, to seconds: Int) {
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
  }
}
