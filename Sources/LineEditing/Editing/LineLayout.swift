internal import CEditline

/// Where a prompt and a line stand on the screen, as libedit draws them.
struct LineLayout: Hashable {
  /// A cell, counted from the first one of the prompt.
  struct Place: Hashable {
    var row = 0
    var column = 0
  }

  /// The place of the cursor.
  private(set) var cursor = Place()

  /// The place behind the last scalar.
  private(set) var end = Place()

  /// The width of the screen.
  private let columns: Int

  /// Lays out `line` behind the visible text of a prompt on a screen of `columns` cells.
  init(prompt: String, line: EditedLine, columns: Int) {
    self.columns = max(1, columns)
    for scalar in prompt.unicodeScalars {
      add(scalar)
    }
    cursor = end
    var offset = 0
    for scalar in line.text.unicodeScalars {
      add(scalar)
      offset += UTF8.width(scalar)
      if offset <= line.cursor {
        cursor = end
      }
    }
  }

  // MARK: - Adding

  /// Places one scalar.
  private mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n": breakRow()
    case "\t": repeat { advance(by: 1) } while end.column % 8 != 0
    default: advance(by: Int(ceditline_width(scalar.value)))
    }
  }

  /// Takes `width` cells, in the next row if they do not fit.
  private mutating func advance(by width: Int) {
    if end.column + width > columns {
      breakRow()
    }
    end.column += width
    if end.column >= columns {
      breakRow()
    }
  }

  /// Goes to the start of the next row.
  private mutating func breakRow() {
    end = Place(row: end.row + 1, column: 0)
  }
}

/// The width of texts on a screen.
enum DisplayWidth {
  /// The number of cells that `text` takes in one row.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + Int(ceditline_width($1.value)) }
  }

  /// The longest start of `text` that takes at most `width` cells, with an ellipsis if cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var head = ""
    for character in text {
      guard of(head) + of(String(character)) < width else { break }
      head.append(character)
    }
    return head + "…"
  }
}
