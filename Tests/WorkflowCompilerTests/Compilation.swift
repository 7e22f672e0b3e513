import Diagnostics
import JSON
import SessionLanguage
import StatesLanguage
import Testing
import WorkflowCompiler

/// What became of the text of a workflow.
struct Compilation {
  /// The workflow, if nothing is wrong.
  var workflow: CompiledWorkflow?

  /// What is wrong.
  var diagnostics: DiagnosticSet

  /// Compiles the first workflow of `text`.
  init(_ text: String, isOpen: Bool = false) {
    let result = Parser.parse(text, isComplete: true)
    diagnostics = result.diagnostics
    for statement in result.statements {
      guard case .workflow(let declaration) = statement.kind else { continue }
      let (workflow, found) = WorkflowCompiler(catalog: .test).compile(declaration, isOpen: isOpen)
      self.workflow = workflow
      diagnostics.formUnion(found)
      return
    }
  }

  /// Compiles `text`, which must be right.
  static func workflow(_ text: String, isOpen: Bool = false) throws -> CompiledWorkflow {
    let compilation = Compilation(text, isOpen: isOpen)
    let source = SourceFile(name: "workflow", text: text)
    let messages = compilation.diagnostics.elements.map {
      DiagnosticRenderer().render($0, in: source)
    }
    return try #require(compilation.workflow, "\(messages.joined(separator: "\n"))")
  }
}
