import FoundationEssentials
import Testing

@testable import ServiceHost

@Suite struct ZipArchiveTests {
  @Test func `the checksum is the format's`() {
    #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test(.enabled(if: FaultService.isAvailable, FaultService.reason))
  func `others can read an archive`() async throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    let program = folder + "/program"
    try Files.write(Array("hello hello hello hello".utf8), to: program)
    let archive = ZipArchive.write([
      .init(path: "bootstrap", contents: Array("#!/bin/sh\n".utf8), isExecutable: true),
      .init(
        path: "lib/program", contents: try Files.read(program),
        deflated: await Deflate.file(program)),
    ])
    try Files.write(archive, to: folder + "/a.zip")
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      print(archive.testzip(), [(i.filename, oct(i.external_attr >> 16), i.date_time[0],
        archive.read(i)) for i in archive.infolist()])
      """
    let result = try await Command(name: "python3", arguments: ["-c", script, folder + "/a.zip"])
      .run()
    #expect(
      String(decoding: result.output, as: UTF8.self) == """
        None [('bootstrap', '0o100755', 1980, b'#!/bin/sh\\n'), \
        ('lib/program', '0o100644', 1980, b'hello hello hello hello')]

        """)
  }
}
