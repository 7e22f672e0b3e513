import JSON
import SessionLanguage
import StatesLanguage

extension Lowering {
  /// A `for`: one Map.
  mutating func lower(
    _ map: MapBlock, _ body: ResolvedBody, _ step: ResolvedStep, _ next: DraftState.Target,
    _ place: Surroundings
  ) -> Fragment {
    let graph = lowerInner(body, step: step.id, item: map.item.text, place)
    let tolerance = map.tolerance.map { tolerance in
      switch tolerance {
      case .count(let count): MapTolerance.count(count)
      case .percentage(let share): MapTolerance.percentage(share)
      }
    }
    let kind = DraftState.Kind.map(
      items: formula(map.items, place), concurrency: map.maximumConcurrency, tolerance: tolerance,
      graph)
    let title = "for \(map.item) in \(map.items.source)"
    var state = newState(step, .map, label: title, name: "for \(map.item)", kind)
    state.results = [
      .init(
        step: step.id, name: step.name?.text, formula: Formula("$states.result"), isTotal: true)
    ]
    return block(step, state, next, place)
  }

  /// A `parallel` block: one Parallel, whose results become an object.
  mutating func lower(
    _ branches: [ResolvedBranch], _ step: ResolvedStep, _ next: DraftState.Target,
    _ place: Surroundings
  ) -> Fragment {
    let graphs = branches.map { lowerInner($0.body, step: step.id, item: nil, place) }
    let title = "parallel \(branches.map(\.name.text).joined(separator: ", "))"
    var state = newState(step, .parallel, label: title, name: "parallel", .parallel(graphs))
    let members = branches.enumerated().map { index, branch in
      "\(JSONWriter.quoted(branch.name.text)): $states.result[\(index)]"
    }
    let value = Formula("{\(members.joined(separator: ", "))}")
    state.results = [.init(step: step.id, name: step.name?.text, formula: value, isTotal: true)]
    return block(step, state, next, place)
  }

  /// A block with its clauses.
  private mutating func block(
    _ step: ResolvedStep, _ state: DraftState, _ next: DraftState.Target, _ place: Surroundings
  ) -> Fragment {
    var state = state
    state.retriers = step.retries.map(\.retrier)
    state.next = next
    return handling(step, state, next, place)
  }
}
