import JSON
import StatesLanguage

extension Execution {
  /// Deals with an error in the state of `strand`: tries again, goes where a catcher leads, or
  /// ends the strand.
  mutating func fail(
    _ strand: inout Strand, _ index: Int, with error: StateError
  ) -> Step {
    guard outcome == nil else { return .end }
    let isInPath = error.evaluation?.isRecorded == false
    let error = explain(error, &strand)
    if strand.visit >= 0 { visits[strand.visit].error = error }
    if let delay = retryDelay(of: error, &strand) {
      strand.phase = .pausing(setTimer(.strand(index), after: delay))
      return .wait
    }
    if !isInPath { recordFailedJoin(&strand) }
    if strand.visit >= 0 { visits[strand.visit].left = now }
    for (position, catcher) in strand.code.catchers.enumerated()
    where error.matches(catcher.errors) {
      if strand.visit >= 0 { visits[strand.visit].catcher = position }
      return follow(catcher, &strand, index, with: error)
    }
    return giveUp(strand, index, with: error)
  }

  /// The error with the state in its cause and an event in the history, if an expression failed.
  private mutating func explain(_ error: StateError, _ strand: inout Strand) -> StateError {
    guard let evaluation = error.evaluation else { return error }
    var explained = StateError(error.error)
    explained.cause =
      options.namesStateInCauses
      ? "An error occurred while executing the state '\(strand.code.name)' (entered at the event "
        + "id #\(strand.enteredEvent)). \(evaluation.sentence)" : evaluation.sentence
    explained.isFinal = error.isFinal
    guard evaluation.isRecorded else { return explained }
    let isFirst =
      evaluation.precedesEntry
      || strand.lastEvent == strand.enteredEvent && !evaluation.followsEntry
    let previous = isFirst ? strand.eventBeforeEntry : strand.lastEvent
    strand.lastEvent = record(
      .evaluationFailed, after: previous,
      .evaluation(
        state: strand.code.name, location: evaluation.location, error: explained.error,
        cause: explained.cause))
    return explained
  }

  /// Records that a Parallel or Map state has failed for good.
  private mutating func recordFailedJoin(_ strand: inout Strand) {
    switch strand.code.type {
    case .parallel:
      strand.lastEvent = record(.parallelStateFailed, after: strand.lastEvent, .none)
    case .map: strand.lastEvent = record(.mapStateFailed, after: strand.lastEvent, .none)
    default: break
    }
  }

  // MARK: - Retry

  /// How long to wait before the state is tried again; nil if it is not.
  ///
  /// The first retrier that names the error decides, and each counts for itself.
  private mutating func retryDelay(
    of error: StateError, _ strand: inout Strand
  ) -> Duration? {
    let retriers = strand.code.retriers
    guard error.error != ErrorName.runtime,
      let position = retriers.firstIndex(where: { error.matches($0.errors) })
    else { return nil }
    if strand.retriesUsed.isEmpty {
      strand.retriesUsed = Array(repeating: options.retriesUsed, count: retriers.count)
    }
    let used = strand.retriesUsed[position]
    guard used < retriers[position].maxAttempts ?? 3 else { return nil }
    strand.retriesUsed[position] += 1
    strand.retryCount += 1
    let delay = delay(of: retriers[position], after: used)
    if strand.visit >= 0 {
      visits[strand.visit].retrier = StateVisit.Retry(index: position, delay: delay)
    }
    return delay
  }

  /// The delay of `retrier` after `used` retries.
  private mutating func delay(of retrier: Retrier, after used: Int) -> Duration {
    var seconds = Double(retrier.intervalSeconds ?? 1)
    let rate = retrier.backoffRate ?? 2
    let longest = Double(retrier.maxDelaySeconds ?? 31_622_400)
    for _ in 0..<used where seconds < longest { seconds *= rate }
    seconds = min(seconds, longest)
    if retrier.jitter == .full { seconds = Double.random(in: 0...seconds, using: &random) }
    return .milliseconds(Int64(seconds * 1_000))
  }

  // MARK: - Catch

  /// Goes where `catcher` leads.
  private mutating func follow(
    _ catcher: CatcherCode, _ strand: inout Strand, _ index: Int, with error: StateError
  ) -> Step {
    do throws(StateError) {
      let (output, assigned) = try evaluate(catcher, strand, error.output)
      return try leave(
        &strand, index, output: output, assigned: assigned, shape: catcher.result.assignShape,
        next: catcher.next)
    } catch {
      let error = explain(error, &strand)
      return giveUp(strand, index, with: error)
    }
  }

  // MARK: - The end

  /// Ends `strand` with an error.
  private mutating func giveUp(
    _ strand: Strand, _ index: Int, with error: StateError
  ) -> Step {
    guard let parent = strand.parent else {
      record(
        .executionFailed, after: strand.lastEvent,
        .failure(error: error.error, cause: error.cause))
      finish(.failed(error), strand)
      return .end
    }
    forgetVariables(of: strand)
    freeStrands.append(index)
    childFailed(strand, of: parent, with: error)
    return .end
  }

  /// Ends the execution because it takes too long.
  mutating func timeOut() {
    let root = strands.first ?? nil
    record(.executionTimedOut, after: root?.lastEvent ?? 0, .none)
    finish(.timedOut, root)
  }

  /// Ends the execution because that is wanted.
  mutating func cancel() {
    let root = strands.first ?? nil
    record(.executionAborted, after: root?.lastEvent ?? 0, .none)
    finish(.cancelled, root)
  }
}
