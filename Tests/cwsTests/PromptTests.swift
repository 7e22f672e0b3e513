import Foundation
import Testing

/// The prompt on a terminal: keys, pastes, interrupts, history.
@Suite struct PromptTests {
  @Test func `Ctrl-C drops a half line, and then the open block, but never the session`()
    async throws
  {
    try await Screen.open { screen in
      try await screen.converse("x = 41")
      try await screen.wait(forLastLine: "cws>")
      try await screen.type("$x + nonsense")
      try await screen.wait(forLastLine: "cws> $x + nonsense")
      try await screen.press("C-c")
      try await screen.wait(forLastLine: "cws>")
      try await screen.converse("workflow w")
      try await screen.converse("for n in [1, 2]")
      try await screen.wait(forLastLine: "w for>")
      try await screen.press("C-c")
      try await screen.wait(forLastLine: "w>")
      try await screen.converse("end")
      try await screen.converse("$x + 1")
      try await screen.wait(for: "$x + 1\n42\n")
    }
  }

  @Test func `Ctrl-C ends a call of a service that does not answer`() async throws {
    try await Program.prepareServices()
    try await Screen.open { screen in
      try await screen.converse("load \(BadServices.file("slow"))", seconds: 120)
      let shell = try #require(try await screen.process())
      try await screen.enter("GET slow/never")
      try await screen.wait(for: "a service") { _ in
        !LiveProcess.descendants(of: shell).isEmpty
      }
      try await Task.sleep(for: .milliseconds(300))
      try await screen.press("C-c")
      try await screen.wait(for: "cancelled")
      try await screen.converse("GET slow/fine")
      try await screen.wait(for: "200 · ")
    }
  }

  @Test func `Ctrl-D at an empty line ends the program, and not in a half line`() async throws {
    let command = "sh -c '\"$CWS\"; echo ended with $?; exec sleep 600'"
    try await Screen.open(command) { screen in
      try await screen.wait(forLastLine: "cws>")
      try await screen.type("1 + 1")
      try await screen.press("C-d")
      try await screen.press("Enter")
      try await screen.wait(for: "\n2\ncws>")
      try await screen.press("C-d")
      try await screen.wait(for: "ended with 0")
    }
  }

  @Test func `Ctrl-D is to be pressed twice where work is not saved`() async throws {
    let command = "sh -c '\"$CWS\"; echo ended with $?; exec sleep 600'"
    try await Screen.open(command) { screen in
      try await screen.converse("x = 41")
      try await screen.press("C-d")
      try await screen.wait(for: "a cell is not saved")
      try await screen.wait(forLastLine: "cws>")
      try await screen.press("C-d")
      try await screen.wait(for: "ended with 0")
    }
  }

  @Test func `a saved service is loaded again above the line that is being typed`() async throws {
    try await Program.prepareServices()
    let folder = try Program.temporaryFolder()
    let file = folder.appending(path: "greeter.swift")
    let source = """
      import Coworks
      @main @TechMicroService struct Greeter {
        @Entry func getWord() -> String { "good day" }
      }
      """
    try source.write(to: file, atomically: true, encoding: .utf8)
    try await Screen.open(in: folder) { screen in
      try await screen.converse("load greeter.swift", seconds: 120)
      try await screen.converse("word = GET greeter/word")
      try await screen.converse("set watch on")
      try await screen.type("GET greeter/wo")
      try source.replacing("good day", with: "good night")
        .write(to: file, atomically: true, encoding: .utf8)
      try await screen.wait(for: "saved and loaded again  greeter  GET /word\n~ $word  stale\n")
      try await screen.wait(forLastLine: "cws> GET greeter/wo")
      try source.replacing("\"good day\"", with: "1")
        .write(to: file, atomically: true, encoding: .utf8)
      try await screen.wait(for: "does not compile")
      try await screen.wait(forLastLine: "cws> GET greeter/wo")
      try await screen.enter("rd")
      try await screen.wait(for: "\n\"good night\"\n")
    }
  }

  @Test func `Ctrl-C ends the following of a log`() async throws {
    try await Program.prepareServices()
    try await Screen.open { screen in
      try await screen.converse("load template")
      try await screen.enter("logs template -f")
      try await screen.wait(for: "the log of template; Ctrl-C ends it")
      try await screen.press("C-c")
      try await screen.converse("1 + 1")
      try await screen.wait(for: "\n2\n")
    }
  }

  @Test func `a paste enters all its lines`() async throws {
    try await Screen.open { screen in
      try await screen.wait(forLastLine: "cws>")
      try await screen.paste(
        """
        workflow greet
          input name=Ada
          text = "Dear " & $input.name
          if $length($text) > 100
            fail TooLong "{$text}"
          end
          return {"text": $text}
        end
        run greet name=Grace

        """)
      try await screen.wait(for: #"{ "text": "Dear Grace" }"#)
      try await screen.wait(forLastLine: "cws>")
    }
  }

  @Test func `text in any script is edited and printed whole`() async throws {
    try await Screen.open { screen in
      try await screen.wait(forLastLine: "cws>")
      try await screen.type(#""Grüße, 世界 👋X""#)
      try await screen.press("Left", "BSpace", "End")
      try await screen.press("Enter")
      try await screen.wait(for: "\n\"Grüße, 世界 👋\"\ncws>")
      try await screen.converse(#"$length("né")"#)
      try await screen.wait(for: "\n2\ncws>")
    }
  }

  @Test func `Ctrl-R finds what was entered in an earlier session`() async throws {
    let state = try Program.temporaryFolder()
    try await Screen.open(state: state) { screen in
      try await screen.converse("40 + 2")
      try await screen.converse(#""something else""#)
      try await screen.enter("quit")
      try await Task.sleep(for: .milliseconds(300))
    }
    try await Screen.open(state: state) { screen in
      try await screen.wait(forLastLine: "cws>")
      try await screen.press("C-r")
      try await screen.type("40 +")
      try await screen.wait(for: "40 + 2")
      try await screen.press("Enter")
      try await screen.wait(for: "\n42\n")
      try await screen.press("Up", "Up", "Up", "Enter")
      try await screen.wait(for: "\n\"something else\"\ncws>")
    }
  }

  @Test func `a line that is being edited survives a change of the width`() async throws {
    try await Screen.open(width: 100) { screen in
      try await screen.wait(forLastLine: "cws>")
      try await screen.type(#"$join(["a fairly long text", "and another one", "and more"], ", ")"#)
      try await screen.resize(width: 40)
      try await Task.sleep(for: .milliseconds(300))
      try await screen.resize(width: 120)
      try await Task.sleep(for: .milliseconds(300))
      try await screen.press("Enter")
      try await screen.wait(for: #""a fairly long text, and another one, and more""#)
      try await screen.wait(forLastLine: "cws>")
    }
  }

  @Test func `text typed while a command runs is the next line`() async throws {
    try await Program.prepareServices()
    try await Screen.open { screen in
      try await screen.enter("load sessions/services/inventory.swift")
      try await screen.enter("6 * 7")
      try await screen.wait(for: "\n42\n")
    }
  }
}
