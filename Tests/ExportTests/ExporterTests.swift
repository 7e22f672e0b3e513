import Export
import JSON
import ServiceModel
import StatesLanguage
import Testing

@Suite struct ExporterTests {
  @Test func `writes the configuration of the first session`() throws {
    for file in try Exporter.files(for: Samples.shop) where !file.path.hasSuffix(".zip") {
      try Golden.expect(file.text, in: "shop/\(file.path)")
    }
  }

  @Test func `files are sorted, and the same whatever the order of services`() throws {
    var shuffled = Samples.difficult
    shuffled.services.reverse()
    shuffled.workflows.reverse()
    let files = try Exporter.files(for: Samples.difficult, formats: [.terraform, .mermaid])
    #expect(try Exporter.files(for: shuffled, formats: [.terraform, .mermaid]) == files)
    #expect(files.map(\.path) == files.map(\.path).sorted())
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
  }

  @Test func `a change of one service touches that service only`() throws {
    var changed = Samples.shop
    changed.services[1].description.function.memoryMegabytes = 1_024
    let before = Set(try Exporter.files(for: Samples.shop))
    let after = try Exporter.files(for: changed).filter { !before.contains($0) }
    #expect(after.map(\.path) == ["service_inventory.tf"])
  }

  @Test func `without Terraform a definition is the machine as it is`() throws {
    let files = try Exporter.files(for: Samples.shop, formats: [.asl])
    #expect(files.map(\.path) == ["order.asl.json"])
    #expect(files[0].text == JSONWriter.indented(Samples.order.json) + "\n")
  }

  @Test func `each format has its files`() throws {
    let files = try Exporter.files(for: Samples.shop, formats: [.mermaid])
    #expect(files.map(\.path) == ["order.mmd"])
    #expect(try Exporter.files(for: Samples.shop, formats: []).isEmpty)
  }

  @Test(arguments: [
    (
      200, "order.asl.json (7 states)  workflow_order.tf  service_inventory.tf  service_payments.tf"
    ),
    (60, "order.asl.json (7 states)  workflow_order.tf  …"),
    (10, "…"),
  ])
  func `sums the files up in a line`(width: Int, line: String) throws {
    let files = try Exporter.files(for: Samples.shop)
    let summary = ExportSummary.line(files, width: width)
    #expect(summary.hasPrefix(line))
    #expect(summary.count <= width)
  }

  @Test(arguments: [
    (
      "arn:aws:states:::lambda:invoke", "stock" as JSONValue,
      "w: state `s` calls `stock`, which is not among the exported services"
    ),
    (
      "arn:aws:states:::lambda:invoke", "{% $f %}",
      "w: state `s` computes the name of the function that it calls"
    ),
    (
      "arn:aws:states:::sqs:sendMessage", nil,
      "w: state `s` uses `arn:aws:states:::sqs:sendMessage`, which cannot be exported yet"
    ),
  ])
  func `says what it cannot export`(resource: String, function: JSONValue, message: String) {
    let task = TaskState(resource: resource, arguments: Template(["FunctionName": function]))
    let inner = StateGraph(
      startAt: "s", states: [State(name: "s", kind: .task(task), transition: .end)])
    let outer = State(
      name: "p", kind: .parallel(ParallelState(branches: [inner])), transition: .end)
    let machine = StateMachine(startAt: "p", states: [outer])
    let deployment = Deployment(
      name: "d", services: [], workflows: [DeployedWorkflow(name: "w", machine: machine)])
    let error = #expect(throws: ExportError.self) { try Exporter.files(for: deployment) }
    #expect(error?.description == message)
  }
}
