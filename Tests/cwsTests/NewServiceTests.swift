import Foundation
import Testing

/// What `cws new service` writes.
@Suite struct NewServiceTests {
  @Test func `a new service loads, and its session passes`() async throws {
    try await Program.prepareServices()
    let folder = try Program.temporaryFolder()
    let made = try await Program.run(["new", "service", "order-mail"], in: folder)
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output == "order-mail.swift\norder-mail.md\n")
    let checked = try await Program.run(["check", "order-mail.md"], in: folder)
    #expect(checked.status == 0, "\(checked.output)\(checked.error)")
  }

  @Test func `the tutorial shows the service that is written`() async throws {
    let folder = try Program.temporaryFolder()
    _ = try await Program.run(["new", "service", "notes"], in: folder)
    let source = try String(contentsOf: folder.appending(path: "notes.swift"), encoding: .utf8)
    let tutorial = Program.package
      .appending(path: "Sources/Coworks/Coworks.docc/GettingStarted.md")
    #expect(try String(contentsOf: tutorial, encoding: .utf8).contains(source))
  }

  @Test func `a new package has sources, tests and an example of its environment`() async throws {
    let folder = try Program.temporaryFolder()
    let made = try await Program.run(
      ["new", "service", "shop2", "some/where", "--package"], in: folder)
    #expect(made.status == 0, "\(made.error)")
    #expect(
      made.output == """
        some/where/shop2/Package.swift
        some/where/shop2/Sources/Shop2/Shop2.swift
        some/where/shop2/Tests/Shop2Tests/Shop2Tests.swift
        some/where/shop2/.gitignore
        some/where/shop2/.env.example

        """)
    for path in made.output.split(separator: "\n") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      #expect(!text.isEmpty)
    }
  }

  @Test func `nothing is written over unless it is wanted`() async throws {
    let folder = try Program.temporaryFolder()
    let file = folder.appending(path: "notes.md")
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    let refused = try await Program.run(["new", "service", "notes"], in: folder)
    #expect(refused.status == 1)
    #expect(refused.output.isEmpty)
    #expect(
      refused.error == "error: `notes.md` is there already; --force writes over what is there\n")
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.md"])
    let forced = try await Program.run(["new", "service", "notes", "--force"], in: folder)
    #expect(forced.status == 0, "\(forced.error)")
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("# Notes\n"))
  }

  @Test(arguments: [
    ("OrderMail", "; try `order-mail`"), ("a b", "; try `a-b`"), ("Zähler", ""),
    ("string", "would hide `String`"), ("2do", ""), ("a2-b", ""), ("-a", "; try `a`"),
    ("a--b", "; try `a-b`"),
    ("a/b", "; try `a-b`"), ("..", ""), ("", ""), (String(repeating: "a", count: 65), ""),
  ])
  func `a name is words in lower case`(name: String, hint: String) async throws {
    let folder = try Program.temporaryFolder()
    let result = try await Program.run(["new", "service", "--", name], in: folder)
    #expect(result.status == 2)
    #expect(result.error.contains("`\(name)` cannot be the name of a new service"))
    #expect(hint.isEmpty || result.error.contains(hint), "\(result.error)")
    #expect(hint.contains("try") == result.error.contains("; try"), "\(result.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a folder that cannot be written to is told`() async throws {
    let folder = try Program.temporaryFolder()
    try "".write(to: folder.appending(path: "file"), atomically: true, encoding: .utf8)
    let result = try await Program.run(["new", "service", "notes", "file"], in: folder)
    #expect(result.status == 1)
    #expect(result.error.contains("`file/notes.swift` could not be written"), "\(result.error)")
  }
}
