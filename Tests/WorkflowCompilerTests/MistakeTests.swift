import Diagnostics
import SessionLanguage
import Testing

@testable import WorkflowCompiler

@Suite struct `Mistakes` {
  /// The workflows of a file, between lines of `---`; below each line, what is said of it.
  static func chunks(of name: String) throws -> [String] {
    try Golden.text("Mistakes/\(name).cws").split(separator: "---\n").map(String.init)
  }

  @Test(arguments: Golden.names(in: "Mistakes", suffix: ".cws"))
  func `are said below the lines where they are`(name: String) throws {
    let annotated = try Self.chunks(of: name).map { chunk in
      let lines = chunk.split(separator: "\n", omittingEmptySubsequences: false).dropLast().filter {
        !$0.hasPrefix("#!")
      }.map(String.init)
      return Self.annotated(lines)
    }
    try Golden.expect(annotated.joined(separator: "---\n"), in: "Mistakes/\(name).cws")
  }

  /// `lines` with what the compiler says below the line where each thing begins.
  private static func annotated(_ lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    let source = SourceFile(name: "workflow", text: text)
    let compilation = Compilation(text)
    #expect((compilation.workflow == nil) == compilation.diagnostics.containsError)
    var remarks: [Int: [String]] = [:]
    for diagnostic in compilation.diagnostics.sorted {
      let line = source.position(at: diagnostic.range.lowerBound).line
      remarks[line, default: []].append(remark(diagnostic, in: source))
    }
    return lines.enumerated().map { index, line in
      ([line] + (remarks[index + 1] ?? [])).joined(separator: "\n") + "\n"
    }.joined()
  }

  /// What is said, on one line.
  private static func remark(_ diagnostic: Diagnostic, in source: SourceFile) -> String {
    let place = source.slice(diagnostic.range).split(separator: "\n").first ?? ""
    let severity = diagnostic.severity == .error ? "" : "\(diagnostic.severity.rawValue): "
    let notes = diagnostic.notes.map { " · \($0.message)" }.joined()
    let help = diagnostic.help.map { " | \($0)" } ?? ""
    return "#! \(severity)[\(place)] \(diagnostic.message)\(notes)\(help)"
  }
}
