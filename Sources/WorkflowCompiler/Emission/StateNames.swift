/// The names of states: what the user called them, else words for what they do; each once.
struct StateNames {
  private var names: [Int: String] = [:]
  private var taken: Set<String> = []

  /// Names the states of `graph` and of all graphs inside of it.
  ///
  /// Names that the user chose come first, so that no other state can take one away.
  init(_ graph: DraftGraph) {
    graph.visitStates { if $0.isNamedByUser { name($0) } }
    graph.visitStates { if !$0.isNamedByUser { name($0) } }
  }

  /// The name of the state `id`.
  subscript(id: Int) -> String { names[id] ?? "" }

  /// Gives `state` its preferred name, with a number if another has it.
  private mutating func name(_ state: DraftState) {
    var name = Self.cut(state.preferredName, suffix: "")
    var number = 2
    while !taken.insert(name).inserted {
      name = Self.cut(state.preferredName, suffix: " \(number)")
      number += 1
    }
    names[state.id] = name
  }

  /// `name` with `suffix`, no longer than AWS allows.
  private static func cut(_ name: String, suffix: String) -> String {
    let scalars = name.unicodeScalars.prefix(Limits.nameLength - suffix.unicodeScalars.count)
    return String(String.UnicodeScalarView(scalars)) + suffix
  }
}
