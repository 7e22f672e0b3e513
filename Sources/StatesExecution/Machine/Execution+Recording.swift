import StatesLanguage

extension Execution {
  /// Counts an event, keeps it if the history is kept, and returns its number.
  ///
  /// The event that exceeds the limit ends the execution.
  @discardableResult
  mutating func record(
    _ type: HistoryEventType, after previous: Int,
    _ details: @autoclosure () -> HistoryEvent.Details
  ) -> Int {
    eventCount += 1
    if options.recordsHistory {
      history.append(
        HistoryEvent(
          id: eventCount, previousID: previous, time: now, type: type, details: details()))
    }
    if let limit = options.eventLimit, eventCount >= limit, outcome == nil { exceedEventLimit() }
    return eventCount
  }

  /// Ends the execution because of too many events.
  private mutating func exceedEventLimit() {
    let limit = options.eventLimit ?? 0
    let error = StateError(
      ErrorName.runtime,
      cause: "The execution reached the maximum number of history events (\(limit)).")
    let last = eventCount
    finish(.failed(error), nil)
    record(.executionFailed, after: last, .failure(error: error.error, cause: error.cause))
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
