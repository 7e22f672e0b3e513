import JSON
import StatesLanguage

extension Execution {
  /// The longest wait, in seconds (24,855 days).
  private static let longestWait = 24_855 * 86_400

  /// Starts a wait.
  mutating func wait(
    _ wait: WaitCode, _ strand: inout Strand, _ index: Int
  ) throws(StateError) -> Step {
    let end = try end(of: wait, scope(of: strand))
    guard now.duration(to: end) <= .seconds(Self.longestWait) else {
      let sentence = "Wait state delay is too long."
      throw strand.code.flow == nil
        ? StateError(refusing: nil, sentence) : StateError(runtime: sentence)
    }
    let (output, assigned) = try evaluate(
      strand.code.result, strand, default: strand.effectiveInput, result: nil)
    guard end > now else {
      return try leave(
        &strand, index, output: output, assigned: assigned,
        shape: strand.code.result.assignShape, next: strand.code.next)
    }
    let timer = setTimer(.strand(index), at: end)
    strand.phase = .waiting(timer, output: output, assigned: assigned)
    return .wait
  }

  /// When a wait ends.
  private func end(
    of wait: WaitCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> Timestamp {
    switch wait {
    case .seconds(let template):
      let seconds = try template.integer("Seconds", in: scope)
      guard seconds >= 0 else {
        throw StateError(
          refusing: "Seconds", "The Seconds field references a negative value: \(seconds)")
      }
      return now.advanced(by: .seconds(seconds))
    case .timestamp(let template):
      let text = try template.text("Timestamp", in: scope)
      guard let time = Timestamp(text) else {
        throw StateError(
          refusing: "Timestamp",
          "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format "
            + "string: \(text)")
      }
      return time
    case .secondsPath(let path): return now.advanced(by: .seconds(try seconds(at: path, scope)))
    case .timestampPath(let path): return try timestamp(at: path, scope)
    }
  }

  /// The seconds to which `SecondsPath` leads.
  private func seconds(
    at path: PathCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> Int {
    let value = try value(at: path, "SecondsPath", scope)
    let assignment = "\(path.path.source) == \(JavaText.text(of: value))"
    guard let seconds = value.stringValue.flatMap({ Int($0) }) ?? value.wholeNumber else {
      throw StateError(
        runtime: "The SecondsPath parameter cannot be parsed as a long value: \(assignment)")
    }
    guard seconds >= 0 else {
      throw StateError(
        runtime: "The SecondsPath parameter references a negative value: \(assignment)")
    }
    return min(seconds, Self.longestWait + 1)
  }

  /// The moment to which `TimestampPath` leads.
  private func timestamp(
    at path: PathCode, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> Timestamp {
    let value = try value(at: path, "TimestampPath", scope)
    if let time = value.stringValue.flatMap({ Timestamp($0) }) { return time }
    throw StateError(
      runtime: "The TimestampPath parameter does not reference a valid ISO-8601 extended offset "
        + "date-time format string: \(path.path.source) == \(JavaText.text(of: value))")
  }

  /// The value to which the path in the field `name` leads.
  private func value(
    at path: PathCode, _ name: String, _ scope: borrowing EvaluationScope
  ) throws(StateError) -> JSONValue {
    do throws(JSONPathError) {
      return try path.value(in: scope)
    } catch {
      throw StateError(
        runtime: "The \(name) parameter does not reference an input value: \(path.path.source)")
    }
  }

  /// Goes on after a timer.
  mutating func timerFired(_ id: TimerID) {
    guard let timer = timers.removeValue(forKey: id) else { return }
    switch timer.purpose {
    case .execution: timeOut()
    case .timeout(let index): endCall(of: index, with: .timeout())
    case .heartbeat(let index): endCall(of: index, with: .timeout(isHeartbeat: true))
    case .strand(let index): wake(index)
    case .child(let address, let id):
      child(address) { child, _ in child.timers[id] = nil }
      pass(.timerFired(id), to: address)
    }
  }

  /// Ends the wait or the pause of the strand at `index`.
  private mutating func wake(_ index: Int) {
    guard var strand = strands[index] else { return }
    switch strand.phase {
    case .pausing:
      strand.phase = .retrying
      if strand.visit >= 0 {
        visits[strand.visit].error = nil
        visits[strand.visit].retrier = nil
      }
      strands[index] = strand
      ready.append(index)
    case .waiting(_, let output, let assigned):
      strands[index] = nil
      settle(index, &strand) { execution, strand throws(StateError) in
        try execution.leave(
          &strand, index, output: output, assigned: assigned,
          shape: strand.code.result.assignShape, next: strand.code.next)
      }
    default: break
    }
  }

  /// Lets the strands go on that stopped before a state.
  mutating func resumeStopped() {
    for index in strands.indices {
      guard case .stopped = strands[index]?.phase else { continue }
      strands[index]?.phase = .passing
      ready.append(index)
    }
    resumeChildren()
  }
}
