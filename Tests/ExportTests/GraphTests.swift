import Diagnostics
import Export
import JSON
import StatesLanguage
import Testing

@Suite struct GraphTests {
  /// Machines by name.
  static let machines = ["order": Samples.order, "everything": Samples.everything]

  @Test(arguments: machines.keys.sorted())
  func `draws a machine in Mermaid`(name: String) throws {
    let machine = try #require(Self.machines[name])
    try Golden.expect(MermaidDiagram(WorkflowGraph(machine)).text, in: "\(name).mmd")
  }

  @Test(arguments: machines.keys.sorted())
  func `draws a machine for a terminal`(name: String) throws {
    let machine = try #require(Self.machines[name])
    let text = TerminalGraph.draw(WorkflowGraph(machine), title: name, width: 72)
    try Golden.expect(text, in: "\(name).txt")
  }

  @Test(arguments: [0, 24, 31, 40, 72, 200])
  func `no line of a drawing is wider than asked`(width: Int) {
    for machine in Self.machines.values {
      for line in TerminalGraph.draw(WorkflowGraph(machine), width: width).split(separator: "\n") {
        #expect(line.displayWidth <= max(width, 24))
      }
    }
  }

  @Test func `every state appears once, whatever the ways between them`() {
    for seed in 0..<200 {
      let machine = tangled(seed: seed)
      let text = TerminalGraph.draw(WorkflowGraph(machine), width: 300)
      for state in machine.states {
        let count = text.split(separator: "\n").count {
          $0.hasSuffix("□ \(state.name)") || $0.hasSuffix("◇ \(state.name)")
        }
        #expect(count == 1, "\(state.name) of seed \(seed) in\n\(text)")
      }
    }
  }

  @Test(arguments: [
    ("a \"b\" [c] {d}", "a #quot;b#quot; [c] {d}"),
    ("1. first", "1#46; first"),
    ("- 5", "#45; 5"),
    ("$$x$$ * 2 < 3", "#36;#36;x#36;#36; #42; 2 #60; 3"),
    ("tok_ok _x_", "tok_ok #95;x#95;"),
    ("{\"style\":\"a\"}", "{#quot;style#quot;#58;#quot;a#quot;}"),
    ("red \u{1B}[31m", "red \u{FFFD}[31m"),
    ("%%{init}%%\n  next", "#37;#37;{init}#37;#37; next"),
  ])
  func `texts are shown as they are in Mermaid`(text: String, written: String) {
    let machine = StateMachine(
      startAt: "s",
      states: [State(name: "s", kind: .fail(FailState(error: Template(.string(text)))))])
    #expect(MermaidDiagram(WorkflowGraph(machine)).text.contains("<br/>\(written)\"}}"))
  }

  @Test(arguments: ["end", "graph", "1", "a b", "a_b", "é", "start", "🇫🇷"])
  func `every name of a state gives a name for Mermaid`(name: String) {
    let machine = StateMachine(
      startAt: name,
      states: [
        State(name: name, kind: .pass(PassState()), transition: .next("a-b")),
        State(name: "a-b", kind: .succeed),
      ])
    let text = MermaidDiagram(WorkflowGraph(machine)).text
    #expect(text.contains("[start]) --> "))
    #expect(!text.contains(" end(") && !text.contains(" graph("))
    #expect(text.split(separator: "\n").count == 5)
  }

  /// A machine whose choices lead anywhere.
  private func tangled(seed: Int) -> StateMachine {
    var number = seed &* 7919 &+ 17
    func random(_ limit: Int) -> Int {
      number = (number &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
      return (number >> 8) % limit
    }
    let names = (0..<8).map { "s\($0)" }
    let states = names.map { name in
      switch random(3) {
      case 0: State(name: name, kind: .pass(PassState()), transition: .end)
      case 1: State(name: name, kind: .pass(PassState()), transition: .next(names[random(8)]))
      default:
        State(
          name: name,
          kind: .choice(
            ChoiceState(
              rules: [
                ChoiceRule(condition: "{% true %}", next: names[random(8)]),
                ChoiceRule(condition: "{% false %}", next: names[random(8)]),
              ], defaultState: random(2) == 0 ? nil : names[random(8)])))
      }
    }
    return StateMachine(startAt: "s0", states: states)
  }
}
