import JSON
package import SessionLanguage
package import WorkflowCompiler

/// A workflow in work: its draft, what the draft means, and what its steps have given.
package struct WorkflowWorkspace: Sendable {
  /// A state of the workspace to which `undo` can return.
  private struct Version: Sendable {
    var draft: WorkflowDraft
    var compiled: CompiledWorkflow?
    var declaration: WorkflowDeclaration?
    var records: [Int: StepRecord]
  }

  /// The source.
  package private(set) var draft: WorkflowDraft

  /// What the source means; nil while there is no step.
  package private(set) var declaration: WorkflowDeclaration?

  /// The machine of the open workflow, which keeps every result; nil while there is no step.
  package private(set) var compiled: CompiledWorkflow?

  /// What the steps have given, by the numbers of their entries.
  package var records: [Int: StepRecord] = [:]

  /// The entry that was entered last, to which clauses belong.
  package var lastEntry: Int?

  /// The sample case that steps run on; nil for the first input.
  package var caseName: String?

  /// The last whole run.
  package var lastRun: RunRecord?

  /// The machine that is exported, once the workflow is closed.
  package var exported: CompiledWorkflow?

  /// The cells that follow the workflow once it is closed.
  var followUps: [FollowUp] = []

  private var undone: [Version] = []
  private var past: [Version] = []
  private var nextID = 0

  /// Creates an empty workflow.
  package init(draft: WorkflowDraft) {
    self.draft = draft
    nextID = (draft.entries.map(\.id).max() ?? -1) + 1
  }

  /// The name.
  package var name: String { draft.name }

  /// The entries that are steps.
  package var steps: [WorkflowDraft.Entry] { draft.entries.filter { !$0.isHeader } }

  /// A number for a new entry.
  package mutating func makeID() -> Int {
    defer { nextID += 1 }
    return nextID
  }

  /// Takes `draft` and its meaning in the place of what was there; `undo` brings that back.
  package mutating func change(
    to draft: WorkflowDraft, declaration: WorkflowDeclaration?, compiled: CompiledWorkflow?
  ) {
    past.append(version)
    undone = []
    (self.draft, self.declaration, self.compiled) = (draft, declaration, compiled)
    let present = Set(draft.entries.map(\.id))
    records = records.filter { present.contains($0.key) }
  }

  /// Notes what the draft means, which has not changed.
  package mutating func setMeaning(
    _ declaration: WorkflowDeclaration, _ compiled: CompiledWorkflow?
  ) {
    (self.declaration, self.compiled) = (declaration, compiled)
  }

  /// Returns to what was there before the last change.
  ///
  /// - Returns: Whether there was a change.
  package mutating func undo() -> Bool {
    guard let last = past.popLast() else { return false }
    undone.append(version)
    restore(last)
    return true
  }

  /// Makes the last change again that `undo` took back.
  ///
  /// - Returns: Whether there was one.
  package mutating func redo() -> Bool {
    guard let next = undone.popLast() else { return false }
    past.append(version)
    restore(next)
    return true
  }

  /// What can be returned to.
  private var version: Version {
    Version(draft: draft, compiled: compiled, declaration: declaration, records: records)
  }

  /// Takes over `version`.
  private mutating func restore(_ version: Version) {
    draft = version.draft
    compiled = version.compiled
    declaration = version.declaration
    records = version.records
    lastEntry = nil
  }
}

// MARK: - Steps

extension WorkflowWorkspace {
  /// The step's tree of the entry `id`.
  package func step(_ id: Int) -> Step? {
    guard let index = steps.firstIndex(where: { $0.id == id }), let body = declaration?.body,
      body.indices.contains(index)
    else { return nil }
    return body[index]
  }

  /// The entry whose step is called `name`: by its own name, its label, or the word that it
  /// starts with if there is one such step.
  package func entry(named name: String) -> WorkflowDraft.Entry? {
    steps.first { title(of: $0.id) == name }
  }

  /// What the step of the entry `id` is called in reports.
  package func title(of id: Int) -> String {
    guard let step = step(id) else { return "?" }
    if let name = step.name { return name.text }
    return step.keyword
  }

  /// The lines of the head.
  var headers: [WorkflowHeader] { declaration?.headers ?? [] }

  /// The names of the sample inputs.
  var caseNames: [String] { declaration?.inputs.compactMap { $0.caseName?.text } ?? [] }

  /// The variables that an expression at the prompt may read: those after the last step that ran.
  var visibleVariables: [String: JSONValue] {
    steps.reversed().lazy.compactMap { self.records[$0.id] }.first { $0.isPassable }?.variables
      ?? [:]
  }

  /// Marks every step that has run.
  mutating func markAllStale() {
    for id in records.keys { records[id]?.isStale = true }
  }

  /// Marks those that depend on the step of the entry `id`.
  ///
  /// - Returns: The entries that were not stale before.
  mutating func markReadersStale(of id: Int) -> [Int] {
    let before = Set(records.filter { $0.value.isStale }.keys)
    markStale(readersOf: assignedNames(of: id), after: id)
    return steps.map(\.id).filter { records[$0]?.isStale == true && !before.contains($0) }
  }

  /// Marks the steps that read, directly or through others, what the steps `names` give.
  package mutating func markStale(readersOf names: Set<String>, after id: Int? = nil) {
    var changed = names
    let start = id.flatMap { id in steps.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    for entry in steps[start...] where !compiledReads(of: entry.id).isDisjoint(with: changed) {
      records[entry.id]?.isStale = true
      changed.formUnion(assignedNames(of: entry.id))
    }
  }

  /// Marks the steps that call `service`, and those that read their results.
  package mutating func markStale(callersOf service: String) {
    var changed: Set<String> = []
    for entry in steps where step(entry.id)?.calledServices.contains(service) == true {
      records[entry.id]?.isStale = true
      changed.formUnion(assignedNames(of: entry.id))
    }
    markStale(readersOf: changed)
  }

  /// The names that the step of the entry `id` may give values to.
  package func assignedNames(of id: Int) -> Set<String> {
    step(id)?.assignedNames ?? []
  }

  /// The names that the step of the entry `id` reads.
  private func compiledReads(of id: Int) -> Set<String> {
    guard let index = steps.firstIndex(where: { $0.id == id }) else { return [] }
    return compiled?.sourceMap.topLevelSteps[index].reads ?? []
  }
}
