import JSON

/// The variables that a part of an expression can bind, while it is compiled.
final class Scope {
  /// The scope around.
  let parent: Scope?

  /// The slots of the frame in which the variables live; shared with the scope around if both live
  /// in one frame.
  let layout: FrameLayout

  /// The slots, by the names.
  private(set) var slots: [String: Int] = [:]

  /// The names that are certainly bound wherever they are read from now on.
  private var bound: Set<String> = []

  /// Creates a scope; its frame is that of `layout`.
  init(parent: Scope?, layout: FrameLayout) {
    self.parent = parent
    self.layout = layout
  }

  /// Adds a variable.
  @discardableResult
  func declare(_ name: String, isBound: Bool = false) -> Int {
    if isBound { bound.insert(name) }
    if let slot = slots[name] { return slot }
    let slot = layout.addSlot()
    slots[name] = slot
    return slot
  }

  /// Adds a variable whose slot must be a new one, as parameters need it.
  func declareParameter(_ name: String) {
    slots[name] = layout.addSlot()
    bound.insert(name)
  }

  /// Notes that `name` is bound from now on.
  func markBound(_ name: String) {
    if slots[name] != nil { bound.insert(name) }
  }

  /// Where a variable may be found.
  struct Place: Sendable {
    /// How many frames further out.
    let hops: Int

    /// The slot.
    let slot: Int

    /// Whether it is certainly bound.
    let isBound: Bool
  }

  /// The places of `name` from the inside out, up to the first where it is certainly bound.
  func places(of name: String) -> [Place] {
    var places: [Place] = []
    var hops = 0
    var scope: Scope? = self
    while let current = scope {
      if let slot = current.slots[name] {
        let isBound = current.bound.contains(name)
        places.append(Place(hops: hops, slot: slot, isBound: isBound))
        if isBound { break }
      }
      if let parent = current.parent, parent.layout !== current.layout { hops += 1 }
      scope = current.parent
    }
    return places
  }
}
