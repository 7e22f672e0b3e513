/// What a state does for its step.
package enum StateRole: String, Hashable, Sendable {
  /// Calls a service.
  case call

  /// Computes a value.
  case value

  /// Waits.
  case wait

  /// Chooses a branch.
  case condition

  /// Runs its body for each element.
  case map

  /// Runs its branches.
  case parallel

  /// Ends the workflow with an error.
  case fail

  /// Ends the workflow, or the work on an element or in a branch, with a value.
  case `return`

  /// Ends the graph where a Choice needs a state to lead to.
  case end
}

/// Which states belong to which steps.
package struct SourceMap: Hashable, Sendable {
  /// How the result of a step is found after a run.
  package enum Result: Hashable, Sendable {
    /// In the variable of this name.
    case variable(String)

    /// In what this state handed on.
    case output(state: String)

    /// Nowhere: the step has none, or it went into another expression.
    case none
  }

  /// What became of a step.
  package struct Step: Hashable, Sendable {
    /// Its id: its name or `#` and its position, after the ids of the steps around it:
    /// `charge`, `#3`, `quoted/stock`, `#3/then/mail`, `charge/catch/#1`.
    package var id: String

    /// The state where it begins; nil if nothing is left of it.
    package var entry: String?

    /// Its states and those of the steps inside of it, in the order of the text.
    package var states: [String]

    /// How its result is found.
    package var result: Result

    /// The variables that it reads and does not assign itself, `input` among them.
    package var reads: Set<String>
  }

  /// What a state is for.
  package struct State: Hashable, Sendable {
    /// The id of the step that it belongs to.
    package var step: String

    /// What it does for the step.
    package var role: StateRole

    /// What a picture shows in it: the call, the condition, the length of time.
    package var label: String

    /// The conditions of a Choice as they were written, in the order of its rules.
    package var conditions: [String]
  }

  /// The steps, outer ones before those inside of them, in the order of the text.
  package var steps: [Step]

  /// The states by name.
  package var states: [String: State]

  /// The step `id`.
  package func step(_ id: String) -> Step? { steps.first { $0.id == id } }

  /// The steps of the outermost level.
  package var topLevelSteps: [Step] { steps.filter { !$0.id.contains("/") } }

  /// The id of the outermost step that the state `name` belongs to; `catch` for the workflow's own.
  package func topLevelStep(ofState name: String) -> String? {
    states[name]?.step.split(separator: "/").first.map(String.init)
  }
}
