import Diagnostics
import SessionLanguage

/// A workflow whose calls are resolved and whose steps have ids.
struct ResolvedWorkflow {
  /// The workflow as it was written.
  var declaration: WorkflowDeclaration

  /// Its steps.
  var body: ResolvedBody

  /// What is done after an error of a step that has no catch of its own.
  var `catch`: ResolvedCatch?
}

/// Steps that are done one after the other.
struct ResolvedBody {
  /// The steps.
  var steps: [ResolvedStep]

  /// What the body gives where it is that of a `for` or a `branch`; nil for the last step's result.
  var yield: Expression?
}

/// A step with its id.
struct ResolvedStep {
  /// What a step does.
  indirect enum Kind {
    /// Calls a service.
    case call(ResolvedCall)

    /// Computes a value.
    case value(Expression)

    /// Waits.
    case wait(Wait)

    /// Runs the first branch whose condition holds.
    case conditional([ResolvedConditional])

    /// Runs its body for each element of a list.
    case map(MapBlock, ResolvedBody)

    /// Runs its branches at the same time.
    case parallel([ResolvedBranch])

    /// Ends the workflow with an error.
    case fail(error: InterpolatedText, cause: InterpolatedText?)

    /// Ends the workflow with a value.
    case `return`(Expression?)
  }

  /// What no other step is called: its name or its position, after those of the steps around it.
  var id: String

  /// The name that its result gets.
  var name: Name?

  /// What it does.
  var kind: Kind

  /// When it is tried again.
  var retries: [RetryClause] = []

  /// What is done after an error.
  var catches: [ResolvedCatch] = []

  /// The longest time that it may take, in seconds.
  var timeout: Int?

  /// The longest time between two signs of life, in seconds.
  var heartbeat: Int?

  /// The name of its state.
  var label: String?

  /// Where it stands, with the clauses.
  var range: SourceRange
}

/// One branch of a conditional.
struct ResolvedConditional {
  /// What must hold; nil for `else`.
  var condition: Expression?

  /// What is then done.
  var body: ResolvedBody

  /// Where its first line stands.
  var range: SourceRange
}

/// One branch of a `parallel` block.
struct ResolvedBranch {
  /// The member of the result that it fills.
  var name: Name

  /// What is done.
  var body: ResolvedBody
}

/// What is done after an error.
struct ResolvedCatch {
  /// The errors that it takes; empty for any.
  var errors: [Name]

  /// What is done.
  var body: ResolvedBody

  /// Where it stands.
  var range: SourceRange
}
