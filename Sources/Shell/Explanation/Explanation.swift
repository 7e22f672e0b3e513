import Diagnostics

/// What `why` prints of a step: its expressions and those of the steps inside it, taken apart.
package struct Explanation: Sendable {
  /// A line, or the lines of an expression.
  enum Line: Sendable {
    /// A step, a branch or a remark.
    case text(StyledText, indent: Int)

    /// An expression.
    case breakdown(Breakdown, indent: Int)
  }

  /// The lines in order.
  var lines: [Line] = []

  /// What is wrong with the expressions that fail or give nothing, and where in the workflow's
  /// source, in order.
  var failures: [Diagnostic] = []

  /// The lines, of at most `width` cells.
  package func text(width: Int) -> StyledText {
    var text = StyledText()
    for line in lines {
      if !text.isEmpty { text.append("\n") }
      switch line {
      case .text(let line, let indent):
        text.append(String(repeating: " ", count: indent))
        text.append(line)
      case .breakdown(let breakdown, let indent):
        text.append(breakdown.text(width: width, indent: indent))
      }
    }
    return text
  }
}
