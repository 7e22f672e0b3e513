import JSON

/// A compiled part of an expression that adds its value as text, nothing if it is undefined, to
/// others.
///
/// Texts that only become parts of a longer one are never made.
typealias TextCode =
  @Sendable (Evaluation, Frame, JSONValue?, inout [UInt8]) throws(JSONataError) -> Void

/// A part of an expression whose value is wanted as text.
enum TextPart {
  /// A part that adds its text itself.
  case text(TextCode)

  /// A part that gives its value.
  case value(Code)

  /// The code that adds the text for `use`.
  func code(for use: TextUse) -> TextCode {
    switch self {
    case .text(let code): return code
    case .value(let code):
      return { run, frame, input, output throws(JSONataError) in
        let value = try code(run, frame, input)
        try use.append(value, to: &output, run)
      }
    }
  }
}

/// What turns a value into text, for errors.
enum TextUse: Sendable {
  /// The operator `&` at a place.
  case `operator`(SourceLocation)

  /// A call of a function.
  case call(CallSite, NativeFunction)

  /// Adds `value`, unless it is undefined, to `output`.
  @inline(__always)
  func append(
    _ value: JSONValue?, to output: inout [UInt8], _ run: Evaluation
  ) throws(JSONataError) {
    guard let value else { return }
    do throws(JSONataError) {
      try Text.append(value, to: &output)
      try run.check(length: output.count)
    } catch {
      throw placed(error)
    }
  }

  /// `error` with the place of the use.
  func placed(_ error: JSONataError) -> JSONataError {
    switch self {
    case .operator(let location):
      error.placed(at: location, token: Symbol.ampersand.text)
    case .call(let site, let function): error.leaving(site, of: function)
    }
  }
}

extension Compiler {
  /// Compiles `node`, whose value becomes text for `use`.
  func textPart(_ node: Node, for use: TextUse, _ context: Context) -> TextPart {
    guard outline == nil, node.hasNothingBehind else { return .value(compile(node, context)) }
    switch node.kind {
    case .string(let text): return .text(Self.literal(text))
    case .path(let steps) where !node.keepSingletonArray:
      let names = steps.compactMap(\.plainName)
      guard names.count == steps.count else { break }
      return .text(Self.fields(names, or: compile(node, context), for: use))
    case .call(let procedure, let arguments):
      guard let code = textCall(node, procedure, arguments, for: use, context) else { break }
      return .text(code)
    case .block(let items) where items.count == 1 && items[0].boundNames.isEmpty:
      return textPart(items[0], for: use, context.nested())
    case .binary(.ampersand, let left, let right):
      return .text(concatenated(left, right, at: node.location, context.nested()))
    default: break
    }
    return .value(compile(node, context))
  }

  /// Code that adds `text`.
  private static func literal(_ text: String) -> TextCode {
    let text = FixedText(text)
    return { _, _, _, output throws(JSONataError) in text.append(to: &output) }
  }

  /// Code that adds the field that `names` lead to; `code` gives what is no plain value.
  private static func fields(
    _ names: [String], or code: @escaping Code, for use: TextUse
  ) -> TextCode {
    let first = JSONField(names[0])
    let others = names.dropFirst().map { JSONField($0) }
    return { run, frame, input, output throws(JSONataError) in
      if case .object(let object) = input, let member = first.find(in: object),
        let place = follow(others, from: member), appendPlain(place, to: &output)
      {
        return try check(output, use, run)
      }
      let value = try code(run, frame, input)
      try use.append(value, to: &output, run)
    }
  }

  /// Where the field that `fields` lead to from `place` stands.
  @inline(__always)
  private static func follow(
    _ fields: [JSONField], from place: UnsafePointer<JSONValue>
  ) -> UnsafePointer<JSONValue>? {
    if fields.isEmpty { return place }
    var place = place
    for field in fields {
      guard let next = field.find(at: place) else { return nil }
      place = next
    }
    return place
  }

  /// Adds the text or the finite number at `place`, if there is one.
  @inline(__always)
  private static func appendPlain(
    _ place: UnsafePointer<JSONValue>, to output: inout [UInt8]
  ) -> Bool {
    switch place.pointee {
    case .string(let string): Text.append(string, to: &output)
    case .integer(let number): JSONNumber.append(number, to: &output)
    case .number(let number) where number.isFinite: Text.append(number, to: &output)
    default: return false
    }
    return true
  }

  /// Checks the length of `output`.
  @inline(__always)
  private static func check(
    _ output: borrowing [UInt8], _ use: TextUse, _ run: Evaluation
  ) throws(JSONataError) {
    do throws(JSONataError) {
      try run.check(length: output.count)
    } catch {
      throw use.placed(error)
    }
  }
}

extension Evaluation {
  /// The bytes that are kept for the next text at most.
  private static let keptCapacity = 1 << 12

  /// An empty buffer for a text that is put together.
  @inline(__always)
  func takeTextBuffer() -> [UInt8] {
    var buffer: [UInt8] = []
    swap(&buffer, &textBuffer)
    if buffer.capacity == 0 { buffer.reserveCapacity(64) }
    return buffer
  }

  /// Keeps `buffer` for the next text.
  @inline(__always)
  func keepTextBuffer(_ buffer: consuming [UInt8]) {
    guard buffer.capacity <= Self.keptCapacity else { return }
    buffer.removeAll(keepingCapacity: true)
    textBuffer = buffer
  }
}
