package import Diagnostics

/// `workflow NAME [express] … end`.
package struct WorkflowDeclaration: Sendable {
  /// Its name.
  package var name: Name

  /// Whether it is an Express workflow.
  package var isExpress: Bool

  /// The lines of its head, in order.
  package var headers: [WorkflowHeader]

  /// Its steps.
  package var body: [Step]

  /// What is done after an error of a step that has no catch of its own.
  ///
  /// A `catch` on a line of its own is the workflow's, not the step's before it, if an empty line
  /// separates them, or if that step is `fail` or `return`, which have none.
  package var `catch`: CatchClause?

  /// Where it stands, from `workflow` to `end`.
  package var range: SourceRange

  /// Creates a workflow.
  package init(
    name: Name, isExpress: Bool = false, headers: [WorkflowHeader] = [], body: [Step] = [],
    catch: CatchClause? = nil, range: SourceRange
  ) {
    self.name = name
    self.isExpress = isExpress
    self.headers = headers
    self.body = body
    self.catch = `catch`
    self.range = range
  }

  /// What it is for.
  package var about: String? {
    headers.lazy.compactMap {
      if case .about(let text) = $0.kind { text } else { nil }
    }.first
  }

  /// The sample inputs, in order.
  package var inputs: [SampleInput] {
    headers.compactMap {
      if case .input(let input) = $0.kind { input } else { nil }
    }
  }

  /// The longest time that a run may take.
  package var timeout: TimeSpan? {
    headers.lazy.compactMap {
      if case .timeout(let span) = $0.kind { span } else { nil }
    }.first
  }
}

/// A line of a workflow's head.
package struct WorkflowHeader: Sendable {
  /// What a line of the head says.
  package enum Kind: Sendable {
    /// `about TEXT`: what the workflow is for.
    case about(String)

    /// `input [CASE:] ITEMS or EXPR`: a sample input.
    case input(SampleInput)

    /// `timeout 1h`: the longest time that a run may take.
    case timeout(TimeSpan)
  }

  /// What it says.
  package var kind: Kind

  /// Where it stands.
  package var range: SourceRange

  /// Creates a line.
  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A sample input of a workflow.
package struct SampleInput: Sendable {
  /// How an input is written.
  package enum Content: Sendable {
    /// As the members of an object.
    case items([Item])

    /// As an expression.
    case expression(Expression)
  }

  /// What the case is called; nil for the default one.
  package var caseName: Name?

  /// The input.
  package var content: Content

  /// Where it stands.
  package var range: SourceRange

  /// Creates an input.
  package init(caseName: Name?, content: Content, range: SourceRange) {
    self.caseName = caseName
    self.content = content
    self.range = range
  }
}
