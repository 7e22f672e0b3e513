package import Diagnostics
import JSONata
package import SessionLanguage
import StatesLanguage

/// Compiles workflows to state machines.
package struct WorkflowCompiler: Sendable {
  /// What workflows can use.
  package var catalog: Catalog

  /// Creates a compiler.
  package init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The machine of `workflow`, unless something is wrong with it, and what there is to say.
  ///
  /// With `isOpen` the workflow is still being written: every name outside of its blocks may still be
  /// read, so each result is kept in its variable; and each outermost step has states of its own, so
  /// that it can be run alone, from its first state with the variables so far.
  package func compile(
    _ workflow: WorkflowDeclaration, isOpen: Bool
  ) -> (workflow: CompiledWorkflow?, diagnostics: DiagnosticSet) {
    var resolution = Resolution(calls: CallLowering(catalog: catalog))
    let resolved = resolution.resolve(workflow)
    var scopes = ScopeCheck()
    scopes.check(resolved)
    var constants = ConstantCheck()
    constants.check(resolved)
    var diagnostics = resolution.diagnostics
    diagnostics.formUnion(scopes.diagnostics)
    diagnostics.formUnion(constants.diagnostics)
    if !diagnostics.containsError {
      var types = TypeCheck()
      types.check(resolved)
      diagnostics.formUnion(types.diagnostics)
    }
    guard !diagnostics.containsError, resolved.isWhole else { return (nil, diagnostics) }
    let compiled = assemble(resolved, isOpen: isOpen)
    let check = MachineCheck(workflow: resolved, sourceMap: compiled.sourceMap)
    diagnostics.formUnion(check.diagnostics(of: compiled.machine))
    return (diagnostics.containsError ? nil : compiled, diagnostics)
  }

  /// The machine of a workflow without mistakes.
  private func assemble(_ workflow: ResolvedWorkflow, isOpen: Bool) -> CompiledWorkflow {
    var lowering = Lowering(isOpen: isOpen)
    var merging = Merging(isOpen: isOpen)
    let drafts = merging.merge(lowering.lower(workflow)).givingElements { lowering.newID() }
    let names = StateNames(drafts)
    var emission = Emission(names: names)
    let kept = isOpen ? workflow.names.union(["input"]) : []
    let states = emission.emit(drafts, variables: [.input], kept: kept)
    let machine = StateMachine(
      comment: workflow.declaration.about, startAt: names[drafts.start], states: states,
      timeoutSeconds: workflow.declaration.timeout?.seconds)
    let mapping = SourceMapping(
      graph: drafts, names: names, entries: lowering.entries, merged: merging.merged,
      results: emission.results)
    return CompiledWorkflow(
      name: workflow.declaration.name.text, about: workflow.declaration.about,
      isExpress: workflow.declaration.isExpress, machine: machine,
      sourceMap: mapping.map(of: workflow), services: workflow.services,
      dependencies: workflow.dependencies, declaration: workflow.declaration)
  }
}
