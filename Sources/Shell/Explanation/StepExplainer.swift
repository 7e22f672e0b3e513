import Diagnostics
import JSON
import JSONata
import SessionLanguage
import StatesExecution
import WorkflowCompiler

/// Goes through steps as a run did and takes their expressions apart.
struct StepExplainer {
  /// The source of the workflow, in which the expressions stand.
  let source: CellSource

  /// The run whose results are used; nil if there was none.
  let run: RunRecord?

  /// Which states belong to which steps.
  let sourceMap: SourceMap

  /// The clock and the limits of the evaluations.
  let environment: EvaluationEnvironment

  /// The variables that the expressions read.
  var bindings: [String: JSONValue]

  /// What has been found so far.
  private(set) var explanation = Explanation()

  /// Where in the run the steps stand: the iterations and branches around them.
  private var path: [Int] = []

  /// How far what is found is indented.
  private var indent = 0

  /// Starts with nothing found.
  init(
    source: CellSource, run: RunRecord?, sourceMap: SourceMap, bindings: [String: JSONValue],
    environment: EvaluationEnvironment
  ) {
    (self.source, self.run, self.sourceMap) = (source, run, sourceMap)
    (self.bindings, self.environment) = (bindings, environment)
  }

  /// Forgets what has been found, but not what the steps have given.
  mutating func forgetLines() { explanation = Explanation() }

  /// Takes the expressions of `step` and of the steps inside it apart.
  mutating func explain(_ step: Step) {
    switch step.kind {
    case .call(let call): explain(call, of: step)
    case .value:
      let value = explainPlain(step)
      if let name = step.name?.text, let value { bindings[name] = value }
    case .conditional(let branches): explain(branches)
    case .map(let map): explain(map, of: step)
    case .parallel(let branches): explain(branches, of: step)
    case .wait, .fail, .return: explainPlain(step)
    }
    explainCatch(of: step)
  }

  /// Takes the expressions of `steps` apart, one step after the other.
  private mutating func explain(_ steps: [Step], indent: Int = 2) {
    self.indent += indent
    for step in steps { explain(step) }
    self.indent -= indent
  }

  // MARK: - Steps

  /// Takes what `step` evaluates itself apart; a step without expressions is named.
  ///
  /// - Returns: The value of the last expression.
  @discardableResult
  private mutating func explainPlain(_ step: Step) -> JSONValue? {
    let expressions = step.plainExpressions
    if expressions.isEmpty { addHeading(of: step) }
    var value: JSONValue?
    for expression in expressions { value = explain(expression) }
    return value
  }

  /// Takes a call apart.
  private mutating func explain(_ call: Call, of step: Step) {
    addHeading(of: step)
    indent += 2
    for expression in step.plainExpressions { explain(expression) }
    let visit = visit(of: step)
    var result = visit?.result?["Payload"]
    if let reshape = call.reshape, let payload = result {
      result = explain(
        LabelledExpression(label: "| ", expression: reshape), input: payload)
    }
    indent -= 2
    guard let name = step.name?.text, let result else { return }
    bindings[name] = bindings[name] ?? result
  }

  /// Takes the conditions of an `if` apart up to the one that holds, and what is then done.
  private mutating func explain(_ branches: [ConditionalBranch]) {
    for (index, branch) in branches.enumerated() {
      guard let condition = branch.condition else {
        add(StyledText("else", .faint))
        return explain(branch.body)
      }
      let label = index == 0 ? "if " : "else if "
      let value = explain(LabelledExpression(label: label, expression: condition))
      if value?.boolValue == true { return explain(branch.body) }
    }
  }

  /// Takes the list of a `for` apart, and what is done with one element: the first that failed, or
  /// the first.
  private mutating func explain(_ map: MapBlock, of step: Step) {
    let items = explainPlain(step)?.arrayValue ?? []
    let failed = run?.visits.first { visit in
      visit.error != nil && visit.path.count > path.count && visit.path.starts(with: path)
    }
    let index = failed?.path[path.count] ?? 0
    if items.indices.contains(index) {
      let outer = bindings
      enter(index)
      bindings[map.item.text] = items[index]
      add(StyledText("with \(map.item) \(index + 1) of \(items.count)", .faint), indent: 2)
      explain(map.body)
      explain(yield: map.yield)
      leave(outer)
    }
    bind(step, to: visit(of: step)?.result)
  }

  /// Takes what is done in each branch apart.
  private mutating func explain(_ branches: [ParallelBranch], of step: Step) {
    addHeading(of: step)
    for (index, branch) in branches.enumerated() {
      let outer = bindings
      enter(index)
      add(StyledText("branch \(branch.name)", .faint), indent: 2)
      explain(branch.body, indent: 4)
      indent += 2
      explain(yield: branch.yield)
      indent -= 2
      leave(outer)
    }
    bind(step, to: visit(of: step)?.result)
  }

  /// Takes what a branch or an iteration gives apart.
  private mutating func explain(yield: Expression?) {
    guard let yield else { return }
    indent += 2
    explain(LabelledExpression(label: "yield ", expression: yield))
    indent -= 2
  }

  /// Takes what was done after an error of `step` apart.
  private mutating func explainCatch(of step: Step) {
    guard let error = visit(of: step)?.error else { return }
    for case .catch(let clause) in step.clauses.map(\.kind) {
      let names = clause.errors.map(\.text)
      guard names.isEmpty || names.contains("States.ALL") || names.contains(error.error ?? "")
      else { continue }
      bindings["error"] = [
        "Error": error.error.map { .string($0) } ?? nil,
        "Cause": error.cause.map { .string($0) } ?? nil,
      ]
      add(StyledText("catch", .faint), indent: 2)
      return explain(clause.body, indent: 4)
    }
  }

  // MARK: - Expressions

  /// Takes one expression apart.
  ///
  /// - Returns: Its value.
  @discardableResult
  private mutating func explain(
    _ labelled: LabelledExpression, input: JSONValue? = nil
  ) -> JSONValue? {
    let expression = labelled.expression
    guard let compiled = expression.compiled else { return nil }
    let report = compiled.evaluateReporting(
      input, bindings: bindings, environment: environment)
    let breakdown = Breakdown(
      label: labelled.label, source: expression.source, ending: labelled.ending, report: report)
    explanation.lines.append(.breakdown(breakdown, indent: indent))
    switch report.outcome {
    case .success(let value?): return value
    case .success(nil): explanation.failures.append(expression.undefinedDiagnostic)
    case .failure(let error): explanation.failures.append(expression.diagnostic(for: error))
    }
    return nil
  }

  /// Adds a line.
  private mutating func add(_ text: StyledText, indent: Int = 0) {
    explanation.lines.append(.text(text, indent: self.indent + indent))
  }

  /// Adds the first line of `step`.
  private mutating func addHeading(of step: Step) {
    let end = step.clauses.first?.range.lowerBound ?? step.range.upperBound
    let text = source.slice(SourceRange(step.range.lowerBound, end))
    let line = text.prefix { !$0.isNewline }
    add(StyledText(String(line).trimmed, .strong))
  }

  // MARK: - Run

  /// The stay in the state of `step` where the steps stand now.
  private func visit(of step: Step) -> StateVisit? {
    guard let run, let name = step.name?.text else { return nil }
    return run.visits.last { visit in
      visit.path == path
        && sourceMap.states[visit.state]?.step.split(separator: "/").last.map(String.init) == name
    }
  }

  /// Gives the name of `step` the value `result`, unless the run has given it one.
  private mutating func bind(_ step: Step, to result: JSONValue?) {
    guard let name = step.name?.text, let result else { return }
    bindings[name] = bindings[name] ?? result
  }

  /// Enters the iteration or branch `index` with the variables that were set there.
  private mutating func enter(_ index: Int) {
    path.append(index)
    for visit in run?.visits ?? [] where visit.path == path {
      for (name, value) in visit.assigned?.members ?? [] { bindings[name] = value }
    }
  }

  /// Leaves an iteration or branch; its variables are those around it, `outer`, again.
  private mutating func leave(_ outer: [String: JSONValue]) {
    path.removeLast()
    bindings = outer
  }
}
