import JSON

extension Compiler {
  /// Compiles a call of `$eval`, whose expression sees the variables around the call.
  func evalCall(
    _ arguments: [CompiledPart], at location: SourceLocation, _ context: Context
  ) -> Code {
    let scope = EvalScope(context.scope)
    let depth = context.depth
    let list = ArgumentList(arguments)
    let signature = try? Signature("<sx?:x>", at: location)
    return { run, frame, input throws(JSONataError) in
      var values = try list.values(run, frame, input)
      do throws(JSONataError) {
        try signature?.check(&values, context: input)
        guard let text = values[0]?.stringValue else { return nil }
        let base = frame.base + depth
        return try scope.evaluate(text, run, frame, Self.context(values[1]) ?? input, depth: base)
      } catch {
        throw error.leavingCall(of: nil, named: "eval", at: location)
      }
    }
  }

  /// The context that a second argument of `$eval` is.
  private static func context(_ value: JSONValue?) -> JSONValue? {
    guard case .array(let list) = value, !list.isSequence else { return value }
    return .array(JSONArray([.array(list)], traits: [.sequence, .outerWrapper]))
  }
}

/// The variables around a call of `$eval`, kept for the evaluation.
struct EvalScope: Sendable {
  /// The places of the variables.
  private let places: [String: [Scope.Place]]

  /// The scope without variables.
  static let empty = EvalScope(nil)

  /// Keeps the variables of `scope`.
  init(_ scope: Scope?) {
    var places: [String: [Scope.Place]] = [:]
    var current = scope
    while let next = current {
      for name in next.slots.keys where places[name] == nil {
        places[name] = scope?.places(of: name)
      }
      current = next.parent
    }
    self.places = places
  }

  /// The value of the expression `text` in the context `input`.
  func evaluate(
    _ text: String, _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    let program: Program
    do throws(JSONataError) {
      let tree = try SyntaxTree.parse(text, dialect: run.dialect)
      program = Compiler.compile(tree.root, dialect: run.dialect)
    } catch {
      throw JSONataError("D3120", value: .string(error.finished(in: text).message))
    }
    do throws(JSONataError) {
      return try evaluate(program, run, frame, input, depth: depth)
    } catch {
      // What ends the whole evaluation is no failure of the expression.
      if ["D1011", "D1012", "cancelled"].contains(error.code) { throw error }
      throw JSONataError("D3121", value: .string(error.finished(in: text).message))
    }
  }

  /// The value of `program`, whose free names are first sought around the call.
  private func evaluate(
    _ program: Program, _ run: Evaluation, _ frame: Frame, _ input: JSONValue?, depth: Int
  ) throws(JSONataError) -> JSONValue? {
    let inner = Evaluation(program)
    inner.begin(within: run)
    for (slot, global) in program.globals.enumerated() {
      inner.globals[slot] = try value(of: global.name, run, frame)
      if global.builtin != nil { inner.overridesBuiltins = true }
    }
    let base = Frame.make(program.layout.count, parent: nil, base: depth)
    return try program.code(inner, base, input)
  }

  /// The value of a name that the evaluated expression does not bind.
  private func value(
    of name: String, _ run: Evaluation, _ frame: Frame
  ) throws(JSONataError) -> JSONValue? {
    for place in places[name] ?? [] {
      if let value = frame.outer(place.hops)[place.slot] { return value }
    }
    return try run.global(name)
  }
}
