import Foundation
import Testing

@testable import LineEditing

struct `A history file` {
  @Test(arguments: [
    "plain", "two\nlines", #"a\nb"#, "é日本😀", "tab\tand\r\nreturn", #"\"#, #"end\\"#, "{ \"a\": 1 }",
  ])
  func `gives entries back as they were`(entry: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = HistoryFile(path: folder.path("history"))
    try file.append("before")
    try file.append(entry)
    try file.append("after")
    #expect(try file.load(limit: 10) == ["before", entry, "after"])
    #expect(try folder.read("history").split(separator: "\n").count == 3)
  }

  @Test func `is empty where there is none`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(try HistoryFile(path: folder.path("none")).load(limit: 10) == [])
  }

  @Test func `belongs to its owner alone`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try HistoryFile(path: folder.path("a/b/history")).append("x")
    let modes = try ["a/b/history", "a"].map { name in
      try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions]
        as? Int
    }
    #expect(modes == [0o600, 0o700])
  }

  @Test func `keeps its newest entries when it is loaded`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("history", (1...50).map { "entry \($0)\n" }.joined())
    let file = HistoryFile(path: folder.path("history"))
    #expect(try file.load(limit: 3) == ["entry 48", "entry 49", "entry 50"])
    #expect(try folder.read("history") == "entry 48\nentry 49\nentry 50\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == ["history"])
  }

  @Test func `is repaired where a line was not written to its end`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("history", "one\ntwo")
    let file = HistoryFile(path: folder.path("history"))
    try file.append("three")
    #expect(try file.load(limit: 10) == ["one", "two", "three"])
  }

  @Test func `takes bytes that are no UTF-8`() throws {
    #expect(HistoryFormat.entries(in: [0x61, 0xff, 0x0a]) == ["a\u{fffd}"])
  }

  @Test func `is shared by several shells, one of which trims it`() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path("history")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for shell in 0..<4 {
        group.addTask {
          for entry in 0..<50 { try HistoryFile(path: path).append("\(shell)\n\(entry)") }
        }
      }
      group.addTask {
        for _ in 0..<20 { _ = try HistoryFile(path: path).load(limit: 199) }
      }
      try await group.waitForAll()
    }
    let entries = try HistoryFile(path: path).load(limit: 1000)
    #expect(entries.count >= 199)
    #expect(Set(entries).count == entries.count)
    #expect(entries.allSatisfy { $0.split(separator: "\n").count == 2 })
  }

  @Test func `survives where it cannot be replaced`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect {
      try HistoryFile(path: folder.path("")).append("x")
    } throws: {
      ($0 as? HistoryFileError)?.operation == .write
    }
  }
}

struct `A history` {
  @Test(arguments: [
    (["a", "a"], ["a"]), (["a", "b", "a"], ["a", "b", "a"]), ([" a", "b"], ["b"]),
    (["", "\n"], []), (["a\nb\n"], ["a\nb"]), (["1", "2", "3", "4"], ["2", "3", "4"]),
  ])
  func `keeps what is worth it`(entered: [String], kept: [String]) {
    var history = History(limit: 3)
    for entry in entered { _ = history.add(entry) }
    #expect(history.entries == kept)
  }
}
