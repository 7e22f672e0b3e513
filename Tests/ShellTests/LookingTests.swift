import SessionLanguage
import Synchronization
import Testing

@testable import Shell

/// Commands that look at what there is.
@Suite struct LookingTests {
  @Test func `a step is shown with its states and what happened in them`() async {
    let session = await TestSession.loaded("workflow w\ninput n:=2\na = $input.n * 2")
    await session.expect(
      "show a",
      prints: """
        a = $input.n * 2
        state a
        {
          "Type": "Pass",
          "Output": "{% ($input := $states.context.Execution.Input; $input.n * 2) %}",
          "End": true
        }
        a
          input     { "n": 2 }
          output    4
        ✓ a  4
        """)
  }

  @Test func `show finds workflows, cells, variables and steps inside of others`() async {
    let session = await TestSession.loaded(
      "x = 5\nworkflow w\nlist = for i in [1]\n  inner = $i\nend\nend")
    await session.expect("show x", prints: "5")
    await session.expect("show $x", prints: "5")
    await session.expect("x?", prints: "5")
    await session.expect("show 2", prints: "x = 5\n5")
    await session.expect(
      "w?", prints: "workflow w\n✓ list = for i in [1]\n    inner = $i\n  end")
    await session.expect(
      "show inner",
      prints: """
        error: there is nothing called `inner` to show
          help: it is a step inside `list`: `show list`
        """)
    await session.expect(
      "show lst",
      prints: """
        error: there is nothing called `lst` to show
          help: did you mean `list`?
        """)
    await session.expect(
      "show 9", prints: "error: there is no cell 9\n  help: `history` lists the cells")
  }

  @Test func `history marks cells that have not been run`() async {
    let session = TestSession(files: FakeFiles(["a.md": "```cws\n1\n```\n```cws\n2\n3\n```\n"]))
    await session.expect("history", prints: "there is no cell yet")
    await session.enter("open a.md\nrerun 1")
    await session.expect("history", prints: "1  1\n2· 2 …")
  }

  @Test func `variables are listed with the starts of their values`() async {
    let session = await TestSession.loaded()
    await session.expect("vars", prints: "nothing has a name yet")
    await session.enter("a = 1\nb = $map([1..40], function($x) {$x})")
    let listed = await session.enter("vars")
    #expect(listed.hasPrefix("$a  1\n$b  [1, 2, 3, "))
    #expect(listed.hasSuffix("…"))
  }

  @Test func `values make tables`() async {
    let session = await TestSession.loaded()
    await session.expect(
      "table [{\"a\": 1, \"b\": \"x\"}, {\"a\": 20}]", prints: "  a  b\n  1  x\n 20")
    await session.expect("table {\"a\": 1}", prints: " a\n 1")
    await session.expect("table []", prints: "no rows")
    await session.expect(
      "table 5",
      prints: """
        error[no-table]: a table needs a list of objects
          table 5
                ^
          help: print the value as it is, without `table`
        """)
  }

  @Test func `expectations hold, fail or have no value`() async {
    let session = await TestSession.loaded("x = {\"a\": 1}")
    await session.expect("expect $x.a = 1", prints: "✓ expected")
    await session.expect(
      "expect $x.a = 2", prints: "error: expected true, but `$x.a = 2` gives false")
    await session.expect("expect $x.a", prints: "error: expected true, but `$x.a` gives 1")
    await session.expect(
      "expect $x.b", prints: "error: expected true, but `$x.b` gives nothing (undefined)")
  }

  @Test func `settings are listed, shown, changed and checked`() async {
    let session = await TestSession.loaded()
    await session.expect("set timeout 1.5s\nset timeout", prints: "timeout 1500ms")
    await session.expect("set clock real\nset clock", prints: "clock real")
    await session.expect(
      "set",
      prints: """
        caller iam  who makes the calls of the prompt; anonymous ones meet authorizers (iam | anonymous)
        clock real  whether waits and retry delays pass at once in local runs (virtual | real)
        keys ~/.editrc  the keys that edit lines; else ~/.editrc decides (emacs | vi)
        processes 4  the most processes of one service, so the most calls that it takes at once (N)
        stage dev  the stage: services have the variables of .env.NAME beside them (NAME)
        timeout 1500ms  how long a call of a service may take, such as 5s or 500ms (DURATION)
        watch off  whether services are loaded again when their sources are saved (on | off)
        """)
    for value in ["5", "0s", "0.1ms", "-1s", "x"] {
      await session.expect(
        "set timeout \(value)",
        prints: """
          error: `\(value)` is no value of `timeout`
            help: `set timeout DURATION`: how long a call of a service may take, such as 5s or 500ms
          """)
    }
    await session.expect(
      "set nosuch 1",
      prints: """
        error: there is no setting `nosuch`
          help: the settings are `caller`, `clock`, `keys`, `processes`, `stage`, `timeout`, `watch`
        """)
  }

  @Test func `stage and processes are those of what runs the services`() async {
    let session = await TestSession.loaded("set stage test\nset processes 2\nset processes 2")
    #expect(session.services.settings.withLock { $0 } == ["stage test", "processes 2"])
    await session.expect("set stage broken", prints: "error: .env.broken:2: expected NAME=VALUE")
    await session.expect("set stage", prints: "stage test")
    for value in ["0", "1.5", "x"] {
      #expect(await session.enter("set processes \(value)").contains("is no value of `processes`"))
    }
  }

  @Test func `services are listed, renamed, forgotten and asked for their log`() async {
    let session = TestSession()
    await session.expect("routes", prints: "error: no service is loaded\n  help: see `help load`")
    await session.expect("load payments.swift as pay", prints: "pay  POST /charge")
    await session.expect(
      "services", prints: "pay  POST /charge\nbundled, ready to `load`:\n  template  Renders texts."
    )
    await session.expect(
      "pay?", prints: "pay\n  POST pay/charge(amount: integer, card: string)  IAM only")
    await session.expect(
      "routes pay", prints: "pay\n  POST pay/charge(amount: integer, card: string)  IAM only")
    await session.expect("POST pay/charge amount=1 card=x | id", prints: "200 · 0.3 ms\n\"ch_1\"")
    await session.expect(
      "logs pay", prints: "a line of pay's log\n02:03:04.567 INFO  reserved  sku=A-1  qty=2")
    await session.expect("unload pay", prints: "")
    await session.expect(
      "unload pay",
      prints: "error: no service `pay` is loaded\n  help: load it with `load`; see `services`")
    await session.expect(
      "load tmplate",
      prints: """
        error: there is no service and no file `tmplate`
          help: did you mean `template`? bundled services: template; or give the path of a Swift file, a package or a program
        """)
  }

  @Test func `a log is followed until it is cancelled`() async {
    let session = await TestSession.loaded()
    let work = Task { await session.enter("logs payments -f") }
    await session.services.following.wait(for: "logs payments")
    work.cancel()
    #expect(await work.value.hasPrefix("the log of payments; Ctrl-C ends it\na line of payments"))
    await session.expect("1 + 1", prints: "2")
  }

  @Test(arguments: HelpTopic.all.map(\.name))
  func `every topic that help lists can be read`(topic: String) async {
    let session = TestSession()
    #expect(await session.enter("help").contains("\n  \(topic) "))
    #expect(await session.enter("help \(topic)").hasPrefix("error:") == false)
  }

  @Test(arguments: Vocabulary.verbs + Vocabulary.stepWords + Vocabulary.headerWords)
  func `every word of the language has a topic`(word: String) {
    #expect(HelpTopic.named(word) != nil)
  }

  @Test(arguments: Vocabulary.clauseWords + Vocabulary.commands + ["workflow"])
  func `every command and clause has a topic`(word: String) {
    #expect(HelpTopic.named(word) != nil)
  }

  @Test func `help knows services and functions, and suggests`() async {
    let session = await TestSession.loaded()
    await session.expect("$sum?", prints: "$sum(numbers)\n  The sum of the numbers.")
    await session.expect(
      "help tabel", prints: "error: there is no help on `tabel`\n  help: did you mean `table`?")
  }
}
