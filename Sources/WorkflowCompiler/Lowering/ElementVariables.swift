extension DraftGraph {
  /// The graph in which the element of each Map can be read wherever it is.
  ///
  /// The first state of what is done with an element has it as its input, and sets the variable for
  /// the later ones. Graphs inside of that first state have other inputs: then a state that only
  /// sets the variable comes before it, whose id `newID` gives.
  func givingElements(_ newID: () -> Int) -> DraftGraph {
    var graph = self
    for index in graph.states.indices {
      graph.states[index].kind = graph.states[index].kind.mapGraphs { $0.givingElements(newID) }
    }
    guard let item, let first = graph.state(start), first.innerReads.contains(item) else {
      return graph
    }
    let state = DraftState(
      id: newID(), step: first.step.parentStep, role: .value, label: item, preferredName: item,
      kind: .pass, next: .state(start))
    graph.states.insert(state, at: 0)
    graph.start = state.id
    return graph
  }
}

extension String {
  /// The id of the step around the step of this id, or itself.
  var parentStep: String {
    guard let slash = lastIndex(of: "/") else { return self }
    return String(self[..<slash])
  }
}
