/// Lets one of several go on at a time, in the order in which they ask.
actor Turns {
  /// Whether somebody has the turn.
  private var isTaken = false

  /// Those who wait for it.
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Waits for the turn and takes it.
  func take() async {
    guard isTaken else { return isTaken = true }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives the turn to the next one.
  func pass() {
    guard !waiting.isEmpty else { return isTaken = false }
    waiting.removeFirst().resume()
  }
}
