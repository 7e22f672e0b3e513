import Foundation
import Testing

/// Saves that cannot be done: the old file survives.
@Suite struct SaveFailureTests {
  /// Whether this process may mount a small file system of its own.
  private static let canMount =
    (try? Process.run(
      URL(filePath: "/usr/bin/unshare"),
      arguments: ["-m", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"]))
    .map { process -> Bool in
      process.waitUntilExit()
      return process.terminationStatus == 0
    } ?? false

  @Test(
    .enabled(if: canMount, "a file system cannot be mounted here"),
    arguments: [
      ("head -c 1000000 /dev/zero > fill; printf old > a.md", "no space left"),
      ("printf old > a.md; mount -o remount,ro .", "read-only"),
    ])
  func `a full disk and a read-only one leave the old file`(
    _ preparation: String, _ reason: String
  ) async throws {
    let folder = try Program.temporaryFolder()
    let result = try await Program.shell(
      """
      unshare -m sh -c '
        mount -t tmpfs -o size=64k none . && cd "$PWD"
        { \(preparation); } 2> /dev/null
        printf "1 + 1\\nsave a.md\\nsave b.md\\n2 + 2\\n" | "$CWS"
        cat a.md; echo; ls -A | grep -v fill'
      """, in: folder)
    #expect(result.output.contains("2\n4\n"), "\(result.output)\(result.error)")
    #expect(result.output.contains("a.md\n"))
    #expect(!result.output.contains("b.md"))
    #expect(result.error.contains("cannot write a.md: "), "\(result.error)")
    #expect(result.error.contains(reason), "\(result.error)")
  }

  @Test func `a folder without permission leaves the old file`() async throws {
    let folder = try Program.temporaryFolder()
    let result = try await Program.shell(
      """
      mkdir sub && printf old > sub/a.md && chmod 555 sub && chmod 755 .
      run=""; [ "$(id -u)" = 0 ] && run="setpriv --reuid 65534 --clear-groups"
      printf "1 + 1\\nsave sub/a.md\\n2 + 2\\n" | HOME=/ $run "$CWS"
      cat sub/a.md
      chmod 755 sub
      """, in: folder)
    #expect(result.output == "2\n4\nold", "\(result.output)\(result.error)")
    #expect(result.error.contains("permission denied"), "\(result.error)")
  }

  @Test func `a device is written to, and not replaced`() async throws {
    let result = try await Program.run([], input: "1 + 1\nsave /dev/full\nsave /dev/stdout\n")
    #expect(result.error.contains("no space left"), "\(result.error)")
    #expect(result.output.contains("```cws\n1 + 1\n```"), "\(result.output)")
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/full")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `a link is followed, and permissions are kept`() async throws {
    let folder = try Program.temporaryFolder()
    let result = try await Program.shell(
      """
      printf old > real.md && chmod 640 real.md && ln -s real.md link.md
      "$CWS" -c "$(printf '1 + 1\\nsave link.md')" && stat -c %a real.md && readlink link.md
      ls -A
      """, in: folder)
    #expect(result.output == "2\n640\nreal.md\nlink.md\nreal.md\n", "\(result.error)")
  }
}
