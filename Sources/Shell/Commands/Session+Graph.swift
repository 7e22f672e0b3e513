import Export
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// `graph [WORKFLOW]`.
  func drawGraph(_ name: Name?) throws(SessionFailure) {
    let workflow = try knownWorkflow(name)
    let compiled = try compile(workflow.draft, isOpen: false).compiled
    let graph = TerminalGraph.draw(
      WorkflowGraph(compiled), title: compiled.name, width: Output.fileWidth)
    print(.text(StyledText(graph.trimmingNewlines)))
  }
}

extension CompiledWorkflow {
  /// The flowchart of the workflow in Mermaid's language.
  var mermaid: String { MermaidDiagram(WorkflowGraph(self)).text }
}
