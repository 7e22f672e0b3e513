/// The difference between two lists of lines, for reading.
struct LineDifference {
  /// The lines: `-` and `+` before those that only one list has, a space before common ones.
  let text: String

  /// Compares `before` with `after`; `isSame` tells whether a line of each means the same.
  init(_ before: [String], _ after: [String], isSame: (String, String) -> Bool) {
    guard before.count * max(1, after.count) <= 1_000_000 else {
      text = (before.map { "- \($0)" } + after.map { "+ \($0)" }).joined(separator: "\n")
      return
    }
    let lengths = Self.commonLengths(before, after, isSame)
    var lines: [String] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, j < after.count, isSame(before[i], after[j]) {
        lines.append("  \(after[j])")
        (i, j) = (i + 1, j + 1)
      } else if i < before.count, j == after.count || lengths[i + 1][j] >= lengths[i][j + 1] {
        lines.append("- \(before[i])")
        i += 1
      } else {
        lines.append("+ \(after[j])")
        j += 1
      }
    }
    text = lines.joined(separator: "\n")
  }

  /// The length of the longest common part of the lines from each pair of places on.
  private static func commonLengths(
    _ before: [String], _ after: [String], _ isSame: (String, String) -> Bool
  ) -> [[Int]] {
    var lengths = Array(
      repeating: Array(repeating: 0, count: after.count + 1), count: before.count + 1)
    for i in before.indices.reversed() {
      for j in after.indices.reversed() {
        lengths[i][j] =
          isSame(before[i], after[j])
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    return lengths
  }
}
