/// What is known about variables at one place of a workflow.
struct Flow: Equatable {
  /// The variables that have a value, whatever way led here.
  var definite: Set<String> = []

  /// The variables that have a value on some way that leads here.
  var possible: Set<String> = []

  /// Whether any way leads here.
  var isReachable = true

  /// Where no way leads.
  static let unreachable = Flow(isReachable: false)

  /// The place after the variable `name` has got its value.
  func assigning(_ name: String?) -> Flow {
    guard let name else { return self }
    var copy = self
    copy.definite.insert(name)
    copy.possible.insert(name)
    return copy
  }

  /// The place where the ways from here and from `other` meet.
  func joining(_ other: Flow) -> Flow {
    guard isReachable else { return other }
    guard other.isReachable else { return self }
    return Flow(
      definite: definite.intersection(other.definite), possible: possible.union(other.possible))
  }
}
