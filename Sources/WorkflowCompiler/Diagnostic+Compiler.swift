import Diagnostics
import JSON
import JSONata
import ServiceModel
import SessionLanguage
import StatesLanguage

/// The wording of what the compiler says about a workflow.
extension Diagnostic {
  // MARK: - Calls

  /// No service is called so.
  static func unknownService(_ name: Name, among known: [String]) -> Diagnostic {
    let help =
      suggestion(for: name.text, among: known)
      ?? (known.isEmpty
        ? "load one first: `load FILE`" : "loaded: \(known.joined(separator: ", "))")
    return Diagnostic(
      code: "unknown-service", "there is no service `\(name)`", at: name.range, help: help)
  }

  /// No verb is called so.
  static func unknownVerb(_ verb: Name) -> Diagnostic {
    let known = HTTPMethod.allCases.map(\.rawValue) + [Call.invokeVerb]
    return Diagnostic(
      code: "unknown-verb", "there is no verb `\(verb)`", at: verb.range,
      help: suggestion(for: verb.text, among: known))
  }

  /// No route of the service takes the call.
  static func unknownRoute(
    _ call: Call, _ method: HTTPMethod, _ path: CallPath, service: ServiceDescription
  ) -> Diagnostic {
    let methods = path.methods(of: service)
    let name = call.service.text
    guard methods.isEmpty else {
      let list = methods.map(\.rawValue).joined(separator: ", ")
      return Diagnostic(
        code: "unknown-route", "`\(name)\(path.description)` takes no `\(method.rawValue)`",
        at: call.verb.range, help: "it takes \(list)")
    }
    let routes = service.routes.sorted(by: { $0.isNearer(than: $1, to: method, path.description) })
    let list = routes.prefix(5).map { $0.signature(of: name) }.joined(separator: " · ")
    return Diagnostic(
      code: "unknown-route", "`\(name)` has no route `\(method.rawValue) \(path.description)`",
      at: call.service.range.union(call.path.range),
      help: "\(name) has \(list)\(routes.count > 5 ? " · …" : "")")
  }

  /// The route has no such parameter.
  static func unknownParameter(
    _ name: Name, of route: Route, service: String, meant: String?
  ) -> Diagnostic {
    let question = meant.map { "did you mean `\($0)`?  " } ?? ""
    return Diagnostic(
      code: "unknown-parameter", "`\(route)` has no parameter `\(name)`", at: name.range,
      help: question + route.signature(of: service))
  }

  /// The route needs parameters that are not there.
  static func missingParameters(_ names: [String], of route: Route, call: Call) -> Diagnostic {
    let list = names.map { "`\($0)`" }.joined(separator: " and ")
    return Diagnostic(
      code: "missing-parameter", "\(list) \(names.count == 1 ? "is" : "are") missing",
      at: call.verb.range.union(call.path.range), help: route.signature(of: call.service.text))
  }

  /// A value is not what the route declares.
  static func mistypedValue(
    _ mistake: String, at range: SourceRange, signature: String?
  ) -> Diagnostic {
    Diagnostic(code: "mistyped-parameter", mistake, at: range, help: signature)
  }

  /// A parameter is given twice.
  static func repeatedParameter(_ name: Name) -> Diagnostic {
    Diagnostic(code: "repeated-parameter", "`\(name)` is given twice", at: name.range)
  }

  /// A body is given besides another or besides its members.
  static func repeatedBody(_ item: Item) -> Diagnostic {
    Diagnostic(code: "repeated-body", "the body is given twice", at: item.range)
  }

  /// A member of the body is given besides the whole body.
  static func parameterBesideBody(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "repeated-body", "`\(name)` is given besides the whole body", at: name.range)
  }

  /// A header or query is given to something that is no HTTP request.
  static func itemOutsideRequest(_ item: Item) -> Diagnostic {
    Diagnostic(
      code: "no-request", "an INVOKE sends only a payload, no query and no headers", at: item.range)
  }

  /// A file was not handed in.
  static func unreadFile(_ file: Name) -> Diagnostic {
    Diagnostic(
      code: "file-in-workflow", "a workflow has no file `\(file)`", at: file.range,
      help: "give the value itself, or have a service read it")
  }

  /// The answer of a step is to be written to a file.
  static func destinationInWorkflow(_ file: Name) -> Diagnostic {
    Diagnostic(
      code: "file-in-workflow", "a workflow writes no file", at: file.range,
      help: "`> FILE` is for calls at the prompt; a step's result has a name")
  }

  /// A file is not JSON.
  static func invalidFile(_ file: Name, _ error: JSONSyntaxError) -> Diagnostic {
    Diagnostic(
      code: "invalid-file", "`\(file)` is not JSON: \(error.message)", at: file.range)
  }

  // MARK: - Variables

  /// No variable is called so.
  static func unknownVariable(
    _ name: String, at range: SourceRange, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-variable", "there is no variable `$\(name)`", at: range,
      help: nearestName(to: name, among: known).map { "did you mean `$\($0)`?" })
  }

  /// A variable has a value only on some of the ways that lead here.
  static func maybeUnassigned(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "maybe-unassigned", "`$\(name)` may not be assigned here", at: range,
      help:
        "assign it on every way that leads here, or leave the other ways with `return` or `fail`")
  }

  /// A variable gets its value only later.
  static func unassignedYet(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unassigned", "`$\(name)` is not assigned before this", at: range,
      help: "move the step `\(name)` before this one")
  }

  /// A variable belongs to a `for` or a `branch`.
  static func outOfScope(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "out-of-scope", "`$\(name)` is known only inside of its block", at: range,
      help: "let the block yield it")
  }

  /// A variable of the prompt is read in a workflow.
  static func promptVariable(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "prompt-variable", "`$\(name)` exists only at the prompt", at: range,
      help: "name the call, as in `NAME = GET …`, and read `$NAME`")
  }

  /// The caught error is read where none is caught.
  static func errorOutsideCatch(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "error-outside-catch", "`$error` exists only inside a `catch`", at: range)
  }

  /// A member of `$states` is read where it is not there.
  static func missingMachineField(_ field: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "missing-machine-field", "`$states.\(field)` is not there", at: range,
      help: field == "result"
        ? "name the call, and read its variable" : "read `$error` inside of a `catch`")
  }

  /// An expression reads a context, which a step has not.
  static func contextInStep(_ expression: Expression) -> Diagnostic {
    Diagnostic(
      code: "no-context", "an expression of a step has no context to read from",
      at: expression.range, help: "start with a variable, such as `$input`")
  }

  /// A name is used twice where both uses can happen in one run.
  static func repeatedName(_ name: Name, first: SourceRange?) -> Diagnostic {
    Diagnostic(
      code: "repeated-name", "there is a step `\(name)` already", at: name.range,
      notes: first.map { [Note("it is here", range: $0)] } ?? [])
  }

  /// A name inside of a block is one outside of it, too.
  static func shadowedName(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "shadowed-name", "`\(name)` is a name outside of this block already", at: name.range,
      help: "a block cannot assign a variable of the steps around it: use another name")
  }

  // MARK: - Structure

  /// A step that no way leads to.
  static func unreachable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unreachable", "this is never reached", at: range,
      help: "the step before it always ends the workflow")
  }

  /// A `return` that cannot leave its block.
  static func returnInsideBlock(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "return-inside-block", "a `return` cannot leave a `for` or a `branch`", at: range,
      help: "`yield` gives the block's value; `fail` ends the workflow")
  }

  /// Two branches of the same name.
  static func repeatedBranch(_ name: Name) -> Diagnostic {
    Diagnostic(code: "repeated-branch", "there is a branch `\(name)` already", at: name.range)
  }

  /// Two sample inputs of the same name.
  static func repeatedInput(_ input: SampleInput) -> Diagnostic {
    let title = input.caseName.map { "an input `\($0)`" } ?? "an input without a name"
    return Diagnostic(
      code: "repeated-input", "there is \(title) already", at: input.caseName?.range ?? input.range)
  }

  /// A clause that the step cannot have.
  static func misplacedClause(_ clause: Clause, on step: String) -> Diagnostic {
    let word =
      switch clause.kind {
      case .retry: "retry"
      case .catch: "catch"
      case .timeout: "timeout"
      case .heartbeat: "heartbeat"
      case .label: "label"
      }
    return Diagnostic(
      code: "misplaced-clause", "\(step) takes no `\(word)`", at: clause.range,
      help: "`retry` and `catch` belong to a call, a `for` or a `parallel`; time limits to a call")
  }

  /// A retry or catch after one that takes every error.
  static func unreachableClause(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unreachable-clause", "the `\(word)` before takes every error already", at: range,
      help: "the `\(word)` without names comes last")
  }

  /// A workflow's own `catch` that covers nothing.
  static func catchWithoutStep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "unused-catch", "every step that can fail has a `catch` of its own", at: range
    )
  }

  // MARK: - Limits

  /// A name that AWS does not accept.
  static func longName(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "long-name", "a name has at most \(Limits.nameLength) characters", at: name.range)
  }

  /// A label that AWS does not accept as the name of a state.
  static func longLabel(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: "long-name", "a label has at most \(Limits.nameLength) characters", at: range)
  }

  /// A time that AWS does not accept.
  static func timeOutOfRange(_ span: TimeSpan, limit: Int, isExpress: Bool) -> Diagnostic {
    let limitText = isExpress ? "an express workflow runs at most 5 minutes" : "at most \(limit) s"
    return Diagnostic(
      code: "time-out-of-range", "\(span.seconds) s is no possible time here", at: span.range,
      help: "at least 1 s, \(limitText)")
  }

  /// A constant of a kind that makes no sense where it stands.
  static func wrongConstant(
    _ value: JSONValue, _ rule: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(code: "wrong-constant", "\(rule), not \(value)", at: range)
  }

  /// An expression that cannot give what is wanted where it stands.
  static func wrongType(
    _ type: ValueType, _ rule: String, _ severity: Severity, at range: SourceRange, help: String?
  ) -> Diagnostic {
    let type = type.removing(.undefined)
    return Diagnostic(
      severity, code: "wrong-type", "\(rule), but this gives \(type.displayName)", at: range,
      help: help)
  }

  /// A field that the declared result has not.
  static func unknownField(
    _ name: String, of members: ValueType.Members, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    let names = members.types.keys.sorted().joined(separator: ", ")
    return Diagnostic(
      .warning, code: "unknown-field", "no field `\(name)` is declared there", at: range,
      help: nearest.map { "did you mean `\($0)`?" } ?? "its fields: \(names)")
  }

  /// More work at once than a Map does.
  static func highConcurrency(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: "high-concurrency",
      "Step Functions works on at most \(Limits.concurrency) elements at once, not \(count)",
      at: range)
  }

  /// Something in the finished machine that Step Functions does not accept.
  static func refusedMachine(_ finding: DefinitionFinding, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      finding.severity, code: "refused-machine",
      "Step Functions does not accept this: \(finding.message)", at: range, help: finding.help)
  }

  // MARK: - Suggestions

  /// The question whether the nearest of `known` was meant.
  private static func suggestion(for name: String, among known: [String]) -> String? {
    nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
  }
}

extension Route {
  /// Whether this route is to be named before `other` to who asked for `method` and `path`.
  fileprivate func isNearer(than other: Route, to method: HTTPMethod, _ path: String) -> Bool {
    distance(to: method, path) < other.distance(to: method, path)
  }

  /// How unlike the route is: nearest is one with a path of a like name, then one of the method.
  private func distance(to method: HTTPMethod, _ path: String) -> Int {
    let wanted = path.split(separator: "/").first.map(String.init) ?? ""
    let first = self.path.segments.first?.description ?? ""
    let isAlike = first == wanted || nearestName(to: wanted, among: [first]) != nil
    return (isAlike ? 0 : 2) + (self.method == method ? 0 : 1)
  }
}
