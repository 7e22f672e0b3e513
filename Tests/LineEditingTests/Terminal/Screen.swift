/// What a terminal shows: enough of an xterm for a line editor.
struct Screen {
  /// The rows; an empty text is the second cell of a wide character.
  private(set) var cells: [[String]]

  /// The place of the cursor; the column may be the one behind the last cell.
  private(set) var row = 0
  private(set) var column = 0

  /// Whether the terminal was asked to bracket pasted text.
  private(set) var bracketsPaste = false

  /// The number of times that the terminal beeped.
  private(set) var beeps = 0

  private var columns: Int
  private var height: Int
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.height = rows
    cells = [[String]](repeating: [String](repeating: " ", count: columns), count: rows)
  }

  /// The rows without spaces at their ends, up to the last that is not empty.
  var text: String {
    var lines = cells.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The row of the cursor up to the cursor.
  var textBeforeCursor: String {
    cells[row].prefix(column).joined()
  }

  /// Changes the width, and cuts or fills the rows.
  mutating func resize(columns: Int) {
    self.columns = columns
    cells = cells.map { Array(($0 + [String](repeating: " ", count: columns)).prefix(columns)) }
    column = min(column, columns)
  }

  /// Shows what was written.
  mutating func write(_ bytes: [UInt8]) {
    pending += bytes
    while let length = completeLength() {
      let piece = Array(pending.prefix(length))
      pending.removeFirst(length)
      show(piece)
    }
  }

  // MARK: - Pieces

  /// The length of the first character or escape sequence, if all of it is there.
  private func completeLength() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1b: return escapeLength()
    case 0xc0..<0xe0: return pending.count >= 2 ? 2 : nil
    case 0xe0..<0xf0: return pending.count >= 3 ? 3 : nil
    case 0xf0...: return pending.count >= 4 ? 4 : nil
    default: return 1
    }
  }

  private func escapeLength() -> Int? {
    guard pending.count >= 2 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      let final = pending.dropFirst(2).firstIndex { (0x40...0x7e).contains($0) }
      return final.map { $0 + 1 }
    case UInt8(ascii: "("): return pending.count >= 3 ? 3 : nil
    default: return 2
    }
  }

  private mutating func show(_ piece: [UInt8]) {
    if piece[0] == 0x1b {
      if piece[1] == UInt8(ascii: "[") { control(piece) }
      return
    }
    switch piece[0] {
    case 7: beeps += 1
    case 8: column = max(0, min(column, columns - 1) - 1)
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10: feed()
    case 13: column = 0
    case ..<32: break
    default: put(String(decoding: piece, as: UTF8.self))
    }
  }

  private mutating func put(_ text: String) {
    let width = text.unicodeScalars.first.map(Self.width) ?? 1
    if width == 0 {
      let target = max(0, column - 1)
      let base = cells[row][target].isEmpty && target > 0 ? target - 1 : target
      cells[row][base] += text
      return
    }
    if column + width > columns {
      column = 0
      feed()
    }
    cells[row][column] = text
    if width == 2 { cells[row][column + 1] = "" }
    column += width
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xff00...0xff60,
      0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }

  private mutating func feed() {
    guard row == height - 1 else {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append([String](repeating: " ", count: columns))
  }

  // MARK: - Control sequences

  private mutating func control(_ piece: [UInt8]) {
    let body = String(decoding: piece.dropFirst(2).dropLast(), as: UTF8.self)
    let numbers = body.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch Character(Unicode.Scalar(piece[piece.count - 1])) {
    case "A": row = max(0, row - count)
    case "B": row = min(height - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, min(column, columns - 1) - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(height, count) - 1
      column = min(columns, max(1, numbers.dropFirst().first ?? 1)) - 1
    case "J": erase(below: numbers.first ?? 0)
    case "K": eraseRow(numbers.first ?? 0)
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "h" where body == "?2004": bracketsPaste = true
    case "l" where body == "?2004": bracketsPaste = false
    default: break
    }
  }

  private mutating func erase(below mode: Int) {
    let start = mode == 2 ? 0 : row + 1
    for index in start..<max(start, height) {
      cells[index] = [String](repeating: " ", count: columns)
    }
    if mode == 0 { eraseRow(0) }
  }

  private mutating func eraseRow(_ mode: Int) {
    let range = mode == 0 ? min(column, columns)..<columns : 0..<(mode == 1 ? column + 1 : columns)
    for index in range { cells[row][index] = " " }
  }

  private mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - column)
    cells[row].removeSubrange(column..<(column + count))
    cells[row] += [String](repeating: " ", count: count)
  }

  private mutating func insertCells(_ count: Int) {
    cells[row].insert(contentsOf: [String](repeating: " ", count: count), at: column)
    cells[row] = Array(cells[row].prefix(columns))
  }
}
