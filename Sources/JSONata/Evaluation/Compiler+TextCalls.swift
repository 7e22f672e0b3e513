import JSON

/// A call of a built-in function that makes a text of one value: what else it needs is known when
/// the expression is compiled.
enum TextFunction: Sendable {
  /// `$string`.
  case string

  /// `$formatNumber` with a picture.
  case number(NumberPicture)

  /// `$fromMillis` with a picture.
  case time(DatePicture)

  /// The function called `name` with `literals` after its first argument.
  init?(_ name: String?, _ literals: [String]) {
    switch (name, literals.count) {
    case ("string", 0): self = .string
    case ("formatNumber", 1):
      let symbols = NumberPicture.Symbols(nil)
      guard let picture = try? NumberPicture(literals[0], symbols) else { return nil }
      self = .number(picture)
    case ("fromMillis", 1):
      guard let picture = try? DatePicture(literals[0]) else { return nil }
      self = .time(picture)
    default: return nil
    }
  }

  /// Adds the text for `number` to `output`.
  @inline(__always)
  func append(_ number: Double, to output: inout [UInt8]) throws(JSONataError) {
    switch self {
    case .string: Text.append(number, to: &output)
    case .number(let picture): picture.append(number, to: &output)
    case .time(let picture): try picture.append(number, to: &output)
    }
  }

  /// Adds the text for `value` to `output`; false if the value is of the wrong kind.
  @inline(__always)
  func append(_ value: JSONValue?, to output: inout [UInt8]) throws(JSONataError) -> Bool {
    if case .string = self, let value {
      try Text.append(value, to: &output)
    } else if let number = value?.doubleValue {
      try append(number, to: &output)
    } else {
      return false
    }
    return true
  }
}

extension Compiler {
  /// Compiles the call `node`, whose value becomes text for `use`, if it is one of a
  /// `TextFunction`.
  func textCall(
    _ node: Node, _ procedure: Node, _ arguments: [Node], for use: TextUse, _ context: Context
  ) -> TextCode? {
    let literals = arguments.dropFirst().compactMap(\.plainText)
    guard let first = arguments.first, literals.count == arguments.count - 1,
      let builtin = builtin(procedure, context),
      let function = TextFunction(builtin.name, literals)
    else { return nil }
    let inner = context.nested()
    let argument = compile(first, inner)
    let others = arguments.dropFirst().map { CompiledPart(code: compile($0, inner)) }
    let call = functionCall(node, procedure, [CompiledPart(code: argument)] + others, inner)
    let values = literals.map { JSONValue.string($0) }
    let own = TextUse.call(call.site, builtin)
    let depth = inner.depth
    let general: TextCode = { run, frame, input, output throws(JSONataError) in
      var result: JSONValue?
      if run.overridesBuiltins {
        let callee = try call.function(run, frame, input)
        result = collapsed(try call.apply(callee, to: Arguments(), run, frame, input))
      } else {
        let value = try argument(run, frame, input)
        do throws(JSONataError) {
          try run.tick()
          if try function.append(value, to: &output) { return try run.check(length: output.count) }
          let list = Arguments([value] + values)
          var call = Invocation(run: run, depth: frame.base + depth, arguments: list)
          result = try builtin.call(&call, context: input)
        } catch {
          throw own.placed(error)
        }
      }
      try use.append(result, to: &output, run)
    }
    guard let name = first.plainPath else { return general }
    return Self.text(of: JSONField(name), by: function, or: general, for: own)
  }

  /// Code that adds what `function` makes of a number in `field`; `general` does so of all else.
  private static func text(
    of field: JSONField, by function: TextFunction, or general: @escaping TextCode,
    for use: TextUse
  ) -> TextCode {
    { run, frame, input, output throws(JSONataError) in
      guard case .object(let object) = input, !run.overridesBuiltins else {
        return try general(run, frame, input, &output)
      }
      let number = field.number(in: object)
      // Larger numbers may be integers that no double can hold.
      guard number.magnitude < 0x1p53 else { return try general(run, frame, input, &output) }
      do throws(JSONataError) {
        try run.tick()
        try function.append(number, to: &output)
        try run.check(length: output.count)
      } catch {
        throw use.placed(error)
      }
    }
  }

  // MARK: - Joining

  /// Compiles a call of `$join` that joins what `&` gives for each item that fields lead to.
  ///
  /// The texts are written one behind the other. `context` is that of the call's parts.
  func joinedTexts(
    _ node: Node, _ procedure: Node, _ arguments: [Node], _ context: Context
  ) -> Code? {
    let literals = arguments.dropFirst().compactMap(\.plainText)
    guard outline == nil, literals.count == arguments.count - 1, literals.count <= 1,
      let builtin = builtin(procedure, context), builtin.name == "join",
      let items = arguments.first?.concatenationOfItems
    else { return nil }
    let text = itemText(items.step, context.nested(repeats: true))
    let others = arguments.dropFirst().map { CompiledPart(code: compile($0, context)) }
    let list = CompiledPart(code: Self.list(of: text, after: items.fields))
    let general = builtinCall(builtin, node, procedure, [list] + others, context)
    let site = CallSite(name: procedure.calledName, location: node.location)
    let texts = JoinedTexts(
      fields: items.fields, separator: FixedText(literals.first ?? ""), text: text,
      use: .call(site, builtin))
    return { run, frame, input throws(JSONataError) in
      guard !run.overridesBuiltins, let result = try texts.run(run, frame, input) else {
        return try general(run, frame, input)
      }
      return result
    }
  }

  /// Compiles the step `node`, `(a & b)`, to code that adds its text.
  private func itemText(_ node: Node, _ context: Context) -> TextCode {
    var inner = context
    let deepest = inner.depth + node.certainDepth
    inner.checked = max(inner.checked, deepest)
    guard case .block(let items) = node.kind, case .binary(_, let left, let right) = items[0].kind
    else { return { _, _, _, _ in } }
    let text = concatenated(left, right, at: items[0].location, inner.nested().nested())
    return { run, frame, input, output throws(JSONataError) in
      try run.check(depth: frame.base + deepest)
      try text(run, frame, input, &output)
    }
  }

  /// The code of a path that gives what `text` adds for each item.
  private static func list(of text: @escaping TextCode, after fields: FieldChain) -> Code {
    let step = Path.Step(
      kind: .code { run, frame, input throws(JSONataError) in
        var output: [UInt8] = []
        try text(run, frame, input, &output)
        return .string(String(decoding: output, as: UTF8.self))
      }, filters: [], chain: fields)
    let path = Path(
      steps: [step], startsWithVariable: false, keepsSingleton: false, grouping: nil)
    return { run, frame, input throws(JSONataError) in
      collapsed(try path.run(run, frame, input))
    }
  }
}

/// Texts that are made of items and joined.
struct JoinedTexts: Sendable {
  /// The fields that lead to the items.
  let fields: FieldChain

  /// What stands between the texts.
  let separator: FixedText

  /// Adds the text of an item.
  let text: TextCode

  /// The call, for errors.
  let use: TextUse

  /// The joined text; nil if there is no item, or one that has to be found step by step.
  func run(
    _ run: Evaluation, _ frame: Frame, _ input: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    var items = Path.Items.one(input)
    if case .array(let list) = input { items = .many(list) }
    var places: [UnsafePointer<JSONValue>] = []
    guard fields.find(in: items, into: &places), !places.isEmpty else { return nil }
    try run.check(count: places.count)
    var output: [UInt8] = []
    output.reserveCapacity(places.count * 32)
    for index in places.indices {
      try run.tick()
      if index > 0 { separator.append(to: &output) }
      try text(run, frame, places[index].pointee, &output)
    }
    // The places belong to the items, which have to be held so long.
    withExtendedLifetime(items) {}
    let result = JSONValue.string(String(decoding: output, as: UTF8.self))
    do throws(JSONataError) {
      try run.check(length: output.count)
      try run.tick(making: result)
    } catch {
      throw use.placed(error)
    }
    return result
  }
}

extension Node {
  /// The text, if the part is one that is written out.
  fileprivate var plainText: String? {
    guard case .string(let text) = kind, hasNothingBehind else { return nil }
    return text
  }

  /// The fields and the last step of a path like `a.b.(c & d)`.
  fileprivate var concatenationOfItems: (fields: FieldChain, step: Node)? {
    guard case .path(let steps) = kind, hasNothingBehind, !keepSingletonArray, steps.count > 1,
      let last = steps.last, last.hasNothingBehind, case .block(let items) = last.kind,
      items.count == 1, items[0].isPlainConcatenation, items[0].boundNames.isEmpty
    else { return nil }
    let names = steps.dropLast().compactMap(\.plainName)
    guard names.count == steps.count - 1 else { return nil }
    return (FieldChain(names), last)
  }
}
