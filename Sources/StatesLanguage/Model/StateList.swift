/// States in order, which can also be found by name.
package struct StateList: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private var elements: [State] = []
  private var positions: [String: Int] = [:]

  /// Creates a list; of states with one name the first is the one that is found.
  package init(_ states: some Sequence<State>) {
    for state in states { append(state) }
  }

  package init(arrayLiteral elements: State...) {
    self.init(elements)
  }

  /// Adds `state` at the end.
  package mutating func append(_ state: State) {
    if positions[state.name] == nil { positions[state.name] = elements.count }
    elements.append(state)
  }

  /// The state called `name`; setting it replaces that state, adds it, or with nil removes it.
  package subscript(name: String) -> State? {
    get { positions[name].map { elements[$0] } }
    set {
      guard let position = positions[name] else {
        if let newValue { append(newValue) }
        return
      }
      var states = elements
      states.replaceSubrange(position...position, with: newValue.map { [$0] } ?? [])
      self = StateList(states)
    }
  }

  /// The position of the state called `name`.
  package func position(of name: String) -> Int? { positions[name] }

  /// The names in order.
  package var names: [String] { elements.map(\.name) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { elements.count }
  package subscript(position: Int) -> State { elements[position] }
}

extension StateList: Equatable {
  package static func == (a: StateList, b: StateList) -> Bool { a.elements == b.elements }
}
