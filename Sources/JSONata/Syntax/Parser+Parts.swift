extension Parser {
  /// The part `id`.
  @inline(__always)
  subscript(id: Part.ID) -> Part {
    get { parts[Int(id)] }
    _modify { yield &parts[Int(id)] }
  }

  /// Adds a part.
  @inline(__always)
  mutating func add(_ part: Part) -> Part.ID {
    parts.append(part)
    return Part.ID(truncatingIfNeeded: parts.count - 1)
  }

  /// Notes that `child` is a part of `parent` that is certainly evaluated with it, and that seeks
  /// its objects to the left of `parent`.
  @inline(__always)
  mutating func adopt(_ child: Part.ID, in parent: Part.ID) {
    self[parent].certainDepth = max(self[parent].certainDepth, self[child].certainDepth + 1)
    adoptUncertain(child, in: parent)
  }

  /// Notes that `child` is a part of `parent` that may not be evaluated with it, and that seeks its
  /// objects to the left of `parent`.
  @inline(__always)
  mutating func adoptUncertain(_ child: Part.ID, in parent: Part.ID) {
    contain(child, in: parent)
    if self[child].traits.contains(.seeks) { passAncestry(from: child, to: parent) }
  }

  /// Notes that `child` is a part of `parent`.
  @inline(__always)
  mutating func contain(_ child: Part.ID, in parent: Part.ID) {
    self[parent].height = max(self[parent].height, self[child].height + 1)
    self[parent].traits.formUnion(self[child].traits.intersection(.inherited))
  }

  /// Whether `part` is a variable and nothing else.
  func isLoneVariable(_ part: Part.ID) -> Bool {
    let record = self[part]
    return record.tag == .variable && record.stages == 0 && record.group == 0 && record.rare == 0
  }

  /// The rare properties of `part`.
  subscript(rare part: Part.ID) -> Part.Rare {
    get { self[part].rare == 0 ? Part.Rare() : rare[Int(self[part].rare) - 1] }
    set {
      if self[part].rare == 0 {
        rare.append(newValue)
        self[part].rare = Int32(truncatingIfNeeded: rare.count)
      } else {
        rare[Int(self[part].rare) - 1] = newValue
      }
    }
  }
}

/// A list of parts that is being read.
struct PartList {
  /// The first part.
  private(set) var head: Part.ID = 0

  /// The last part.
  private(set) var last: Part.ID = 0

  /// Adds `part` to the list, which is in `parser`.
  @inline(__always)
  mutating func append(_ part: Part.ID, in parser: inout Parser) {
    if last == 0 { head = part } else { parser[last].next = part }
    last = part
  }
}

extension Part.Tag {
  /// The kind in the reference's words.
  var typeName: String {
    switch self {
    case .name: "name"
    case .string: "string"
    case .number: "number"
    case .value: "value"
    case .variable: "variable"
    case .regex: "regex"
    case .wildcard: "wildcard"
    case .descendant: "descendant"
    case .parent: "parent"
    case .binary: "binary"
    case .negate, .array, .object: "unary"
    case .call: "function"
    case .partial: "partial"
    case .placeholder: "operator"
    case .lambda: "lambda"
    case .condition, .fallback: "condition"
    case .transform: "transform"
    case .block: "block"
    case .bind: "bind"
    case .apply: "apply"
    case .path: "path"
    case .sort: "sort"
    case .failure: "error"
    case .end, .sortTerm, .filterStage, .indexStage, .grouping: "(end)"
    }
  }
}
