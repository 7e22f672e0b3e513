import Diagnostics

/// A line that says what was exported.
package enum ExportSummary {
  /// The names of `files`, the most telling first, as many as go into `width` columns.
  package static func line(_ files: [ExportedFile], width: Int) -> String {
    let names = files.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.title)
    var line = ""
    for (index, name) in names.enumerated() {
      let next = line.isEmpty ? name : "\(line)  \(name)"
      let reserve = index == names.count - 1 ? 0 : 3
      if next.displayWidth + reserve > width { return line.isEmpty ? "…" : "\(line)  …" }
      line = next
    }
    return line
  }
}

extension ExportedFile {
  /// The path with the remark.
  fileprivate var title: String { remark.map { "\(path) (\($0))" } ?? path }

  /// Its place in the line: definitions, workflows, services, pictures, all else, packages.
  fileprivate var rank: Int {
    if path.hasSuffix(".asl.json") { return 0 }
    if path.hasPrefix("workflow_") { return 1 }
    if path.hasPrefix("service_") { return 2 }
    if path.hasSuffix(".mmd") { return 3 }
    return path.contains("/") ? 5 : 4
  }
}
