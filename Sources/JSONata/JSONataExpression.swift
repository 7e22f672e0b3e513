package import JSON

/// A JSONata expression: compiled once, evaluated any number of times from any thread.
package struct JSONataExpression: Sendable {
  /// Which JSONata.
  package enum Dialect: Sendable {
    /// That of AWS Step Functions: without `?:`, `??` and `$eval`, with functions of its own and
    /// limits.
    case aws

    /// That of jsonata-js 2.2.2.
    case jsonata
  }

  /// The text.
  package let source: String

  /// Which JSONata it is.
  package let dialect: Dialect

  /// The code.
  private let program: Program

  /// Compiles `source`.
  package init(_ source: String, dialect: Dialect = .aws) throws(JSONataError) {
    self.source = source
    self.dialect = dialect
    do {
      var parser = Parser(Array(source.utf8), dialect: dialect)
      let root = try Resolver.resolve(try parser.parseAll())
      program = Compiler.compile(root, dialect: dialect)
    } catch {
      throw error.finished(in: source)
    }
  }

  /// Reads the longest expression at the UTF-8 offset `start` of `text`.
  ///
  /// It stops before the first token that cannot continue the expression: `max` in `$a.b max 5`,
  /// `|`, a closing bracket, or a `#` between white space. Ranges in errors count from the start of
  /// `text`. Returns the expression, whose source is the part of `text` that was read, and the
  /// offset after its last token.
  package static func parsePrefix(
    of text: String, from start: Int = 0, dialect: Dialect = .aws
  ) throws(JSONataError) -> (expression: JSONataExpression, end: Int) {
    let bytes = Array(text.utf8)
    var parser = Parser(bytes, from: start, dialect: dialect, isPrefix: true)
    do {
      _ = try parser.expression(0)
    } catch {
      throw error.finished(in: text)
    }
    let first = bytes[start...].firstIndex { !Lexer.isBlank($0) } ?? start
    let source = String(decoding: bytes[min(first, parser.end)..<parser.end], as: UTF8.self)
    do {
      return (try JSONataExpression(source, dialect: dialect), parser.end)
    } catch {
      throw error.moved(by: first)
    }
  }

  /// The tree before the second pass.
  func parsed() throws(JSONataError) -> Node {
    var parser = Parser(Array(source.utf8), dialect: dialect)
    return try parser.parseAll()
  }
}

extension JSONataExpression {
  /// Evaluates the expression with `input` as its context.
  ///
  /// The result is JSON, or a function (`JSONValue.function`), or nil where it is undefined.
  package func evaluate(
    _ input: JSONValue?, bindings: [String: JSONValue] = [:],
    environment: EvaluationEnvironment = EvaluationEnvironment()
  ) throws(JSONataError) -> JSONValue? {
    try evaluate(program, input, bindings: bindings, environment: environment)
  }

  /// Evaluates `program`, which the expression has been compiled to.
  func evaluate(
    _ program: Program, _ input: JSONValue?, bindings: [String: JSONValue],
    environment: EvaluationEnvironment, recorder: Recorder? = nil
  ) throws(JSONataError) -> JSONValue? {
    let run = Evaluation(program, root: input, bindings: bindings, environment: environment)
    run.recorder = recorder
    do {
      for name in program.globalNames { run.globals.append(try run.global(name)) }
      let frame = Frame.make(program.layout.count, parent: nil, base: 0)
      return Self.plain(try program.code(run, frame, Self.wrapped(input)))
    } catch {
      throw error.finished(in: source)
    }
  }

  /// The context that `input` is: a list is one item.
  private static func wrapped(_ input: JSONValue?) -> JSONValue? {
    guard case .array(let list) = input, !list.isSequence else { return input }
    return .array(JSONArray([.array(list)], traits: [.sequence, .outerWrapper]))
  }

  /// `value` without the language's notes on its lists.
  static func plain(_ value: JSONValue?) -> JSONValue? {
    value.map { stripped($0) ?? $0 }
  }

  /// `value` without notes, if it has any.
  private static func stripped(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .array(let list):
      if let elements = stripped(list.elements) { return .array(elements) }
      return list.traits.isEmpty ? .none : .array(list.elements)
    case .object(let object):
      return stripped(object.values).map { .object(JSONObject(shape: object.shape, values: $0)) }
    default: return nil
    }
  }

  /// `values` without notes, if any has them.
  private static func stripped(_ values: [JSONValue]) -> [JSONValue]? {
    var result: [JSONValue]?
    for (index, value) in values.enumerated() {
      guard let plain = stripped(value) else { continue }
      if result == nil { result = values }
      result?[index] = plain
    }
    return result
  }
}
