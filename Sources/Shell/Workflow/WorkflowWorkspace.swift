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
  package private(set) var draft: WorkflowDraft

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

  /// The machine that is exported, once the workflow is closed.
  package var exported: CompiledWorkflow?

  /// The cells that follow the workflow once it is closed.
  var followUps: [FollowUp] = []

  /// Whether a mock has been entered since it was opened.
  var hasOwnMocks = false

  /// The comments and blank lines that have been entered since the last statement.
  private var lead: [String] = []

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

// MARK: - Comments

extension WorkflowWorkspace {
  /// Keeps a blank line, which stands before the next statement; several become one.
  mutating func noteBlankLine() {
    guard lead.last?.isEmpty != true, !draft.entries.isEmpty || !lead.isEmpty else { return }
    lead.append("")
  }

  /// Keeps a comment, which stands before the next statement.
  mutating func noteComment(_ text: String) {
    lead.append(text.trimmed)
  }

  /// The comments and blank lines that stand before what is entered next; they are given once.
  mutating func takeLead() -> String {
    defer { lead = [] }
    return lead.joined(separator: "\n")
  }

  /// Puts the comments that stand before the closing `end` into the draft.
  mutating func keepTail() {
    let lead = takeLead()
    if lead.contains("#") { draft.tail = lead.trimmed }
  }

  /// Whether a blank line stands before what is entered next.
  var isAfterBlankLine: Bool { lead.contains("") }
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

  /// The entries whose step is called `name`: by its own name, by its label, or by the word that it
  /// starts with.
  package func entries(named name: String) -> [WorkflowDraft.Entry] {
    steps.filter { title(of: $0.id) == name || step($0.id)?.label == name }
  }

  /// The steps that have ended the workflow with an error.
  var failedSteps: [Int] {
    steps.map(\.id).filter { id in
      if case .failed? = records[id]?.outcome { true } else { false }
    }
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

  /// Keeps what came of step `index`, and hands what it has changed on to the steps after it.
  mutating func setRecord(_ record: StepRecord, ofStep index: Int) {
    let old = records[steps[index].id]?.variables ?? [:]
    records[steps[index].id] = record
    let names = Set(old.keys).union(record.variables.keys)
    handOn(names.filter { old[$0] != record.variables[$0] }, of: record.variables, from: index + 1)
  }

  /// Gives the variables `names` their values in the records from step `index` on, as far as no step
  /// there gives them others.
  mutating func handOn(
    _ names: Set<String>, of variables: [String: JSONValue], from index: Int
  ) {
    var names = names
    for entry in steps.dropFirst(index) {
      names.subtract(assignedNames(of: entry.id))
      for name in names { records[entry.id]?.variables[name] = variables[name] }
    }
  }

  /// Marks steps that have something to lose: a result of another time, or none that is due now.
  ///
  /// - Returns: The entries that were not stale before, in order.
  mutating func markStale(_ ids: some Sequence<Int>) -> [Int] {
    let fresh = Set(ids).filter { records[$0]?.isStale == false }
    for id in fresh { records[id]?.isStale = true }
    return steps.map(\.id).filter(fresh.contains)
  }

  /// The steps after the entry `id` that read, directly or through others, one of `names`.
  func readers(of names: Set<String>, after id: Int? = nil) -> [Int] {
    var changed = names
    var readers: [Int] = []
    for entry in steps.drop(through: id) where !reads(of: entry.id).isDisjoint(with: changed) {
      readers.append(entry.id)
      changed.formUnion(assignedNames(of: entry.id))
    }
    return readers
  }

  /// The steps after the entry `id` that read one of `names` themselves.
  func directReaders(of names: Set<String>, after id: Int) -> [Int] {
    steps.drop(through: id).map(\.id).filter { !reads(of: $0).isDisjoint(with: names) }
  }

  /// The steps after the entry `id` that were not reached in the last run.
  func unreached(after id: Int) -> [Int] {
    steps.drop(through: id).map(\.id).filter { records[$0]?.isUnreached == true }
  }

  /// The steps that call `service`, and those that read their results.
  func callers(of service: String) -> [Int] {
    let callers = steps.map(\.id).filter { step($0)?.calledServices.contains(service) == true }
    return callers + callers.flatMap { readers(of: assignedNames(of: $0), after: $0) }
  }

  /// The names that the step of the entry `id` may give values to.
  package func assignedNames(of id: Int) -> Set<String> {
    step(id)?.assignedNames ?? []
  }

  /// The names that the step of the entry `id` reads.
  private func reads(of id: Int) -> Set<String> {
    guard let index = steps.firstIndex(where: { $0.id == id }) else { return [] }
    return compiled?.sourceMap.topLevelSteps[index].reads ?? []
  }
}

extension [WorkflowDraft.Entry] {
  /// The entries after the one numbered `id`; all if there is none.
  fileprivate func drop(through id: Int?) -> ArraySlice<WorkflowDraft.Entry> {
    firstIndex { $0.id == id }.map { self[($0 + 1)...] } ?? self[...]
  }
}
