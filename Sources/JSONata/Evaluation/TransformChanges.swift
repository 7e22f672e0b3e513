import JSON

/// The changes that a transform makes to a value, which itself is not touched: only changed objects
/// and what is around them are new in the result.
struct TransformChanges {
  /// What the objects to change have become so far.
  private var changed: [UnsafeRawPointer: JSONObject] = [:]

  /// How often each object to change stands in the value.
  private var occurrences: [UnsafeRawPointer: Int] = [:]

  /// Whether the change of one object may be seen in another that is yet to be changed.
  private var overlap = false

  private var shapes = TransformShapes()

  /// Starts with no change of `matches`, those of which count that are in `value`.
  init(of matches: [JSONValue], in value: JSONValue) {
    for match in matches {
      guard case .object(let object) = match else { continue }
      if occurrences.updateValue(0, forKey: object.identity) != nil { overlap = true }
    }
    if !occurrences.isEmpty { withUnsafePointer(to: value) { count(at: $0, isInside: false) } }
  }

  /// Whether an object to change stands in the value more than once.
  var areAmbiguous: Bool { occurrences.values.contains { $0 > 1 } }

  /// Counts the objects to change in the value at `value`.
  private mutating func count(at value: UnsafePointer<JSONValue>, isInside: Bool) {
    switch JSONContent(at: value) {
    case .elements(let elements, _): count(in: elements, isInside: isInside)
    case .members(let members):
      guard let known = occurrences[members.address] else {
        return count(in: members.values, isInside: isInside)
      }
      occurrences[members.address] = known + 1
      if isInside { overlap = true }
      count(in: members.values, isInside: true)
    case .nothing: break
    }
  }

  /// Counts the objects to change in `values`.
  private mutating func count(in values: UnsafeBufferPointer<JSONValue>, isInside: Bool) {
    guard let start = values.baseAddress else { return }
    for index in values.indices { count(at: start + index, isInside: isInside) }
  }

  /// What `match` is by now.
  mutating func current(_ match: JSONValue) -> JSONValue {
    if overlap { return applied(to: match) }
    guard case .object(let object) = match, let change = changed[object.identity] else {
      return match
    }
    return .object(change)
  }

  /// Gives `match` the members of `update`.
  mutating func set(_ update: JSONObject, in match: JSONValue) {
    guard let object = own(match) else { return }
    let current = changed[object.identity] ?? object
    let shape = shapes.merging(current.shape, update.shape)
    changed[object.identity] = current.merging(update, as: shape)
  }

  /// Takes the member `name` from `match`.
  mutating func remove(_ name: String, from match: JSONValue) {
    guard let object = own(match) else { return }
    let current = changed[object.identity] ?? object
    guard let (position, shape) = shapes.removing(name, from: current.shape) else { return }
    changed[object.identity] = current.removing(at: position, giving: shape)
  }

  /// The object that `match` is, if it is part of the value.
  private func own(_ match: JSONValue) -> JSONObject? {
    guard case .object(let object) = match, let count = occurrences[object.identity], count > 0
    else { return nil }
    return object
  }

  /// `value` with all changes.
  mutating func applied(to value: JSONValue) -> JSONValue {
    if changed.isEmpty { return value }
    return withUnsafePointer(to: value) { rebuilt(at: $0) } ?? value
  }

  /// The value at `value` with all changes, if there is any in it.
  private mutating func rebuilt(at value: UnsafePointer<JSONValue>) -> JSONValue? {
    switch JSONContent(at: value) {
    case .elements(let elements, let traits):
      return rebuilt(elements).map { .array(JSONArray($0, traits: traits)) }
    case .members(let members):
      guard let change = changed.removeValue(forKey: members.address) else {
        return rebuilt(members.values).map {
          .object(JSONObject(shape: members.shape, values: $0))
        }
      }
      // What an object has become may have the object itself in it, which is left as it was.
      let values = rebuilt(change.borrowed)
      changed[members.address] = change
      return .object(values.map { JSONObject(shape: change.shape, values: $0) } ?? change)
    case .nothing: return nil
    }
  }

  /// `values` with all changes, if there is any in them.
  private mutating func rebuilt(_ values: UnsafeBufferPointer<JSONValue>) -> [JSONValue]? {
    guard let start = values.baseAddress else { return nil }
    var result: [JSONValue]?
    for index in values.indices {
      guard let new = rebuilt(at: start + index) else { continue }
      if result == nil { result = Array(values) }
      result?[index] = new
    }
    return result
  }
}

/// The shapes that changes have led to last: objects made alike are mostly changed alike.
private struct TransformShapes {
  private var merged: (first: JSONShape, second: JSONShape, result: JSONShape.Merged)?
  private var removed: [Removal] = []

  /// A shape without a name.
  private struct Removal {
    let shape: JSONShape
    let name: String
    let result: (Int, JSONShape)?
  }

  /// The most removals that are remembered.
  private static let limit = 8

  /// The shape with the names of both.
  mutating func merging(_ first: JSONShape, _ second: JSONShape) -> JSONShape.Merged {
    if let merged, merged.first === first, merged.second === second { return merged.result }
    let result = first.merging(second)
    merged = (first, second, result)
    return result
  }

  /// The position of `name`, and the shape without it; nil if it is not there.
  mutating func removing(_ name: String, from shape: JSONShape) -> (Int, JSONShape)? {
    for known in removed where known.shape === shape && known.name == name { return known.result }
    let result = shape.position(of: name).map { ($0, shape.removing([$0])) }
    if removed.count == Self.limit { removed.removeAll() }
    removed.append(Removal(shape: shape, name: name, result: result))
    return result
  }
}
