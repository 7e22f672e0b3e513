import JSON

extension Compiler {
  /// A part of a chain of `&`.
  private struct Piece: Sendable {
    /// Gives the value.
    let code: Code

    /// Where the operator stands that adds it.
    let location: SourceLocation
  }

  /// Compiles `left & right`; a chain of them builds one text.
  func concatenation(
    _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> Code {
    let pieces = pieces(left, right, at: location, context)
    let (first, second) = (pieces[0], pieces[1])
    let rest = pieces[2...].map(\.self)
    return { run, frame, input throws(JSONataError) in
      let left = try first.code(run, frame, input)
      let right = try second.code(run, frame, input)
      var output: [UInt8] = []
      output.reserveCapacity(64)
      try Self.append(left, to: &output, run, at: second.location)
      try Self.append(right, to: &output, run, at: second.location)
      for piece in rest {
        let value = try piece.code(run, frame, input)
        try Self.append(value, to: &output, run, at: piece.location)
      }
      if output.count > 1 << 16 { try run.tick(output.count >> 8) }
      return .string(String(decoding: output, as: UTF8.self))
    }
  }

  /// The operands of a chain of `&` that ends with `left & right`.
  private func pieces(
    _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> [Piece] {
    var pieces = [Piece(code: compile(right, context), location: location)]
    var (left, location, context) = (left, location, context)
    while outline == nil, left.isPlainConcatenation,
      case .binary(_, let first, let second) = left.kind
    {
      context = context.nested()
      location = left.location
      pieces.append(Piece(code: compile(second, context), location: location))
      left = first
    }
    pieces.append(Piece(code: compile(left, context), location: location))
    return pieces.reversed()
  }

  /// Adds `value`, unless it is undefined, to `output` for the operator at `location`.
  @inline(__always)
  private static func append(
    _ value: JSONValue?, to output: inout [UInt8], _ run: Evaluation, at location: SourceLocation
  ) throws(JSONataError) {
    guard let value else { return }
    do throws(JSONataError) {
      try Text.append(value, to: &output)
      try run.check(length: output.count)
    } catch {
      throw error.placed(at: location, token: Symbol.ampersand.text)
    }
  }
}

extension Node {
  /// Whether it is `a & b` without anything after it.
  fileprivate var isPlainConcatenation: Bool {
    guard case .binary(.ampersand, _, _) = kind else { return false }
    return predicates == nil && group == nil && !keepArray
  }
}
