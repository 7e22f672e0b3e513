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
    var lastEntry: Int?
  }

  /// The source.
  package internal(set) var draft: WorkflowDraft

  /// What the source means; nil while there is no step.
  package private(set) var declaration: WorkflowDeclaration?

  /// The machine of the open workflow, which keeps every result; nil while there is no step.
  package private(set) var compiled: CompiledWorkflow?

  /// What the steps have given, by the numbers of their entries.
  package var records: [Int: StepRecord] = [:]

  /// The entry that was entered last, to which clauses belong.
  package var lastEntry: Int?

  /// The last whole run.
  package var lastRun: RunRecord?

  /// The variables of a whole run on the sample input.
  struct RunVariables {
    /// Their values.
    var values: [String: JSONValue]

    /// Whether a service that the run called has been loaded again since.
    var isStale = false
  }

  /// The variables of the last such run; nil if there was none since the workflow was closed.
  var variablesOfRun: RunVariables?

  /// The number of the cell that it was kept as; nil before it is closed.
  var cell: Int?

  /// Whether it has been changed since it was opened.
  package private(set) var hasChanged = false

  /// The machine that is exported, once the workflow is closed.
  package var exported: CompiledWorkflow?

  /// The cells that follow the workflow once it is closed.
  var followUps: [FollowUp] = []

  /// Whether a mock has been entered since it was opened.
  var hasOwnMocks = false

  /// The comments and blank lines that have been entered since the last statement.
  var lead: [String] = []

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
    hasChanged = true
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

  /// Opens it again after it was closed.
  package mutating func reopen() {
    (exported, variablesOfRun, hasChanged) = (nil, nil, false)
    followUps = []
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
    Version(
      draft: draft, compiled: compiled, declaration: declaration, records: records,
      lastEntry: lastEntry)
  }

  /// Takes over `version`.
  private mutating func restore(_ version: Version) {
    draft = version.draft
    compiled = version.compiled
    declaration = version.declaration
    records = version.records
    lastEntry = version.lastEntry
  }
}
