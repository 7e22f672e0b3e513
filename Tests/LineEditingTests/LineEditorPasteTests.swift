import LineEditing
import Testing

extension `A line editor` {
  @Test func `takes each pasted line for one that was entered`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let first = try await line(of: editor, on: terminal) {
      terminal.type("a = ")
      try await terminal.wait(for: "cws> a =")
      try await terminal.wait { $0.bracketsPaste }
      terminal.paste("1\r\nb = 2\r\r\n\tc = é\nd")
    }
    #expect(first == .line("a = 1"))
    #expect(await editor.readLine(prompt: "one>") == .line("b = 2"))
    #expect(await editor.readLine(prompt: "two>") == .line(""))
    #expect(await editor.readLine(prompt: "two>") == .line("\tc = é"))
    let last = try await line(of: editor, on: terminal) {
      try await terminal.wait { $0.textBeforeCursor == "cws> d" }
      terminal.type("!\r")
    }
    #expect(last == .line("d!"))
    try await terminal.wait(
      for: "cws> a = 1\none> b = 2\ntwo>\ntwo>    c = é\ncws> d!")
  }

  @Test func `inserts a pasted word at the cursor`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("ad\u{1b}[D")
      terminal.paste("b\u{7}c\u{1b}")
      try await terminal.wait(for: "cws> abcd")
      terminal.type("\r")
    }
    #expect(event == .line("abcd"))
  }

  @Test func `takes a paste of two thousand lines`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let lines = (1...2000).map { "step\($0) = GET inventory/stock/A-\($0)" }
    async let typing: Void = Task.detached {
      terminal.paste(lines.map { $0 + "\n" }.joined())
      terminal.type("end\r")
    }.value
    let start = ContinuousClock.now
    for line in lines {
      let event = await editor.readLine(prompt: "cws>")
      guard event == .line(line) else {
        Issue.record("\(event) instead of \(line)")
        break
      }
    }
    #expect(await editor.readLine(prompt: "cws>") == .line("end"))
    await typing
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `forgets pasted lines at Ctrl-C`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let first = try await line(of: editor, on: terminal) { terminal.paste("one\ntwo\nthree\nfour") }
    #expect(first == .line("one"))
    #expect(await editor.readLine(prompt: "cws>") == .line("two"))
    #expect(await editor.readLine(prompt: "cws>") == .line("three"))
    let last = try await line(of: editor, on: terminal) {
      try await terminal.wait { $0.textBeforeCursor == "cws> four" }
      terminal.type("\u{3}")
    }
    #expect(last == .interrupted)
    #expect(try await line(of: editor, on: terminal, typing: "x\r") == .line("x"))
  }
}
