import JSON

/// The changes that a transform makes to a value, which itself is not touched: only changed objects
/// and what is around them are new in the result.
struct TransformChanges {
  /// What the objects to change have become so far.
  private var changed: [ObjectIdentifier: JSONObject] = [:]

  /// How often each object to change stands in the value.
  private var occurrences: [ObjectIdentifier: Int] = [:]

  /// Whether the change of one object may be seen in another that is yet to be changed.
  private var overlap = false

  private var shapes = TransformShapes()

  /// Starts with no change of `matches`, those of which count that are in `value`.
  init(of matches: [JSONValue], in value: JSONValue) {
    for match in matches {
      guard case .object(let object) = match else { continue }
      if occurrences.updateValue(0, forKey: object.identity) != nil { overlap = true }
    }
    if !occurrences.isEmpty { count(in: value, isInside: false) }
  }

  /// Whether an object to change stands in the value more than once.
  var areAmbiguous: Bool { occurrences.values.contains { $0 > 1 } }

  /// Counts the objects to change in `value`.
  private mutating func count(in value: JSONValue, isInside: Bool) {
    switch value {
    case .array(let list):
      for element in list.elements { count(in: element, isInside: isInside) }
    case .object(let object):
      var isInside = isInside
      if let known = occurrences[object.identity] {
        occurrences[object.identity] = known + 1
        if isInside { overlap = true }
        isInside = true
      }
      for value in object.values { count(in: value, isInside: isInside) }
    default: break
    }
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
    return rebuilt(value) ?? value
  }

  /// `value` with all changes, if there is any in it.
  private mutating func rebuilt(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .array(let list):
      return rebuilt(list.elements).map { .array(JSONArray($0, traits: list.traits)) }
    case .object(let object):
      // What an object has become may have the object itself in it, which is left as it was.
      let change = changed.removeValue(forKey: object.identity)
      defer { changed[object.identity] = change }
      let base = change ?? object
      guard let values = rebuilt(base.values) else { return change.map { .object($0) } }
      return .object(JSONObject(shape: base.shape, values: values))
    default: return nil
    }
  }

  /// `values` with all changes, if there is any in them.
  private mutating func rebuilt(_ values: some Collection<JSONValue>) -> [JSONValue]? {
    var result: [JSONValue]?
    for (index, value) in values.enumerated() {
      guard let new = rebuilt(value) else { continue }
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
