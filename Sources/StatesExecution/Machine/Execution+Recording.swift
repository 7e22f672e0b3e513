import StatesLanguage

extension Execution {
  /// Counts an event, keeps it if the history is kept, and returns its number.
  ///
  /// The last event that the limit allows is one that ends the execution: it fails if it has not
  /// come to its end. After the end nothing is recorded.
  @discardableResult
  mutating func record(
    _ type: HistoryEventType, after previous: Int,
    _ details: @autoclosure () -> HistoryEvent.Details
  ) -> Int {
    guard outcome == nil else { return eventCount }
    eventCount += 1
    if let limit = options.eventLimit, eventCount >= limit, !type.endsExecution {
      let error = StateError.tooManyEvents(limit)
      keep(.executionFailed, after: previous, .failure(error: error.error, cause: error.cause))
      finish(.failed(error), nil)
    } else if options.recordsHistory {
      keep(type, after: previous, details())
    }
    return eventCount
  }

  /// Keeps an event, if the history is kept.
  private mutating func keep(
    _ type: HistoryEventType, after previous: Int, _ details: HistoryEvent.Details
  ) {
    guard options.recordsHistory else { return }
    history.append(
      HistoryEvent(id: eventCount, previousID: previous, time: now, type: type, details: details))
  }

  // MARK: - Timers

  /// Sets a timer.
  @discardableResult
  mutating func setTimer(_ purpose: TimerPurpose, after duration: Duration) -> TimerID {
    setTimer(purpose, at: now.advanced(by: duration))
  }

  /// Sets a timer.
  @discardableResult
  mutating func setTimer(_ purpose: TimerPurpose, at time: Timestamp) -> TimerID {
    let id = TimerID(number: newNumber())
    timers[id] = SetTimer(time: time, purpose: purpose)
    actions.append(.setTimer(id, time))
    return id
  }

  /// Takes a timer back.
  mutating func cancelTimer(_ id: TimerID?) {
    guard let id, timers.removeValue(forKey: id) != nil else { return }
    actions.append(.cancelTimer(id))
  }

  /// A number that no task and no timer has.
  mutating func newNumber() -> Int {
    defer { nextNumber += 1 }
    return nextNumber
  }
}

extension StateError {
  /// The history has as many events as it may.
  fileprivate static func tooManyEvents(_ limit: Int) -> StateError {
    StateError(
      ErrorName.runtime,
      cause: "The execution reached the maximum number of history events (\(limit)).")
  }
}

extension HistoryEventType {
  /// Whether nothing follows it.
  fileprivate var endsExecution: Bool {
    switch self {
    case .executionSucceeded, .executionFailed, .executionTimedOut, .executionAborted: true
    default: false
    }
  }
}
