import StatesLanguage

/// The timers that are set, the earliest first; of equal ones the one that was set first.
struct TimerQueue: Sendable {
  /// A binary heap.
  private var heap: [Entry] = []

  /// The timers that count.
  private var active: Set<TimerID> = []

  private struct Entry: Sendable {
    var time: Timestamp
    var id: TimerID

    /// Whether it comes before `other`.
    func comes(before other: Entry) -> Bool {
      (time, id.number) < (other.time, other.id.number)
    }
  }

  /// Adds a timer.
  mutating func insert(_ id: TimerID, at time: Timestamp) {
    active.insert(id)
    heap.append(Entry(time: time, id: id))
    var child = heap.count - 1
    while child > 0, heap[child].comes(before: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes a timer back.
  mutating func remove(_ id: TimerID) { active.remove(id) }

  /// The time of the earliest timer.
  mutating func firstTime() -> Timestamp? {
    dropInactive()
    return heap.first?.time
  }

  /// Takes the earliest timer out.
  mutating func popFirst() -> (id: TimerID, time: Timestamp)? {
    dropInactive()
    guard let first = heap.first else { return nil }
    removeTop()
    active.remove(first.id)
    return (first.id, first.time)
  }

  /// Drops timers that were taken back from the top.
  private mutating func dropInactive() {
    while let first = heap.first, !active.contains(first.id) { removeTop() }
  }

  /// Removes the top of the heap.
  private mutating func removeTop() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].comes(before: heap[least]) { least = child }
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
