import LineEditing
import Testing

extension `A line editor` {
  @Test func `recalls what an editor before it kept`() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.path("state/history")
    let terminal = try TestTerminal()
    let first = try terminal.editor(history: file)
    first.addHistory("load template")
    first.addHistory("workflow order\n  return 1\nend\n")
    first.addHistory("GET é/日本")
    first.addHistory("GET é/日本")
    first.addHistory(" secret")
    first.close()
    #expect(first.historyFailure == nil)
    let second = try terminal.editor(history: file)
    defer { second.close() }
    let up = "\u{1b}[A"
    #expect(try await line(of: second, on: terminal, typing: up + "\r") == .line("GET é/日本"))
    #expect(
      try await line(of: second, on: terminal, typing: up + up + "\r")
        == .line("workflow order\n  return 1\nend"))
    #expect(
      try await line(of: second, on: terminal, typing: up + up + up + "\u{1b}[B\u{1b}OA!\r")
        == .line("load template!"))
  }

  @Test func `searches the history at Ctrl-R`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    for entry in ["GET stock/é1", "POST reserve", "GET stock/é2", "vars"] {
      editor.addHistory(entry)
    }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("x\u{12}stock/é")
      try await terminal.wait(for: "(reverse-i-search)`stock/é': GET stock/é2")
      terminal.type("\u{12}")
      try await terminal.wait(for: "(reverse-i-search)`stock/é': GET stock/é1")
      terminal.type("\u{13}")
      try await terminal.wait(for: "(reverse-i-search)`stock/é': GET stock/é2")
      terminal.type("!")
      try await terminal.wait(for: "(failed reverse-i-search)`stock/é!': GET stock/é2")
      terminal.type("\u{7f}\u{12}")
      try await terminal.wait(for: "(reverse-i-search)`stock/é': GET stock/é1")
      terminal.type("\u{5}")
      try await terminal.wait(for: "cws> GET stock/é1")
      terminal.type("0\r")
    }
    #expect(event == .line("GET stock/é10"))
  }

  @Test func `gives the line back when a search is aborted`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    editor.addHistory("GET stock")
    let event = try await line(of: editor, on: terminal) {
      terminal.type("my line\u{12}sto")
      try await terminal.wait(for: "(reverse-i-search)`sto': GET stock")
      terminal.type("\u{7}")
      try await terminal.wait(for: "cws> my line")
      terminal.type("\r")
    }
    #expect(event == .line("my line"))
    #expect(try await line(of: editor, on: terminal, typing: "\u{12}G\u{3}") == .interrupted)
    #expect(try await line(of: editor, on: terminal, typing: "\u{12}G\r") == .line("GET stock"))
  }

  @Test func `recalls lines that start as the present one`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    for entry in ["GET a", "POST b", "GET c", "vars"] {
      editor.addHistory(entry)
    }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("GE\u{1b}[5~")
      try await terminal.wait(for: "cws> GET c")
      terminal.type("\u{1b}[5~")
      try await terminal.wait(for: "cws> GET a")
      terminal.type("\u{1b}[6~\u{1b}[6~")
      try await terminal.wait(for: "cws> GE")
      terminal.type("\u{1b}p\r")
    }
    #expect(event == .line("GET c"))
  }

  @Test func `tells that the history cannot be kept`() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("file", "")
    let terminal = try TestTerminal()
    let editor = try terminal.editor(history: folder.path("file/history"))
    editor.addHistory("one")
    #expect(try await line(of: editor, on: terminal, typing: "\u{1b}[A\r") == .line("one"))
    editor.close()
    #expect(editor.historyFailure?.operation == .read)
  }
}
