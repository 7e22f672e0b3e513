public import JSON

/// A JSONata expression: compiled once, evaluated any number of times from any thread.
///
/// ```swift
/// let total = try JSONataExpression("$sum(order.lines.(price * qty)) * $rate")
/// let order = try JSONReader.read(#"{"order": {"lines": [{"price": 2.5, "qty": 4}]}}"#)
/// let price = try total.evaluate(order, bindings: ["rate": 2])
/// ```
///
/// An expression is immutable, and evaluations share nothing: one expression may be evaluated on
/// many threads at once. What an evaluation is given besides its input, it is given by an
/// ``EvaluationEnvironment``: the time, limits, functions of the host, and a way to be cancelled.
/// Recursion of an expression ends before the stack of its thread does; where the depth limit of
/// plain JSONata is to be reached, evaluate on a thread with a stack of some megabytes.
///
/// Mistakes are thrown as ``JSONataError``, with the codes and sentences of jsonata-js.
public struct JSONataExpression: Sendable {
  /// Which JSONata.
  public enum Dialect: Sendable {
    /// That of AWS Step Functions: without `?:`, `??` and `$eval`, with functions of its own and
    /// limits.
    case aws

    /// That of jsonata-js 2.2.2.
    case jsonata
  }

  /// Which JSONata it is.
  public let dialect: Dialect

  /// The tree, and the code once it has been asked for.
  private let compilation: Compilation

  /// Compiles `source`, or throws what is wrong with it.
  public init(_ source: String, dialect: Dialect = .aws) throws(JSONataError) {
    self.init(try SyntaxTree.parse(source, dialect: dialect), dialect: dialect)
  }

  /// The expression whose tree is `tree`.
  private init(_ tree: SyntaxTree, dialect: Dialect) {
    self.dialect = dialect
    compilation = Compilation(tree, dialect: dialect)
  }

  /// The text.
  public var source: String { compilation.tree.source }

  /// The part that the whole expression is.
  var root: Node { compilation.tree.root }

  /// The code.
  private var program: Program { compilation.program }

  /// Reads the longest expression at the UTF-8 offset `start` of `text`.
  ///
  /// It stops before the first token that cannot continue the expression: `max` in `$a.b max 5`,
  /// `|`, a closing bracket, or a `#` between white space. Positions in errors count from the start
  /// of `text`. Returns the expression, whose source is the part of `text` that was read, and the
  /// offset after its last token.
  package static func parsePrefix(
    of text: String, from start: Int = 0, dialect: Dialect = .aws
  ) throws(JSONataError) -> (expression: JSONataExpression, end: Int) {
    let blanks = text.utf8.dropFirst(start).prefix(while: ByteClass.isBlank).count
    let first = start + blanks
    do throws(JSONataError) {
      let (tree, length) = try SyntaxTree.parsePrefix(of: text, from: first, dialect: dialect)
      return (JSONataExpression(tree, dialect: dialect), first + length)
    } catch {
      throw error.moved(by: first).finished(in: text)
    }
  }
}

extension JSONataExpression {
  /// Evaluates the expression with `input` as its context; nil stands for an undefined one.
  ///
  /// `bindings` gives the values of variables by their names without `$`. The result is JSON, or a
  /// function (`JSONValue.function`), or nil where it is undefined. A result that is nested deeper
  /// than 5,000 levels is an error, so that who takes it apart needs no large stack.
  public func evaluate(
    _ input: JSONValue?, bindings: [String: JSONValue] = [:],
    environment: EvaluationEnvironment = EvaluationEnvironment()
  ) throws(JSONataError) -> JSONValue? {
    try evaluate(program, input, bindings: bindings, environment: environment)
  }

  /// Evaluates `program`, which the expression has been compiled to.
  @inline(__always)
  func evaluate(
    _ program: Program, _ input: JSONValue?, bindings: [String: JSONValue],
    environment: EvaluationEnvironment, recorder: Recorder? = nil
  ) throws(JSONataError) -> JSONValue? {
    let run = program.takeEvaluation()
    run.begin(root: input, bindings: bindings, environment: environment)
    if let recorder { run.recorder = recorder }
    return try finish(run, of: program, input)
  }

  /// The names that only the caller can give a value, without `$`; see
  /// ``evaluate(_:environment:binding:)``.
  package var bindingNames: [String] { program.freeSlots.map { program.globals[$0].name } }

  /// Evaluates the expression with `input` as its context; `binding` gives the value of the name at
  /// a position of ``bindingNames``.
  ///
  /// For callers that evaluate one expression often: no name is looked up.
  package func evaluate(
    _ input: JSONValue?, environment: EvaluationEnvironment,
    binding: (_ position: Int) -> JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    let run = program.takeEvaluation()
    run.begin(root: input, bindings: [:], environment: environment)
    for (position, slot) in program.freeSlots.enumerated() {
      run.globals[slot] = binding(position)
    }
    return try finish(run, of: program, input)
  }

  /// Evaluates `program` in `run`, which has begun.
  @inline(__always)
  private func finish(
    _ run: Evaluation, of program: Program, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    do throws(JSONataError) {
      try program.bindGlobals(of: run)
      let result = try EvaluationResult(try value(of: program, run, input))
      if result.hasFunctions { program.giveAway(run) } else { end(run, of: program) }
      return result.value
    } catch {
      end(run, of: program)
      throw error.finished(in: source)
    }
  }

  /// Ends `run`, which a next evaluation may use; the functions of a result would still need it.
  @inline(__always)
  private func end(_ run: Evaluation, of program: Program) {
    program.unbindGlobals(of: run)
    run.end()
    program.takeBack(run)
  }

  /// The value of `program` in the context `input`, of which a list is one item.
  @inline(__always)
  private func value(
    of program: Program, _ run: Evaluation, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if case .array(let list) = input, !list.isSequence {
      let context = JSONArray([.array(list)], traits: [.sequence, .outerWrapper])
      return try program.code(run, run.frame, .array(context))
    }
    return try program.code(run, run.frame, input)
  }

  /// `value` without the language's notes on its lists; nil if it is nested too deep to be shown.
  static func plain(_ value: JSONValue?) -> JSONValue? {
    (try? EvaluationResult(value))?.value
  }
}
