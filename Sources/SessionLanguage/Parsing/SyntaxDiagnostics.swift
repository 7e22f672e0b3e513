import Diagnostics

// The wording of all diagnostics of the language, and the stable codes.

// MARK: - Lines and blocks

extension Diagnostic {
  /// A block whose `end` is missing.
  static func unclosedBlock(_ block: OpenBlock) -> Diagnostic {
    Diagnostic(
      code: "unclosed-block", "\(Self.description(of: block)) is never closed",
      at: block.range,
      help: "end it with a line `end`")
  }

  /// A bracket without its closing one.
  static func unclosedBracket(_ bracket: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "unclosed-bracket", "`\(bracket)` is never closed", at: range)
  }

  /// A quote without its closing one.
  static func unclosedQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unclosed-quote", "the quoted text is never closed",
      at: range,
      help: "an apostrophe stands as it is inside a word; before one, write \\'")
  }

  /// Something left over on a line.
  static func unexpected(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "unexpected-text", "did not expect `\(text)` here", at: range)
  }

  /// A line that starts with a strange character.
  static func unexpectedCharacter(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unexpected-character", "no line starts with this character",
      at: range,
      help: "a comment starts with `#` and a space")
  }

  /// `end` where nothing is open.
  static func strayEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "stray-end", "`end` closes nothing: no block is open", at: range)
  }

  /// A word that only stands inside of a certain block.
  static func strayWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "stray-word", "`\(word)` stands only \(Self.home(of: word))", at: range)
  }

  /// A step, or a line of a workflow's head, outside of a workflow.
  static func onlyInWorkflow(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "only-in-workflow", "`\(word)` is for workflows only",
      at: range,
      help: "open one with `workflow NAME`")
  }

  /// Blocks in blocks in blocks.
  static func blocksTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "too-deep", "more than \(limit) blocks inside one another", at: range)
  }

  /// A word that a later version will understand.
  static func laterWord(_ word: Name) -> Diagnostic {
    Diagnostic(
      code: "not-yet", "`\(word)` is not part of the language in this version",
      at: word.range)
  }
}

// MARK: - Names

extension Diagnostic {
  /// A name with characters that no name has.
  static func badName(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "bad-name", "`\(name)` is no name: a letter, then letters, digits and `_`, at most 80",
      at: name.range,
      help: Self.fixedName(name).map { "write `\($0)`" })
  }

  /// The name of a service with characters that none has.
  static func badServiceName(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "bad-name",
      "`\(name)` is no name of a service: a letter, then letters, digits, `_` and `-`",
      at: name.range)
  }

  /// A name that means something else.
  static func reservedName(_ name: Name, as what: String) -> Diagnostic {
    Diagnostic(
      code: "reserved-name", "`\(name)` is \(what) and cannot be a name",
      at: name.range,
      help: "take another, such as `\(name)1`")
  }

  /// `$` before a name that is being given.
  static func dollarInName(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "dollar-in-name", "a name is given without `$`",
      at: name.range,
      help: "write `\(name)`")
  }

  /// `NAME =` and nothing after it.
  static func nothingBound(to name: Name) -> Diagnostic {
    Diagnostic(
      code: "nothing-bound", "`\(name) =` needs a call or an expression after it",
      at: name.range)
  }

  /// `NAME =` before a step that has no result.
  static func hasNoResult(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "no-result", "`\(word)` has no result that could get a name", at: range)
  }

  /// `NAME = word`.
  static func boundBareWord(_ word: Name, to name: Name) -> Diagnostic {
    Diagnostic(
      code: "bare-word", "an expression does not start with the bare word `\(word)`",
      at: word.range,
      help: Self.suggestion(for: word, bound: name))
  }
}

// MARK: - Expressions

extension Diagnostic {
  /// A missing expression.
  static func expectedExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-expression", "expected an expression", at: range)
  }

  /// An expression that starts with a bare word.
  static func bareWord(_ word: Name) -> Diagnostic {
    Diagnostic(
      code: "bare-word", "an expression does not start with the bare word `\(word)`",
      at: word.range,
      help: "write `\"\(word)\"` for a text, `$\(word)` for a variable")
  }

  /// A mistake that JSONata's parser found.
  static func expressionSyntax(_ code: String, _ message: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(code: code, message, at: range)
  }

  /// Something left over after an expression that ends at a space.
  static func unexpected(afterExpression text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "unexpected-text", "did not expect `\(text)` after the expression", at: range)
  }

  /// `$x := …` at the prompt.
  static func assignment(to name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "assignment",
      "this binds `$\(name)` only inside the expression",
      at: range,
      help: "write `\(name) = …` to keep the value")
  }

  /// `{$` that is never closed.
  static func unclosedInterpolation(at range: SourceRange, isError: Bool) -> Diagnostic {
    Diagnostic(
      isError ? .error : .warning, code: "unclosed-interpolation",
      "`{` is never closed",
      at: range,
      help: "write `\\{` for the character itself")
  }

  /// An interpolation where a plain text is needed.
  static func interpolationNotAllowed(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "plain-text", "nothing can be interpolated here", at: range)
  }

  /// Something right after a quoted text.
  static func unexpectedAfterQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "unexpected-text", "expected a space after the quoted text", at: range)
  }
}

// MARK: - Calls

extension Diagnostic {
  /// A verb alone.
  static func callWithoutTarget(_ verb: Name) -> Diagnostic {
    Diagnostic(
      code: "expected-service", "`\(verb)` needs a service and a path after it",
      at: verb.range,
      help: "write `\(verb) SERVICE/PATH`")
  }

  /// Something that is no name of a service.
  static func expectedService(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expected-service", "expected the name of a service",
      at: range,
      help: "write `SERVICE/PATH`, without a slash or a host before it")
  }

  /// Something other than a path after a service.
  static func unexpectedAfterService(_ service: Name, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-path", "expected `/` after the service `\(service)`", at: range)
  }

  /// A path after the function that `INVOKE` calls.
  static func invokeWithPath(_ service: Name, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "invoke-path", "`INVOKE` sends an event to `\(service)` as it is, without a path",
      at: range,
      help: "write `INVOKE \(service) {payload}`")
  }

  /// A query string in a path.
  static func queryInPath(_ query: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "query-in-path", "a query string is written as items",
      at: range,
      help:
        "write `\(query.split(separator: "&").map { $0.replacing("=", with: "==", maxReplacements: 1) }.joined(separator: " "))`"
    )
  }

  /// Something that is no item.
  static func notAnItem(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "not-an-item", "`\(text)` is no item of a call",
      at: range,
      help:
        "an item is `name=text`, `name:=EXPR`, `name==text`, `Name:text`, `{…}`, `[…]` or `@file`")
  }

  /// `name:=` and nothing after it.
  static func itemWithoutValue(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "expected-expression", "`\(name):=` needs an expression after it",
      at: name.range,
      help: "write `\(name)=` for an empty text")
  }

  /// A second whole body.
  static func secondBody(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "second-body", "a call has one body only", at: range)
  }

  /// A missing file name.
  static func expectedFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-file", "expected the name of a file", at: range)
  }

  /// `name=$x`.
  static func literalVariable(_ text: String, meant: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "literal-variable",
      "this sends the text `\(text)`",
      at: range,
      help: "did you mean `\(meant)`?")
  }

  /// A clause after a call without a name.
  static func clauseOfUnnamedCall(_ word: String, name: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      code: "unnamed-call", "`\(word)` is for steps, and a call without a name is none",
      at: range,
      help: "name it: `\(name) = …`")
  }
}

// MARK: - Steps

extension Diagnostic {
  /// A call without a name in a workflow.
  static func unnamedCall(_ call: Call, source: String) -> Diagnostic {
    Diagnostic(
      code: "unnamed-call", "a call without a name is no step",
      at: call.range,
      help: "name it: `\(call.suggestedName) = \(source)`")
  }

  /// An expression to print in a workflow.
  static func expressionInWorkflow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expression-in-workflow", "an expression without a name is no step",
      at: range,
      help: "name it: `NAME = EXPR`")
  }

  /// A command of the shell in a workflow.
  static func commandInWorkflow(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "command-in-workflow", "`\(word)` is a command of the shell and no step",
      at: range)
  }

  /// A line of the head inside a block.
  static func headerInBlock(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "header-in-block", "`\(word)` belongs to the head of the workflow", at: range)
  }

  /// `wait` without a time.
  static func expectedWait(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expected-time", "expected a time to wait for",
      at: range,
      help: "write `wait 30s` or `wait until EXPR`")
  }

  /// `fail` alone.
  static func failWithoutError(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expected-error", "`fail` needs the name of an error",
      at: range,
      help: "write `fail ERROR \"text\"`")
  }

  /// A step before the first branch of `parallel`.
  static func beforeBranch(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "before-branch",
      "expected `branch NAME`: all steps of `parallel` stand in its branches",
      at: range)
  }

  /// `parallel` without a branch.
  static func noBranches(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "no-branches", "`parallel` needs at least one `branch NAME`", at: range)
  }

  /// A branch without a name.
  static func branchWithoutName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expected-name", "`branch` needs a name: its result becomes that member",
      at: range)
  }

  /// A step after `yield`.
  static func afterYield(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "after-yield", "nothing stands after `yield`, which ends the block", at: range)
  }

  /// `yield` in another block.
  static func misplacedYield(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "misplaced-yield",
      "`yield` stands at the end of `for` or of a `branch`, in no block inside it",
      at: range)
  }

  /// `else` after `else`.
  static func afterElse(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "after-else", "`else` is the last part of an `if`", at: range)
  }

  /// Something other than a name after `for`.
  static func expectedMapItem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expected-name", "expected a name for the element",
      at: range,
      help: "write `for ITEM in EXPR`")
  }

  /// Another word than the one that must follow.
  static func expectedWord(_ word: String, after: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-word", "expected `\(word)` after `\(after)`", at: range)
  }

  /// A number of failed items that is none.
  static func badTolerance(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "bad-tolerance", "expected a number of items or a percentage, such as `tolerate 5%`",
      at: range)
  }

  /// A whole number that is missing or too small.
  static func expectedNumber(of what: String, atLeast minimum: Int, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      code: "expected-number", "`\(what)` needs a whole number of at least \(minimum)",
      at: range)
  }

  /// A missing length of time.
  static func expectedTimeSpan(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "expected-time", "expected a length of time",
      at: range,
      help: "write it as `30s`, `5m`, `1h` or `1h30m`")
  }

  /// A length of time that is none.
  static func badTimeSpan(_ text: Name) -> Diagnostic {
    Diagnostic(
      code: "bad-time", "`\(text)` is no length of time in whole seconds",
      at: text.range,
      help: "write it as `30s`, `5m`, `1h` or `1h30m`")
  }

  /// A length of time that is too long.
  static func longTimeSpan(_ text: Name) -> Diagnostic {
    Diagnostic(
      code: "bad-time", "`\(text)` is longer than Step Functions can wait: 99999999 seconds",
      at: text.range)
  }

  /// A length of time of nothing.
  static func zeroTimeSpan(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "bad-time", "the time of `\(word)` must be at least one second", at: range)
  }
}

// MARK: - Clauses

extension Diagnostic {
  /// A clause with no step before it.
  static func clauseWithoutStep(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "clause-without-step", "`\(word)` follows no step",
      at: range,
      help: "a clause stands on the line of its step, or right after it")
  }

  /// A clause of `fail` or `return`.
  static func clauseOfFinalStep(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "clause-of-final-step", "`\(word)` means nothing for `fail` and `return`",
      at: range)
  }

  /// A clause that a step has already.
  static func repeatedClause(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "repeated-clause", "there is a `\(word)` already", at: range)
  }

  /// `catch` on the first line of a block.
  static func catchBeforeBlock(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "catch-before-block", "the `catch` of a block stands after its `end`",
      at: range)
  }

  /// Something that is no name of an error.
  static func badErrorName(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "bad-error-name",
      "`\(name)` is no name of an error, such as `Payments.Declined` or `Http.503`",
      at: name.range)
  }

  /// `on` without an error.
  static func expectedError(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-error", "expected the name of an error after `on`", at: range)
  }

  /// Something else among the options of `retry`.
  static func unexpectedInRetry(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unexpected-text", "did not expect `\(text)` here",
      at: range,
      help: "write `retry N times [on ERROR…] [every 2s] [backoff 2] [up to 60s] [jitter]`")
  }

  /// A factor of `backoff` that is none.
  static func badBackoff(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "bad-backoff", "`backoff` needs a number of at least 1", at: range)
  }

  /// `label` alone.
  static func labelWithoutText(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-text", "`label` needs a text after it", at: range)
  }

  /// Something after the catch of the whole workflow.
  static func afterWorkflowCatch(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "after-workflow-catch", "nothing stands after the catch of the whole workflow",
      at: range,
      help: "without the empty line before it, that catch belongs to the step before it")
  }
}

// MARK: - Workflows

extension Diagnostic {
  /// A workflow inside a workflow.
  static func nestedWorkflow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "nested-workflow", "a workflow is open already",
      at: range,
      help: "close it first with `end`")
  }

  /// `workflow` alone.
  static func workflowWithoutName(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-name", "`workflow` needs a name", at: range)
  }

  /// `about` alone.
  static func aboutWithoutText(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-text", "`about` needs a text after it", at: range)
  }

  /// A header, a query parameter or an upload in an input.
  static func itemInInput(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "item-in-input", "an input has members only: name=text or name:=EXPR",
      at: range)
  }
}

// MARK: - Commands

extension Diagnostic {
  /// A line whose first word decides nothing.
  static func unknownFirstWord(_ word: Name, token: Name, in context: ParseContext) -> Diagnostic {
    Diagnostic(
      code: "unknown-word", "`\(word)` is no command, no verb and no word of the language",
      at: word.range,
      help: Self.suggestion(for: word, token: token, in: context))
  }

  /// `:` or `%` and no command.
  static func expectedCommand(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-command", "expected a command of the shell", at: range)
  }

  /// An unknown command.
  static func unknownCommand(_ word: Name) -> Diagnostic {
    Diagnostic(
      code: "unknown-word", "`\(word)` is no command of the shell",
      at: word.range,
      help: nearestName(to: word.text, among: Vocabulary.commands).map { "did you mean `\($0)`?" })
  }

  /// A command without its argument.
  static func missingArgument(_ what: String, of command: Name) -> Diagnostic {
    Diagnostic(code: "missing-argument", "`\(command)` needs \(what)", at: command.range)
  }

  /// One name for several services.
  static func aliasOfSeveral(_ alias: Name, first: Name) -> Diagnostic {
    Diagnostic(
      code: "alias-of-several", "`as \(alias)` can name one service only",
      at: alias.range,
      help: "write `load \(first) as \(alias)`")
  }

  /// A missing name of a step.
  static func expectedStepName(after word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "expected-name", "`\(word)` needs the name of a step", at: range)
  }

  /// A mock of nothing.
  static func badMockTarget(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "bad-mock", "a mock stands in for a step, or for VERB SERVICE/PATH", at: range)
  }

  /// A mock without an answer.
  static func mockWithoutAnswer(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "bad-mock", "expected `=> EXPR` or `fail ERROR` as the answer of the mock",
      at: range)
  }
}

// MARK: - Session files

extension Diagnostic {
  /// A fence that the end of its block is missing from.
  static func unclosedFence(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unclosed-fence", "this cell is never closed",
      at: range,
      help: "close it with a line of as many of the same marks")
  }
}

// MARK: - Parts of sentences

extension Diagnostic {
  /// What an open block is called.
  private static func description(of block: OpenBlock) -> String {
    block.kind == .workflow ? "the workflow `\(block.title)`" : "`\(block.kind.rawValue)`"
  }

  /// Where `word` stands.
  private static func home(of word: String) -> String {
    switch word {
    case "else": "inside `if … end`"
    case "branch": "inside `parallel … end`"
    default: "at the end of `for` or of a `branch`"
    }
  }

  /// `name` as it would be right, if that is easily said.
  private static func fixedName(_ name: Name) -> String? {
    let fixed = name.text.replacing("-", with: "_").replacing(".", with: "_")
    let isRight = fixed.utf8.first?.isLetter == true && fixed.utf8.allSatisfy(\.isNameByte)
    return isRight && fixed.utf8.count <= 80 ? fixed : nil
  }

  /// What to write instead of `NAME = word`.
  private static func suggestion(for word: Name, bound name: Name) -> String {
    if let verb = nearestName(to: word.text.uppercased(), among: Vocabulary.verbs) {
      return "did you mean `\(name) = \(verb)`?"
    }
    return "write `\(name) = \"\(word)\"` for a text, `\(name) = $\(word)` for a variable"
  }

  /// What to write instead of a line that starts with `word`.
  private static func suggestion(
    for word: Name, token: Name, in context: ParseContext
  ) -> String? {
    if token.text.dropFirst(word.text.count).hasPrefix("/") {
      return "start a call with a verb: `GET \(token)`"
    }
    let words = Vocabulary.firstWords(in: context)
    if let near = nearestName(to: word.text, among: words) { return "did you mean `\(near)`?" }
    return "write `$\(word)` for a variable, or `help` for a list of what there is"
  }
}
