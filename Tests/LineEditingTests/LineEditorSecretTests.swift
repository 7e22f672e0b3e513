import LineEditing
import Testing

extension `A line editor` {
  @Test(arguments: [
    ("token\r", LineEditorEvent.line("token")), ("tökx\u{7f}\n", .line("tök")),
    ("bad\u{15}good\r", .line("good")), ("a\u{1b}[Ab\u{1b}OAc\r", .line("abc")),
    ("half\u{3}", .interrupted), ("\u{4}", .endOfInput),
    ("\u{1b}[200~pasted\u{1b}[201~!\r", .line("pasted!")),
    ("\u{1b}[200~pasted\n\u{1b}[201~", .line("pasted")),
  ])
  func `reads a secret without showing it`(keys: String, expected: LineEditorEvent) async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    async let event = editor.readSecret(prompt: "TOKEN:")
    try await terminal.wait(for: "TOKEN:")
    editor.print("note")
    try await terminal.wait(for: "note\nTOKEN:")
    terminal.type(keys)
    #expect(await event == expected)
    #expect(terminal.isCooked)
    try await terminal.wait { $0.row == 2 }
    #expect(terminal.text == "note\nTOKEN:")
  }
}
