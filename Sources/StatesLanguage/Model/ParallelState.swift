/// What a Parallel state does: it runs several graphs at once.
package struct ParallelState: Equatable, Sendable {
  /// The graphs.
  package var branches: [StateGraph]

  /// What each branch gets; nil hands on the state's input.
  package var arguments: Template?

  /// Which errors are tried again.
  package var retriers: [Retrier]

  /// Where errors lead.
  package var catchers: [Catcher]

  /// Creates a Parallel state.
  package init(
    branches: [StateGraph], arguments: Template? = nil, retriers: [Retrier] = [],
    catchers: [Catcher] = []
  ) {
    self.branches = branches
    self.arguments = arguments
    self.retriers = retriers
    self.catchers = catchers
  }
}
