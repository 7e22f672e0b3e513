import JSON

/// A number computed of fields of an item, such as `price * qty`, without values in between.
struct FieldNumber: Sendable {
  /// Reads a number of the item at a place; NaN where it takes more to tell, or is no finite one.
  private typealias Read = @Sendable (UnsafePointer<JSONValue>) -> Double

  /// The greatest depth of evaluation that the computation reaches.
  let depth: Int

  private let read: Read

  /// The computation that `node` is, if it is such a one; `depth` is that of the part around.
  init?(_ node: Node, depth: Int) {
    guard let read = Self.computation(node) else { return nil }
    self.read = read
    self.depth = depth + node.certainDepth
  }

  /// The number for the item at `item`; NaN if it takes more to tell.
  @inline(__always)
  func number(at item: UnsafePointer<JSONValue>) -> Double { read(item) }

  /// The computation that `node` is, if it has an operator.
  private static func computation(_ node: Node) -> Read? {
    guard node.isBare else { return nil }
    switch node.kind {
    case .block(let items) where items.count == 1: return computation(items[0])
    case .binary(let symbol, let left, let right):
      guard let operation = Arithmetic(symbol), let first = operand(left),
        let second = operand(right)
      else { return nil }
      return { item in finite(operation.compute(first(item), second(item))) }
    default: return nil
    }
  }

  /// The operand that `node` is.
  private static func operand(_ node: Node) -> Read? {
    if let number = node.constantNumber { return { _ in number } }
    guard let names = node.plainPathNames else { return computation(node) }
    let path = JSONFieldPath(names)
    return { item in finite(path.number(from: item)) }
  }

  /// `number` if it is finite: the others are errors, or ignored, depending on where they stand.
  @inline(__always)
  private static func finite(_ number: Double) -> Double { number.isFinite ? number : .nan }
}

extension Arithmetic {
  /// The operator `symbol`, if it computes a number.
  fileprivate init?(_ symbol: Symbol) {
    switch symbol {
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    case .percent: self = .remainder
    default: return nil
    }
  }
}
