import JSON
import StatesLanguage
import Testing

@testable import WorkflowCompiler

@Suite struct `Source maps` {
  @Test func `tell where each step went`() throws {
    let workflow = try Compilation.workflow(Golden.text("Machines/order.cws"))
    let lines = workflow.sourceMap.steps.map { step in
      "\(step.id): \(step.entry ?? "-") \(step.states) \(step.result) \(step.reads.sorted())"
    }
    #expect(
      lines == [
        #"quoted: quoted ["quoted", "stock"] variable("quoted") ["input"]"#,
        #"quoted/stock: stock ["stock"] none ["line"]"#,
        #"#2: if ["if", "OutOfStock"] none ["quoted"]"#,
        #"#2/then/#1: OutOfStock ["OutOfStock"] none ["quoted"]"#,
        #"charge: charge ["charge", "return"] none ["input", "quoted"]"#,
        #"charge/catch/#1: return ["return"] none ["error"]"#,
        ##"#4: charge [] none ["charge"]"##,
      ])
    #expect(
      workflow.dependencies == [
        "quoted": [], "#2": ["quoted"], "charge": ["quoted"], "#4": ["charge"],
      ])
    #expect(workflow.services == ["inventory", "payments"])
    #expect(workflow.sourceMap.states["if"]?.conditions == ["$count($quoted[missing > 0]) > 0"])
    #expect(workflow.sourceMap.states["stock"]?.label == "GET inventory/stock/{$line.sku}")
    #expect(workflow.sourceMap.topLevelStep(ofState: "stock") == "quoted")
  }

  @Test(arguments: Golden.names(in: "Machines", suffix: ".cws"))
  func `of open workflows give each outermost step its own states`(name: String) throws {
    let workflow = try Compilation.workflow(Golden.text("Machines/\(name).cws"), isOpen: true)
    let map = workflow.sourceMap
    for step in map.topLevelSteps where !step.id.hasPrefix("#") {
      #expect(step.result == .variable(step.id))
    }
    for step in map.topLevelSteps {
      let entry = try #require(step.entry)
      #expect(map.topLevelStep(ofState: entry) == step.id)
      #expect(step.states.contains(entry))
    }
    #expect(map.states.count == Set(map.topLevelSteps.flatMap(\.states)).count + map.catchCount)
  }
}

extension SourceMap {
  /// The number of states of the workflow's own catch.
  fileprivate var catchCount: Int { states.values.count { $0.step.hasPrefix("catch") } }
}
