import JSON

extension Compiler {
  /// Compiles `left & right`; a chain of them builds one text.
  func concatenation(
    _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> Code {
    let append = concatenated(left, right, at: location, context)
    return { run, frame, input throws(JSONataError) in
      var output = run.takeTextBuffer()
      try append(run, frame, input, &output)
      if output.count > 1 << 16 { try run.tick(output.count >> 8) }
      let text = String(decoding: output, as: UTF8.self)
      run.keepTextBuffer(output)
      return .string(text)
    }
  }

  /// Compiles `left & right` to code that adds its text to others.
  func concatenated(
    _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> TextCode {
    let pieces = pieces(left, right, at: location, context)
    var code = Self.first(pieces[0], pieces[1], at: location)
    for piece in pieces[2...] { code = Self.then(code, piece) }
    return code
  }

  /// A part of a chain of `&`.
  private struct Piece {
    /// Adds the value to the text, or gives it.
    let part: TextPart

    /// Where the operator stands that adds it.
    let location: SourceLocation

    /// Adds the value to the text.
    var code: TextCode { part.code(for: .operator(location)) }
  }

  /// The operands of a chain of `&` that ends with `left & right`.
  private func pieces(
    _ left: Node, _ right: Node, at location: SourceLocation, _ context: Context
  ) -> [Piece] {
    var (left, location, context) = (left, location, context)
    var pieces = [piece(right, at: location, context)]
    while outline == nil, left.isPlainConcatenation,
      case .binary(_, let first, let second) = left.kind
    {
      context = context.nested()
      location = left.location
      pieces.append(piece(second, at: location, context))
      left = first
    }
    pieces.append(piece(left, at: location, context))
    return pieces.reversed()
  }

  /// The operand `node` of the operator at `location`.
  private func piece(_ node: Node, at location: SourceLocation, _ context: Context) -> Piece {
    Piece(part: textPart(node, for: .operator(location), context), location: location)
  }

  /// The code of the first two operands; both are evaluated before one of them becomes text.
  private static func first(
    _ first: Piece, _ second: Piece, at location: SourceLocation
  ) -> TextCode {
    let use = TextUse.operator(second.location)
    guard case .value(let left) = first.part, case .value(let right) = second.part else {
      let code = Piece(part: first.part, location: second.location).code
      return then(code, second)
    }
    return { run, frame, input, output throws(JSONataError) in
      let left = try left(run, frame, input)
      let right = try right(run, frame, input)
      try use.append(left, to: &output, run)
      try use.append(right, to: &output, run)
    }
  }

  /// The code of what stands before `piece`, and of it.
  private static func then(_ others: @escaping TextCode, _ piece: Piece) -> TextCode {
    let code = piece.code
    return { run, frame, input, output throws(JSONataError) in
      try others(run, frame, input, &output)
      try code(run, frame, input, &output)
    }
  }
}

extension Node {
  /// Whether it is `a & b` without anything after it.
  var isPlainConcatenation: Bool {
    guard case .binary(.ampersand, _, _) = kind else { return false }
    return hasNothingBehind
  }
}
