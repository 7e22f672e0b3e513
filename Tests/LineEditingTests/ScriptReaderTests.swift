import Foundation
import Glibc
import LineEditing
import Testing

@testable import LineEditing

struct `A script` {
  /// A reader of a pipe into which `bytes` are written.
  func reader(of bytes: [UInt8]) throws -> ScriptReader {
    var ends: [CInt] = [0, 0]
    try #require(pipe(&ends) == 0)
    let output = ends[1]
    Thread.detachNewThread {
      _ = FileBytes.write(bytes, to: output)
      close(output)
    }
    return ScriptReader(input: ends[0])
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb\r", ["a", "b"]), ("", []), ("\n\n", ["", ""]),
    ("last", ["last"]), ("é日\n😀", ["é日", "😀"]), ("a\rb\n", ["a\rb"]),
  ])
  func `is read line by line`(text: String, lines: [String]) async throws {
    let reader = try reader(of: Array(text.utf8))
    var read: [String] = []
    while let line = try await reader.nextLine() { read.append(line) }
    #expect(read == lines)
    #expect(reader.lineNumber == lines.count)
  }

  @Test func `names the line that is no UTF-8 and goes on behind it`() async throws {
    let reader = try reader(of: Array("one\n".utf8) + [0x61, 0xff, 0x0a] + Array("three".utf8))
    #expect(try await reader.nextLine() == "one")
    await #expect(throws: ScriptError.invalidUTF8(line: 2)) { try await reader.nextLine() }
    #expect(try await reader.nextLine() == "three")
    #expect(try await reader.nextLine() == nil)
  }

  @Test func `may be long`() async throws {
    let long = String(repeating: "é", count: 500_000)
    let reader = try reader(of: Array("\(long)\n\(long)".utf8))
    #expect(try await reader.nextLine() == long)
    #expect(try await reader.nextLine() == long)
    #expect(try await reader.nextLine() == nil)
  }

  @Test func `tells that it cannot be read`() async throws {
    let reader = ScriptReader(input: -1)
    let error = ScriptError.unreadable(afterLine: 0, code: EBADF)
    await #expect(throws: error) { try await reader.nextLine() }
    #expect("\(error)" == "the input cannot be read after line 0: Bad file descriptor")
  }
}
