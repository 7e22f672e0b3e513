import JSON
import StatesLanguage
import Testing

@testable import WorkflowCompiler

@Suite struct `Machines` {
  @Test(arguments: Golden.names(in: "Machines", suffix: ".cws"))
  func `of the fixtures are as expected`(name: String) throws {
    let text = try Golden.text("Machines/\(name).cws")
    let workflow = try Compilation.workflow(text)
    let json = JSONWriter.indented(workflow.machine.json) + "\n"
    try Golden.expect(json, in: "Machines/\(name).asl.json")
  }

  @Test(arguments: Golden.names(in: "Machines", suffix: ".cws"))
  func `of the fixtures are the same every time, and legal`(name: String) throws {
    let text = try Golden.text("Machines/\(name).cws")
    for isOpen in [false, true] {
      let workflow = try Compilation.workflow(text, isOpen: isOpen)
      let again = try Compilation.workflow(text, isOpen: isOpen)
      #expect(workflow.machine.json == again.machine.json)
      let findings = StateMachineCheck.findings(of: workflow.machine)
      #expect(findings.isEmpty, "\(findings)")
    }
  }

  @Test func `of an order has the six states of the design`() throws {
    let workflow = try Compilation.workflow(Golden.text("Machines/order.cws"))
    var names: [String] = []
    workflow.machine.graph.visitStates { names.append($0.name) }
    #expect(names == ["quoted", "stock", "if", "OutOfStock", "charge", "return"])
  }
}
