import JSON

/// How the items of a distributed Map are put together, so that one child execution gets many.
///
/// Source: `ItemBatcher (Map)`, Step Functions developer guide.
struct ItemBatching: Sendable {
  /// The most items of a batch; nil for no limit.
  var maxItems: Int?

  /// The most bytes of a batch's input; nil for no limit.
  var maxBytes: Int?

  /// What every batch gets besides its items.
  var input: JSONValue?

  /// The inputs of the child executions for `items`; a batch holds one item at least.
  func batches(of items: [JSONValue]) -> [JSONValue] {
    var batches: [JSONValue] = []
    var current: [JSONValue] = []
    var rest = 0
    for item in items {
      let size = maxBytes == nil ? 0 : DataSize.bytes(of: item) + 1
      if !current.isEmpty, current.count == maxItems || size > rest {
        batches.append(batch(current))
        current = []
      }
      if current.isEmpty { rest = (maxBytes ?? 1) - emptySize }
      current.append(item)
      rest -= size
    }
    if !current.isEmpty { batches.append(batch(current)) }
    return batches
  }

  /// The size of a batch without items.
  private var emptySize: Int { maxBytes == nil ? 0 : DataSize.bytes(of: batch([])) }

  /// The input of the child execution for `items`.
  private func batch(_ items: [JSONValue]) -> JSONValue {
    guard let input else { return .object([(key: "Items", value: .array(items))]) }
    return .object([(key: "BatchInput", value: input), (key: "Items", value: .array(items))])
  }
}
