import Glibc
import LineEditing
import Testing

/// The editor on a pseudo-terminal.
///
/// One test at a time: signals and the environment belong to the whole process.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct `A line editor` {
  /// Reads one line while `work` acts as the person once the terminal is ready.
  func line(
    of editor: LineEditor, on terminal: TestTerminal, prompt: Prompt = "cws>",
    initialText: String = "",
    while work: () async throws -> Void
  ) async throws -> LineEditorEvent {
    async let event = editor.readLine(prompt: prompt, initialText: initialText)
    do {
      try await terminal.wait("raw mode") { $0.bracketsPaste && !terminal.isCooked }
      try await work()
    } catch {
      editor.close()
      throw error
    }
    return await event
  }

  /// Reads one line of which the person types `keys`.
  func line(of editor: LineEditor, on terminal: TestTerminal, typing keys: String) async throws
    -> LineEditorEvent
  {
    try await line(of: editor, on: terminal) { terminal.type(keys) }
  }
}

extension `A line editor` {
  @Test func `returns what was typed and leaves it on the screen`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      try await terminal.wait(for: "cws>")
      #expect(!terminal.isCooked)
      terminal.type("GET directory")
      try await terminal.wait(for: "cws> GET directory")
      terminal.type("\r")
    }
    #expect(event == .line("GET directory"))
    #expect(terminal.isCooked)
    try await terminal.wait { $0.row == 1 && !$0.bracketsPaste }
  }

  @Test(arguments: [
    "é à ü", "日本語", "naïve 😀 end", "👍🏽 ok", "Ω≈ç√", "e\u{301}a", "한국어",
  ])
  func `returns and shows any letters`(text: String) async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type(text)
      try await terminal.wait(for: "cws> \(text)")
      terminal.type("\r")
    }
    #expect(event == .line(text))
  }

  @Test(arguments: [
    // Moving and deleting, in each of the forms that terminals send.
    ("ac\u{1b}[Db", "abc"), ("ac\u{1b}ODb", "abc"), ("bc\u{1b}[Ha", "abc"),
    ("bc\u{1b}OHa", "abc"), ("bc\u{1b}[1~a", "abc"), ("ab\u{1}\u{1b}[Fc", "abc"),
    ("ab\u{1}\u{5}c", "abc"), ("axb\u{1b}[D\u{1b}[D\u{1b}[3~", "ab"), ("abx\u{7f}c", "abc"),
    ("é\u{7f}a", "a"), ("日本\u{1b}[D\u{1b}[3~", "日"),
    // Words.
    ("one two\u{17}", "one "), ("one two\u{1b}[1;5Dx", "one xtwo"), ("one two\u{1b}bx", "one xtwo"),
    ("one two\u{1}\u{1b}d", " two"), ("one two\u{15}", ""), ("one two\u{1}\u{b}", ""),
    // A key without a meaning, and a byte that is no UTF-8, do no harm.
    ("a\u{1b}[24~b", "ab"),
  ])
  func `edits by Emacs keys`(keys: String, text: String) async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    #expect(try await line(of: editor, on: terminal, typing: keys + "\r") == .line(text))
  }

  @Test func `replaces bytes that are no UTF-8`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type(bytes: [0x61, 0xff, 0xc3, 0x28, 0x0d])
    }
    #expect(event == .line("a\u{fffd}\u{fffd}("))
  }

  @Test func `edits by vi keys`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor(keys: .vi)
    defer { editor.close() }
    let keys = "hello word\u{1b}[Dl\u{1b}"
    let event = try await line(of: editor, on: terminal) {
      terminal.type(keys)
      try await terminal.wait(for: "cws> hello worldd".replacing("dd", with: "d"))
      terminal.type("0x")
      try await terminal.wait(for: "cws> ello world")
      terminal.type("iJ\u{1b}A!\r")
    }
    #expect(event == .line("Jello world!"))
  }

  @Test func `changes the keys from the next line on`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    editor.setKeys(.vi)
    let event = try await line(of: editor, on: terminal) {
      terminal.type("abc\u{1b}")
      try await terminal.wait(for: "cws> abc")
      terminal.type("0")
      try await terminal.wait { $0.column == 5 }
      terminal.type("x\r")
    }
    #expect(event == .line("bc"))
    editor.setKeys(.emacs)
    #expect(try await line(of: editor, on: terminal, typing: "bc\u{1}a\r") == .line("abc"))
  }

  @Test func `takes its keys from the startup file`() async throws {
    let file = try TemporaryFolder()
    defer { file.remove() }
    try file.write("editrc", "bind -v\n")
    setenv("EDITRC", file.path("editrc"), 1)
    defer { unsetenv("EDITRC") }
    let terminal = try TestTerminal()
    let editor = try terminal.editor(startupFile: true)
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("abc\u{1b}")
      try await terminal.wait { $0.column == 7 }
      terminal.type("0x")
      try await terminal.wait(for: "cws> bc")
      terminal.paste("!")
      terminal.type("\r")
    }
    #expect(event == .line("!bc"))
  }

  @Test func `starts with the text that it is given`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal, initialText: "order = 1") {
      try await terminal.wait(for: "cws> order = 1")
      terminal.type("2\r")
    }
    #expect(event == .line("order = 12"))
  }

  @Test func `edits a text of several lines`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(
      of: editor, on: terminal, initialText: "for x in $xs\n  yield 1\nend"
    ) {
      try await terminal.wait(for: "cws> for x in $xs\n  yield 1\nend")
      terminal.type("!\r")
    }
    #expect(event == .line("for x in $xs\n  yield 1\nend!"))
  }

  @Test func `keeps what is typed between two lines`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    terminal.type("first\rsecond\rthi")
    #expect(await editor.readLine(prompt: "cws>") == .line("first"))
    #expect(await editor.readLine(prompt: "cws>") == .line("second"))
    let event = try await line(of: editor, on: terminal) {
      try await terminal.wait { $0.textBeforeCursor == "cws> thi" }
      terminal.type("rd\r")
    }
    #expect(event == .line("third"))
  }
}

extension `A line editor` {
  @Test func `drops the line at Ctrl-C`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("half a line")
      try await terminal.wait(for: "cws> half a line")
      terminal.type("\u{1}\u{3}")
    }
    #expect(event == .interrupted)
    try await terminal.wait(for: "cws> half a line^C")
    #expect(try await line(of: editor, on: terminal, typing: "next\r") == .line("next"))
  }

  @Test func `moves below a wrapped line at Ctrl-C`() async throws {
    let terminal = try TestTerminal(columns: 20)
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("0123456789012345678901234567890123456789")
      try await terminal.wait(for: "cws> 012345678901234\n56789012345678901234\n56789")
      terminal.type("\u{1}\u{3}")
    }
    #expect(event == .interrupted)
    try await terminal.wait { $0.row == 3 && $0.column == 0 }
    try await terminal.wait(for: "cws> 012345678901234\n56789012345678901234\n56789^C")
  }

  @Test func `ends at Ctrl-D on an empty line only`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    #expect(try await line(of: editor, on: terminal, typing: "ab\u{4}c\r") == .line("abc"))
    #expect(try await line(of: editor, on: terminal, typing: "\u{4}") == .endOfInput)
    try await terminal.wait { $0.column == 0 }
    #expect(terminal.isCooked)
  }

  @Test func `ends when the terminal hangs up`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      try await terminal.wait(for: "cws>")
      terminal.hangUp()
    }
    #expect(event == .endOfInput)
  }

  @Test func `answers who waits when it is closed`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    let event = try await line(of: editor, on: terminal) {
      try await terminal.wait(for: "cws>")
      editor.close()
    }
    #expect(event == .endOfInput)
    #expect(await editor.readLine(prompt: "cws>") == .endOfInput)
    #expect(terminal.isCooked)
    try await terminal.wait { !$0.bracketsPaste }
  }

  @Test func `tells of Ctrl-C while no line is read`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let interrupts = editor.interrupts
    kill(getpid(), SIGINT)
    var iterator = interrupts.makeAsyncIterator()
    #expect(await iterator.next() != nil)
    let event = try await line(of: editor, on: terminal) {
      try await terminal.wait(for: "cws>")
      kill(getpid(), SIGINT)
    }
    #expect(event == .interrupted)
  }

  @Test func `draws the line again after the process was stopped`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("abc")
      try await terminal.wait(for: "cws> abc")
      terminal.cook()
      kill(getpid(), SIGCONT)
      try await terminal.wait { _ in !terminal.isCooked }
      terminal.type("d")
      try await terminal.wait(for: "cws> abcd")
      terminal.type("\r")
    }
    #expect(event == .line("abcd"))
  }

  @Test func `clears the screen at Ctrl-L`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    #expect(try await line(of: editor, on: terminal, typing: "one\r") == .line("one"))
    let event = try await line(of: editor, on: terminal) {
      terminal.type("two")
      try await terminal.wait(for: "cws> one\ncws> two")
      terminal.type("\u{c}")
      try await terminal.wait(for: "cws> two")
      terminal.type("\r")
    }
    #expect(event == .line("two"))
  }

  @Test func `draws the line for a new width`() async throws {
    let terminal = try TestTerminal(columns: 40)
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type("0123456789012345678901234")
      try await terminal.wait(for: "cws> 0123456789012345678901234")
      terminal.resize(columns: 20)
      kill(getpid(), SIGWINCH)
      try await terminal.wait { $0.text.hasSuffix("cws> 012345678901234\n5678901234") }
      terminal.type("5")
      try await terminal.wait { $0.text.hasSuffix("\n56789012345") }
      terminal.type("\r")
    }
    #expect(event == .line("01234567890123456789012345"))
  }

  @Test(arguments: [("GET x", "cws> GET x"), (String(repeating: "é", count: 90), "")])
  func `prints above the line that is edited`(typed: String, shown: String) async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    let event = try await line(of: editor, on: terminal) {
      terminal.type(typed + "\u{1}")
      try await terminal.wait {
        $0.row == 0 && $0.column == 5 && $0.text.hasSuffix(typed.suffix(1))
      }
      let before = terminal.text
      editor.print("one\ntwo")
      try await terminal.wait(for: "one\ntwo\n" + before)
      terminal.type("\u{5}!\r")
    }
    #expect(event == .line(typed + "!"))
  }

  @Test func `prints before the next prompt`() async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    editor.print("hello\n")
    #expect(try await line(of: editor, on: terminal, typing: "x\r") == .line("x"))
    try await terminal.wait(for: "hello\ncws> x")
  }

  @Test func `shows a prompt in colours at its right width`() async throws {
    let terminal = try TestTerminal(columns: 20)
    let editor = try terminal.editor()
    defer { editor.close() }
    let parts: [Prompt.Part] = [
      .init("é日", style: .green), .init("for", style: .bold), .init("> "),
    ]
    let event = try await line(of: editor, on: terminal, prompt: Prompt(parts: parts)) {
      terminal.type("01234567890123")
      try await terminal.wait(for: "é日for> 012345678901\n23")
      terminal.type("\u{1}x")
      try await terminal.wait(for: "é日for> x01234567890\n123")
      terminal.type("\r")
    }
    #expect(event == .line("x01234567890123"))
  }
}
