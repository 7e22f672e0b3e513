import LineEditing
import Testing

extension `A line editor` {
  /// Completes the last word of a line to one of `words`.
  func completer(_ words: [(String, String)]) -> Completer {
    { request in
      let head = String(decoding: request.text.utf8.prefix(request.cursor), as: UTF8.self)
      let word = head.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
      let range = request.cursor - word.utf8.count..<request.cursor
      return words.filter { $0.0.hasPrefix(word) }.map {
        Completion(
          $0.0, summary: $0.1, replacing: range, isFollowedBySpace: !$0.0.hasSuffix("/"))
      }
    }
  }

  @Test(arguments: [
    ("lo\t", "load "), ("GET dir\t", "GET directory/"), ("é lo\tx", "é load x"),
    ("lo x\u{1b}[D\u{1b}[D\t", "load x"), ("none\t", "none"), ("w\t", "wor"),
  ])
  func `completes what is before the cursor`(keys: String, text: String) async throws {
    let terminal = try TestTerminal()
    let editor = try terminal.editor()
    defer { editor.close() }
    editor.setCompleter(
      completer([("load", ""), ("directory/", ""), ("worker", ""), ("world", "")]))
    #expect(try await line(of: editor, on: terminal, typing: keys + "\r") == .line(text))
  }

  @Test func `lists the candidates at the second Tab`() async throws {
    let terminal = try TestTerminal(columns: 40)
    let editor = try terminal.editor()
    defer { editor.close() }
    editor.setCompleter(
      completer([
        ("worker", "A person who works in a warehouse all day"), ("world", "The whole of it"),
        ("日本", "Wide"),
      ]))
    let event = try await line(of: editor, on: terminal) {
      terminal.type("GET w\t")
      try await terminal.wait(for: "cws> GET wor")
      terminal.type("\t")
      try await terminal.wait(
        for: """
          cws> GET wor
          worker  A person who works in a wareho…
          world   The whole of it
          cws> GET wor
          """)
      terminal.type("l\t")
      try await terminal.wait { $0.textBeforeCursor == "cws> GET world " }
      terminal.type("\r")
    }
    #expect(event == .line("GET world "))
  }

  @Test func `lists the candidates below a wrapped line`() async throws {
    let terminal = try TestTerminal(columns: 20)
    let editor = try terminal.editor()
    defer { editor.close() }
    editor.setCompleter(completer([("aa", ""), ("ab", ""), ("ac", "")]))
    let event = try await line(of: editor, on: terminal) {
      terminal.type("0123456789 0123456789 a\t\t")
      try await terminal.wait(
        for: """
          cws> 0123456789 0123
          456789 a
          aa  ab  ac
          cws> 0123456789 0123
          456789 a
          """)
      terminal.type("c\r")
    }
    #expect(event == .line("0123456789 0123456789 ac"))
  }
}
