extension Prompt {
  /// A piece of what is drawn.
  private enum Piece {
    case text(String)
    case escape(String)
  }

  /// The text that is seen, with the space at its end.
  var visibleText: String {
    render { _ in "" }
  }

  /// The prompt as it is written to a terminal.
  var terminalText: String {
    render { $0 }
  }

  /// The prompt as libedit wants it, with U+0001 around escapes.
  var libeditText: String {
    render { "\u{1}\($0)\u{1}" }
  }

  // MARK: - Pieces

  /// Puts the pieces together, each escape in the form that `escape` gives it.
  private func render(_ escape: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .escape(let code): escape(code)
      }
    }.joined()
  }

  /// The pieces, of which no two escapes are neighbours and the last is no escape: libedit loses
  /// those.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var style: Style?
    for part in visibleParts {
      if part.style != style {
        pieces.append(.escape(Self.escape(from: style, to: part.style)))
      }
      pieces.append(.text(part.text))
      style = part.style
    }
    if style != nil {
      pieces.append(.escape(Self.escape(from: style, to: nil)))
    }
    return pieces.isEmpty ? [] : pieces + [.text(" ")]
  }

  /// The escape that changes the style.
  private static func escape(from old: Style?, to new: Style?) -> String {
    switch (old, new) {
    case (_, nil): "\u{1b}[0m"
    case (nil, let new?): "\u{1b}[\(new.rawValue)m"
    case (_, let new?): "\u{1b}[0;\(new.rawValue)m"
    }
  }

  /// The parts that have text, without controls and without the spaces at the end.
  private var visibleParts: [Part] {
    var visible = parts.map { Part(Self.visible($0.text), style: $0.style) }
    while var last = visible.popLast() {
      last.text = String(last.text.reversed().drop { $0 == " " }.reversed())
      guard last.text.isEmpty else {
        visible.append(last)
        break
      }
    }
    return visible.filter { !$0.text.isEmpty }
  }

  /// The text without controls.
  private static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isControl }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of the controls C0, delete and C1.
  var isControl: Bool {
    properties.generalCategory == .control
  }
}
