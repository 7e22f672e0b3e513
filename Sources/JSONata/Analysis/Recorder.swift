import JSON

/// Notes the values of the parts of an expression while it is evaluated.
final class Recorder {
  /// Parts whose values are those of calls in tail position, and how often each is.
  typealias LeftCalls = [Int: Int]

  /// What has been seen of a part.
  private struct Record {
    var count = 0
    var first: [JSONValue?] = []
    var last: JSONValue?
  }

  /// The items that the beginning of a path has given so far.
  private struct Beginning {
    let part: Int
    var items: [JSONValue] = []
    var isReached = false
    var isUnfinished = false
  }

  /// The part in which the error came up.
  private(set) var failedPart: Int?

  private var records: [Record]

  /// The beginnings of the paths that are being evaluated, inner ones last.
  private var paths: [[Beginning]] = []

  /// The calls that a function has left to the loop of its caller.
  private var leftCalls: LeftCalls = [:]

  /// How many values of a part are kept from the start.
  static let keptCount = 5

  /// Starts with nothing seen.
  init(partCount: Int) {
    records = Array(repeating: Record(), count: partCount)
  }

  /// What has been seen of the part `part`.
  func values(of part: Int) -> EvaluationReport.Values? {
    let record = records[part]
    guard record.count > 0 else { return nil }
    return EvaluationReport.Values(
      count: record.count, first: record.first.map(Self.visible), last: Self.visible(record.last))
  }

  /// `value` as the language shows it.
  private static func visible(_ value: JSONValue?) -> JSONValue? {
    guard case .array(let list) = value, list.traits.contains(.tupleStream) else {
      return JSONataExpression.plain(collapsed(value))
    }
    let items = TuplePath.unbox(list).compactMap(\.value)
    return JSONataExpression.plain(collapsed(.sequence(items)))
  }

  // MARK: - Values

  /// Notes a value of `part`.
  func note(_ value: JSONValue?, _ part: Int) {
    note(value, part, count: 1)
  }

  /// Notes that `part` has had `value` so many times.
  private func note(_ value: JSONValue?, _ part: Int, count: Int) {
    let free = Self.keptCount - records[part].first.count
    if free > 0 { records[part].first += Array(repeating: value, count: min(free, count)) }
    records[part].count += count
    records[part].last = value
  }

  /// Notes that the evaluation of `part` has thrown an error.
  func fail(_ part: Int) {
    if failedPart == nil { failedPart = part }
  }

  // MARK: - Paths

  /// Begins a path with the beginnings `parts`.
  func enterPath(_ parts: [Int]) {
    paths.append(parts.map { Beginning(part: $0) })
  }

  /// Ends the path; of one that has failed, what is unfinished is left out.
  func leavePath() {
    guard let beginnings = paths.popLast() else { return }
    for beginning in beginnings where beginning.isReached && !beginning.isUnfinished {
      let items = beginning.items
      note(items.isEmpty ? nil : collapsed(.sequence(items)), beginning.part, count: 1)
    }
  }

  /// Notes that the step that ends the beginning `part` starts its work on an item.
  func start(_ part: Int) {
    change(part) {
      $0.isReached = true
      $0.isUnfinished = true
    }
  }

  /// Adds what the step that ends the beginning `part` gives for an item.
  func collect(_ value: JSONValue?, _ part: Int) {
    change(part) { beginning in
      beginning.isReached = true
      beginning.isUnfinished = false
      switch value {
      case .array(let list) where !list.traits.contains(.cons): beginning.items += list.elements
      case let value?: beginning.items.append(value)
      case nil: break
      }
    }
  }

  /// Adds an item that the beginning `part` has given.
  func collect(item: JSONValue?, _ part: Int) {
    change(part) { beginning in
      beginning.isReached = true
      if let item { beginning.items.append(item) }
    }
  }

  /// Changes what is known of the beginning `part` of the innermost path.
  private func change(_ part: Int, _ change: (inout Beginning) -> Void) {
    guard let path = paths.indices.last,
      let index = paths[path].firstIndex(where: { $0.part == part })
    else { return }
    change(&paths[path][index])
  }

  // MARK: - Calls in tail position

  /// Notes that the value of `part` is that of a call that is left over.
  func leaveCall(of part: Int) {
    leftCalls[part, default: 0] += 1
  }

  /// Takes the parts whose values are that of the call that has just been left over.
  func takeLeftCalls() -> LeftCalls {
    defer { leftCalls = [:] }
    return leftCalls
  }

  /// Notes the value that the calls came to.
  func finish(_ calls: LeftCalls, with value: JSONValue?) {
    for (part, count) in calls { note(value, part, count: count) }
  }
}
