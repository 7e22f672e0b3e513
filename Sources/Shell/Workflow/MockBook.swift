import Synchronization

/// The mocks of a session, which calls of several branches at once may use up.
package final class MockBook: Sendable {
  private let mocks = Mutex<[Mock]>([])

  /// Creates a book without mocks.
  package init() {}

  /// The mocks, in the order in which they were made.
  package var all: [Mock] { mocks.withLock { $0 } }

  /// Adds `mock` in the place of one for the same target.
  package func add(_ mock: Mock) {
    mocks.withLock { mocks in
      mocks.removeAll { $0.target == mock.target }
      mocks.append(mock)
    }
  }

  /// Removes the mock for `target`; nil removes all.
  ///
  /// - Returns: Whether there was one.
  package func remove(_ target: Mock.Target?) -> Bool {
    mocks.withLock { mocks in
      let count = mocks.count
      mocks.removeAll { target == nil || $0.target == target }
      return mocks.count < count
    }
  }

  /// The answer of the newest mock that `isMeant` accepts and that is not used up.
  package func answer(_ isMeant: (Mock.Target) -> Bool) -> Mock.Answer? {
    mocks.withLock { mocks in
      for index in mocks.indices.reversed() where isMeant(mocks[index].target) {
        guard let remaining = mocks[index].remaining else { return mocks[index].answer }
        guard remaining > 0 else { continue }
        mocks[index].remaining = remaining - 1
        return mocks[index].answer
      }
      return nil
    }
  }
}
