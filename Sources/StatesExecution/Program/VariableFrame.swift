import JSON

/// The variables of a scope, and the frame of the scope around it.
///
/// `@unchecked Sendable`: values change only through ``assign(_:in:)``, which makes a copy of the
/// frame unless nobody else has it; so copies of an execution share frames and never see each
/// other's assignments.
final class VariableFrame: @unchecked Sendable {
  /// The values by slot; nil where nothing has been assigned.
  private(set) var values: [JSONValue?]

  /// The frame of the scope around this one.
  let parent: VariableFrame?

  /// Creates a frame.
  init(values: [JSONValue?], parent: VariableFrame?) {
    self.values = values
    self.parent = parent
  }

  /// The value of the variable at `address`.
  func value(at address: VariableAddress) -> JSONValue? {
    var frame = self
    for _ in 0..<address.depth {
      guard let parent = frame.parent else { return nil }
      frame = parent
    }
    return frame.values[address.slot]
  }

  /// Sets variables of `frame`.
  static func assign(
    _ values: [(slot: Int, value: JSONValue)], in frame: inout VariableFrame
  ) {
    if !isKnownUniquelyReferenced(&frame) {
      frame = VariableFrame(values: frame.values, parent: frame.parent)
    }
    for (slot, value) in values { frame.values[slot] = value }
  }
}

/// Where a variable is kept, seen from a graph.
struct VariableAddress: Hashable, Sendable {
  /// How many scopes further out.
  var depth: Int

  /// Its place in that scope.
  var slot: Int
}
