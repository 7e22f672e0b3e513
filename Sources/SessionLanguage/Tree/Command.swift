package import Diagnostics

/// A command of the shell.
package enum Command: Sendable {
  /// `load WHAT… [as NAME]`.
  case load(sources: [Name], alias: Name?)

  /// `reload [SERVICE]`.
  case reload(Name?)

  /// `unload SERVICE`.
  case unload(Name)

  /// `services`.
  case services

  /// `routes [SERVICE]`.
  case routes(Name?)

  /// `logs SERVICE [-f]`.
  case logs(Name, follows: Bool)

  /// `X?` or `help [TOPIC]`.
  case help(Name?)

  /// `vars`.
  case variables

  /// `history`.
  case history

  /// `table EXPR`.
  case table(Expression)

  /// `rerun [CELL | FIRST-LAST | all]`.
  case rerun(Name?)

  /// `open FILE`.
  case open(Name)

  /// `save [FILE]`.
  case save(Name?)

  /// `export [DIR]`.
  case export(Name?)

  /// `set [KEY [VALUE]]`.
  case set(key: Name?, value: Name?)

  /// `expect EXPR`.
  case expect(Expression)

  /// `run …`.
  case run(RunCommand)

  /// `show [X]`.
  case show(Name?)

  /// `why [STEP or EXPR]`.
  case why(WhyTarget?)

  /// `graph [WORKFLOW]`.
  case graph(Name?)

  /// `edit [WORKFLOW]`.
  case edit(Name?)

  /// `drop STEP`.
  case drop(Name)

  /// `undo`.
  case undo

  /// `redo`.
  case redo

  /// `mock … => EXPR` or `mock … fail ERROR [TEXT] [x N]`; without arguments, a list of the mocks.
  case mock(MockCommand?)

  /// `unmock [STEP or VERB SERVICE/PATH]`.
  case unmock(MockTarget?)

  /// `quit`.
  case quit
}

/// `run [WORKFLOW] [CASE or ITEMS] [from STEP] [until STEP]`, `run stale`.
package struct RunCommand: Sendable {
  /// The first words: the workflow and the case, whichever are given, or `stale`.
  package var names: [Name]

  /// What overrides fields of the input.
  package var items: [Item]

  /// The first step that is run; those before keep their recorded results.
  package var from: Name?

  /// The last step that is run.
  package var until: Name?

  /// Creates a command.
  package init(names: [Name], items: [Item], from: Name?, until: Name?) {
    self.names = names
    self.items = items
    self.from = from
    self.until = until
  }
}

/// What `why` explains.
package enum WhyTarget: Sendable {
  /// The expressions of a step.
  case step(Name)

  /// An expression.
  case expression(Expression)
}

/// What a mock stands in for.
package enum MockTarget: Sendable {
  /// A step.
  case step(Name)

  /// All calls of a route; a path segment may be `{name}` or `*`, which match anything.
  case route(verb: Name, service: Name, path: String, range: SourceRange)
}

/// `mock TARGET => EXPR` or `mock TARGET fail ERROR [TEXT] [x N]`.
package struct MockCommand: Sendable {
  /// What is answered.
  package enum Answer: Sendable {
    /// The value of an expression.
    case value(Expression)

    /// An error, this many times (nil: always).
    case fail(error: InterpolatedText, cause: InterpolatedText?, times: Int?)
  }

  /// What it stands in for.
  package var target: MockTarget

  /// What is answered.
  package var answer: Answer

  /// Creates a command.
  package init(target: MockTarget, answer: Answer) {
    self.target = target
    self.answer = answer
  }
}
