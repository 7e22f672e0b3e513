import StatesExecution
import WorkflowCompiler

/// The line that says which way a run took: `✓ quoted  ✗ charge  Declined: no funds → catch → return`.
struct RunChain {
  /// A step on the way.
  private struct Link {
    var step: String
    var mark: StepReport.Mark
    var title: String
    var error: String?
    var followers: [String] = []
    var isCondition = false
    var attempts: String?
  }

  /// The steps in the order in which they were entered.
  private var links: [Link] = []

  /// The workflow that ran.
  private let workflow: CompiledWorkflow

  /// Creates the chain of a run of `workflow`; `step` is the one whose expression has ended it,
  /// which may have gone into the state of a step before it.
  init(_ run: RunRecord, of workflow: CompiledWorkflow, blaming step: String? = nil) {
    self.workflow = workflow
    for visit in run.visits where visit.path.isEmpty { add(visit) }
    if let step, case .failed(let error, _) = run.status { blame(step, for: error) }
    if case .failed(let error, let cause) = run.status, links.last?.error == nil, !links.isEmpty {
      let last = links.count - 1
      links[last].mark = .failed
      if links[last].followers.isEmpty { links[last].error = Self.text(error, cause) }
    }
  }

  /// The chain on one line.
  var text: StyledText {
    var text = StyledText()
    for link in links where !link.isCondition || !link.followers.isEmpty {
      if !text.isEmpty { text.append("  ") }
      text.append(link.mark.rawValue, link.mark == .failed ? .failure : .success)
      text.append(" \(link.title)")
      if let attempts = link.attempts { text.append("  \(attempts)", .measure) }
      if let error = link.error { text.append("  \(error)") }
      for follower in link.followers { text.append(" → \(follower)") }
    }
    return text
  }

  // MARK: -

  /// Adds a state that was entered.
  private mutating func add(_ visit: StateVisit) {
    guard let state = workflow.sourceMap.states[visit.state] else { return }
    let parts = state.step.split(separator: "/").map(String.init)
    let isInside = parts.count > 1
    if isInside, !links.isEmpty {
      let isCaught = parts.contains("catch")
      if isCaught, links[links.count - 1].followers.last.map({ $0 != "catch" }) ?? true,
        !links[links.count - 1].followers.contains("catch")
      {
        links[links.count - 1].followers.append("catch")
      }
      return links[links.count - 1].followers.append(title(parts.last ?? "", state.role))
    }
    let error = visit.error.map { Self.text($0.error, $0.decodedCause) }
    let isFailed = error != nil || state.role == .fail
    links.append(
      Link(
        step: state.step, mark: isFailed ? .failed : .succeeded,
        title: title(state.step, state.role), error: isFailed ? error : nil,
        isCondition: state.role == .condition, attempts: visit.attemptsText))
  }

  /// Makes `step` the one that has failed.
  private mutating func blame(_ step: String, for error: String?) {
    if var last = links.last, last.title != step, last.followers.isEmpty {
      last.mark = .succeeded
      last.error = nil
      links[links.count - 1] = last
      links.append(Link(step: step, mark: .failed, title: step))
    }
    guard !links.isEmpty else { return }
    links[links.count - 1].mark = .failed
    links[links.count - 1].error = error
  }

  /// What a step is called.
  private func title(_ id: String, _ role: StateRole) -> String {
    guard id.hasPrefix("#") else { return id }
    return role == .condition ? "if" : role.rawValue
  }

  /// An error with its cause.
  private static func text(_ error: String?, _ cause: String?) -> String {
    [error, cause].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension StateVisit {
  /// How often the state called its service, if that was more than once.
  var attemptsText: String? { attempts.count > 1 ? "\(attempts.count) attempts" : nil }
}
