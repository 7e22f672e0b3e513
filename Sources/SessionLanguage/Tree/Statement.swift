package import Diagnostics

/// One statement of a session: the smallest thing that can be entered.
package struct Statement: Sendable {
  /// What a statement is.
  package indirect enum Kind: Sendable {
    /// A call whose result has no name: looking around.
    case call(Call)

    /// `NAME = …`, or, in a workflow, any other step.
    case step(Step)

    /// An expression to print.
    case expression(Expression)

    /// `workflow NAME … end`.
    case workflow(WorkflowDeclaration)

    /// A clause on a line of its own, which belongs to the step before it (workflows only).
    case clauses([Clause])

    /// A line of a workflow's head: `about` or `input` (workflows only). A `timeout` is a clause
    /// here; with no step before it, it is the workflow's.
    case header(WorkflowHeader)

    /// `end` of the workflow that is open at the prompt.
    case end

    /// A command of the shell.
    case command(Command)
  }

  /// What it is.
  package var kind: Kind

  /// Where it stands, from its first byte to its last, without the line end.
  package var range: SourceRange

  /// Creates a statement.
  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A word that names something, and where it stands.
package struct Name: Hashable, Sendable, CustomStringConvertible {
  /// The word.
  package var text: String

  /// Where it stands.
  package var range: SourceRange

  /// Creates a name.
  package init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }

  /// The word.
  package var description: String { text }
}
