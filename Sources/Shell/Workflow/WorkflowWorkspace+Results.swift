import JSON
import SessionLanguage
import WorkflowCompiler

extension WorkflowWorkspace {
  /// The variables that an expression at the prompt may read: those of the last run on the sample
  /// input, if the workflow was closed then, else those after the last step that ran.
  var visibleVariables: [String: JSONValue] {
    if let variablesOfRun { return variablesOfRun.values }
    return steps.reversed().lazy.compactMap { self.records[$0.id] }.first { $0.isPassable }?
      .variables
      ?? [:]
  }

  /// Where the value of the variable `name` comes from.
  func provenance(of name: String) -> Provenance {
    let givers = Set(steps.map(\.id).filter { assignedNames(of: $0).contains(name) })
    return Provenance(
      of: calledServices.filter { !givers.isDisjoint(with: callers(of: $0)) },
      isStale: variablesOfRun?.isStale ?? givers.contains { records[$0]?.isStale == true })
  }

  /// Marks what `services`, which have been loaded again, gave to the closed workflow.
  ///
  /// - Returns: Whether that is news.
  mutating func markReloaded(_ services: Set<String>) -> Bool {
    let steps = markStale(services.flatMap { callers(of: $0) })
    guard let run = variablesOfRun else { return !steps.isEmpty }
    let isStale = run.isStale || !calledServices.isDisjoint(with: services)
    variablesOfRun?.isStale = isStale
    return isStale != run.isStale
  }

  /// The services that its steps call.
  var calledServices: Set<String> {
    Set(declaration?.body.flatMap(\.calledServices) ?? [])
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

  /// The steps that have ended the workflow with an error.
  var failedSteps: [Int] {
    steps.map(\.id).filter { id in
      if case .failed? = records[id]?.outcome { true } else { false }
    }
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
